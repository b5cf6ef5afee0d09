package com.ones1ght.application.chat.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.chat.TextResultDocuments;
import com.ones1ght.application.shared.InMemorySignals;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.dietary.DietaryGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunnersTogetherTest {
    private static final int ROUNDS = 60;

    private final Bench bench = new Bench();
    private final List<RoundRunner> nodes = new ArrayList<>();
    private final ExecutorService executor = Executors.newFixedThreadPool(8);
    private final ExecutorService upstream = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

    @AfterEach
    void end() {
        for (RoundRunner node : nodes) {
            node.stop();
        }
        timer.shutdownNow();
        executor.shutdownNow();
        upstream.shutdownNow();
    }

    @Test
    void eachRunShouldBeAdvancedByOneNodeAtATimeAndEachStepAskedForOnce() {
        bench.pipeline.fromThenOn(call -> CompletableFuture.supplyAsync(
                () -> ScriptedPipeline.nextStep().to(call).toCompletableFuture().join(), upstream));
        for (int i = 0; i < 4; i++) {
            RoundRunner node = aRealNode();
            nodes.add(node);
            node.start();
        }

        List<Started> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(bench.aChargedRound());
            nodes.get(i % nodes.size()).wake();
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(rounds)
                .allMatch(round -> bench.view(round).state() == RoundState.COMPLETED));
        assertThat(bench.pipeline.overlapped()).isFalse();
        assertThat(bench.pipeline.calls()).hasSize(4 * ROUNDS);
        assertThat(bench.storage.runQueue().saved()).hasSize(4 * ROUNDS);
        assertThat(rounds).allMatch(round -> bench.balance(round) == 9);
    }

    @Test
    void runsOfAStoppedNodeShouldBeFinishedByTheOthers() {
        bench.pipeline.fromThenOn(call -> CompletableFuture.supplyAsync(
                () -> ScriptedPipeline.nextStep().to(call).toCompletableFuture().join(), upstream));
        RoundRunner stopped = aRealNode();
        stopped.start();
        nodes.add(aRealNode());
        nodes.get(0).start();
        List<Started> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(bench.aChargedRound());
            stopped.wake();
        }

        stopped.stop();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(rounds)
                .allMatch(round -> bench.view(round).state() == RoundState.COMPLETED));
        assertThat(stopped.heldRuns()).isZero();
    }

    private RoundRunner aRealNode() {
        return new RoundRunner(
                bench.storage.runQueue(),
                bench.pipeline,
                bench.store,
                new TextResultDocuments(),
                new InMemorySignals(bench.wire),
                chat -> {},
                executor,
                executor,
                executor,
                timer,
                bench.clock,
                Tracing.OFF,
                new RunnerSettings(
                        true,
                        Bench.LEASE,
                        Duration.ofMillis(50),
                        20,
                        4,
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        new DefaultStore(StoreFixtures.CORNER_SHOP),
                        DietaryGuard.DECLARED));
    }
}
