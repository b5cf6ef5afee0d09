package com.ones1ght.application.chat.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.CancelRoundService;
import com.ones1ght.application.chat.CancelRoundUseCase;
import com.ones1ght.application.chat.KickOffRoundService;
import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.application.chat.KickOffRoundUseCase.Accepted;
import com.ones1ght.application.chat.RoundRules;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.RunAcceptance;
import com.ones1ght.application.chat.RunCancellation;
import com.ones1ght.application.chat.TextResultDocuments;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.SequentialIds;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.ChargeRule;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever shoppers ask, refine and cancel, on two nodes, at random moments and with a backend of moods: each run costs
 * its credit, and gives it back once if it failed or was cancelled before its step 2. A failure names its seed.
 */
class CancelledCreditsPropertyTest {

    private static final int CASES = 150;
    private static final int OPERATIONS = 60;
    private static final long CREDITS = 1_000;

    @Test
    void balanceShouldBeWhatTheRunsThatWereNotRefundedHaveCost() {
        for (int seed = 0; seed < CASES; seed++) {
            new Case(seed).play();
        }
    }

    private static final class Case {
        private final Bench bench = new Bench();
        private final String name;
        private final Random random;
        private final Tenant tenant = bench.storage.aTenantWithCredits(CREDITS);
        private final ApiKey key = aKey();
        private final Profile profile = bench.storage.aProfileOf(key.owner());
        private final List<KickOffRoundService> kickOffs = new ArrayList<>();
        private final List<CancelRoundService> cancels = new ArrayList<>();
        private final List<Accepted> rounds = new ArrayList<>();
        private final List<CompletableFuture<PipelineSnapshot>> slow = new ArrayList<>();
        private long expected = CREDITS;

        Case(int seed) {
            name = "seed " + seed;
            random = new Random(seed);
            bench.pipeline.fromThenOn(this::moody);
            SequentialIds ids = new SequentialIds();
            IntStream.range(0, 2).mapToObj(i -> bench.aStartedNode()).forEach(node -> {
                kickOffs.add(new KickOffRoundService(
                        bench.storage.profiles(),
                        bench.storage.chats(),
                        new RunAcceptance(
                                bench.storage.newRuns(),
                                bench.storage.credits(),
                                ids,
                                new RoundRules(Duration.ofMinutes(5), DietaryGuard.DECLARED, new ChargeRule(1)),
                                new TextResultDocuments()),
                        bench.storage.unitOfWork(),
                        node,
                        chat -> {},
                        ids,
                        bench.clock));
                cancels.add(new CancelRoundService(
                        bench.storage.chats(),
                        new RunCancellation(
                                bench.storage.chats(),
                                bench.storage.credits(),
                                bench.storage.unitOfWork(),
                                node,
                                chat -> {},
                                runs -> {}),
                        bench.storage.chatQueries(),
                        new CouponSpotBoard(
                                StoreFixtures.someSpots(),
                                StoreFixtures.aShop(),
                                new TextResultDocuments(),
                                new StoreCalls(Runnable::run, Runnable::run),
                                bench.clock),
                        bench.storage.unitOfWork(),
                        bench.clock,
                        new DefaultStore(StoreFixtures.CORNER_SHOP)));
            });
        }

        private CompletionStage<PipelineSnapshot> moody(ScriptedPipeline.Call call) {
            PipelineSnapshot current = call.current();
            return switch (random.nextInt(10)) {
                case 0 ->
                    CompletableFuture.completedStage(current.failed(new RunFailure.StepFailed(
                            current.nextStep().orElse(PipelineStep.BACK_LIST), RunFailure.Cause.UPSTREAM_ERROR)));
                case 1 -> {
                    CompletableFuture<PipelineSnapshot> hanging = new CompletableFuture<>();
                    slow.add(hanging);
                    yield hanging;
                }
                case 2 -> CompletableFuture.failedStage(new IllegalStateException("a defect"));
                default ->
                    CompletableFuture.completedStage(RunSamples.snapshotUpToStep(current.stepsDone() + 1)
                            .notBefore(bench.clock.instant().plusMillis(random.nextInt(2_000))));
            };
        }

        void play() {
            for (int i = 0; i < OPERATIONS; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> ask();
                    case 1 -> cancel();
                    case 2 -> bench.executor.runAll();
                    default -> bench.pass(Duration.ofMillis(random.nextInt(1_500)));
                }
            }
            bench.pipeline.fromThenOn(ScriptedPipeline.nextStep());
            slow.forEach(call -> call.complete(PipelineSnapshot.empty()));
            bench.pass(Duration.ofMinutes(6));
            for (Accepted round : rounds) {
                assertThat(view(round).state().isSettled()).as(name).isTrue();
                refundOf(view(round));
            }
            assertThat(bench.storage.credits().balance(tenant.id())).as(name).isEqualTo(expected);
            assertThat(bench.pipeline.overlapped()).as(name).isFalse();
        }

        /** A new chat, a follow-up or a refinement. */
        private void ask() {
            Accepted last = rounds.isEmpty() ? null : rounds.get(random.nextInt(rounds.size()));
            boolean isNew = last == null || random.nextInt(3) == 0;
            boolean isRefinement = !isNew && random.nextBoolean();
            RoundView before = isRefinement ? view(last) : null;
            try {
                Accepted accepted = kickOffs.get(random.nextInt(2))
                        .kickOff(new KickOffRoundUseCase.Command(
                                key,
                                profile.id(),
                                new Prompt("카레"),
                                isNew ? null : last.chat(),
                                isRefinement ? last.round() : null));
                expected--;
                if (before == null) {
                    rounds.add(accepted);
                } else {
                    refundOf(before);
                }
            } catch (DomainException refused) {
                assertThat(isNew).as(name + ": " + refused.code()).isFalse();
            }
        }

        private void cancel() {
            if (rounds.isEmpty()) {
                return;
            }
            Accepted round = rounds.get(random.nextInt(rounds.size()));
            boolean isSettled = view(round).state().isSettled();
            try {
                cancels.get(random.nextInt(2))
                        .cancel(new CancelRoundUseCase.Command(key, profile.id(), round.chat(), round.round()));
                assertThat(isSettled).as(name).isFalse();
            } catch (DomainException refused) {
                assertThat(isSettled).as(name + ": " + refused.code()).isTrue();
            }
        }

        /** What a run that can change no more gave back. */
        private void refundOf(RoundView last) {
            boolean isCancelled = last.failure() instanceof RunFailure.Cancelled;
            if (last.state() == RoundState.ERROR
                    && !(isCancelled && last.progress().doneSteps() >= 2)) {
                expected++;
            }
        }

        private RoundView view(Accepted round) {
            return bench.storage
                    .chatQueries()
                    .round(key.owner(), profile.id(), round.chat(), round.round())
                    .orElseThrow()
                    .rounds()
                    .get(0);
        }

        private ApiKey aKey() {
            return new ApiKey(
                    new ApiKeyId(UUID.randomUUID()),
                    tenant,
                    bench.storage.anotherLineOf(tenant.id()).line(),
                    KeyType.CLIENT_SDK,
                    "osk_two_708f",
                    EnumSet.allOf(Scope.class),
                    bench.clock.instant(),
                    null,
                    null);
        }
    }
}
