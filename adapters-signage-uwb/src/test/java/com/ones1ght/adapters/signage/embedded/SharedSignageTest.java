package com.ones1ght.adapters.signage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.event.port.SignageOutbox.DeliveryClaim;
import com.ones1ght.application.shared.InMemorySignals;
import com.ones1ght.application.shared.InMemorySignals.Wire;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.signage.port.RecentPassages;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.signage.port.SignageUnavailableException;
import com.ones1ght.domain.shared.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes with a hub each, on one storage. */
class SharedSignageTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Started shopper = storage.aStartedRound();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Wire wire = new Wire();
    private final Node one = new Node(wire, storage.recentPassages());
    private final Node two = new Node(wire, storage.recentPassages());

    private final class Node {

        final Stage stage = new Stage();
        final SharedSignage shared;

        Node(Wire nodes, RecentPassages passages) {
            shared = new SharedSignage(
                    stage.hub, passages, new InMemorySignals(nodes), Runnable::run, timer, stage.clock, NEVER);
            shared.start();
            awaitTheFirstLook();
        }

        private void awaitTheFirstLook() {
            try {
                timer.submit(() -> {}).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        Showing atTheEntrance() {
            return stage.hub.showing(Stage.ENTRANCE);
        }
    }

    @AfterEach
    void stopTheTimer() {
        one.shared.stop();
        two.shared.stop();
        timer.shutdownNow();
    }

    private SignageTrigger accepted(SignageTrigger trigger) {
        storage.run(
                () -> storage.signageOutbox().append(shopper.owner().tenant(), trigger, null, trigger.occurredAt()));
        return trigger;
    }

    private static void deliver(Node node, SignageTrigger trigger) {
        node.shared.forward(trigger).toCompletableFuture().join();
    }

    private SignageTrigger annaEnters(String item) {
        return accepted(one.stage.anna().items("[" + Stage.item(item) + "]").enter());
    }

    @Test
    void screensOfAllNodesShouldShowWhatOneNodeDelivers() {
        deliver(one, annaEnters("두부"));

        assertThat(one.atTheEntrance()).isInstanceOf(Showing.Card.class);
        assertThat(two.atTheEntrance()).isInstanceOf(Showing.Card.class);
    }

    @Test
    void exitDeliveredByAnotherNodeShouldEndTheEntry() {
        deliver(one, annaEnters("두부"));

        deliver(two, accepted(two.stage.anna().exit()));

        assertThat(one.atTheEntrance()).isInstanceOf(Showing.Idle.class);
        assertThat(two.atTheEntrance()).isInstanceOf(Showing.Idle.class);
    }

    @Test
    void exitShouldNotOvertakeAnEntryWhoseSignalWasLost() {
        Node deaf = new Node(new Wire(), storage.recentPassages());
        deliver(one, annaEnters("두부"));

        deliver(deaf, accepted(one.stage.anna().exit()));

        assertThat(deaf.atTheEntrance()).isInstanceOf(Showing.Idle.class);
    }

    @Test
    void startingNodeShouldShowThePresentShoppers() {
        deliver(one, annaEnters("두부"));

        Node late = new Node(new Wire(), storage.recentPassages());

        assertThat(late.atTheEntrance()).isInstanceOf(Showing.Card.class);
    }

    @Test
    void deliveryForAnErasedProfileShouldShowNothing() {
        SignageTrigger trigger = annaEnters("두부");
        storage.signageOutbox().delivered(claim(trigger));

        deliver(one, trigger);

        assertThat(one.atTheEntrance()).isInstanceOf(Showing.Idle.class);
    }

    private DeliveryClaim claim(SignageTrigger trigger) {
        return storage.signageOutbox()
                .claimDue(1, trigger.occurredAt(), Duration.ofSeconds(30))
                .get(0)
                .claim();
    }

    @Test
    void languageOfTheShopperShouldTakePrecedenceOverTheScriptOfTheNames() {
        deliver(
                one,
                accepted(one.stage
                        .anna()
                        .language(Language.JA)
                        .items("[" + Stage.item("두부") + "]")
                        .enter()));

        assertThat(((Showing.Card) one.atTheEntrance()).language()).isEqualTo(Language.JA);
    }

    @Test
    void tenantTimeoutShouldOverrideTheInstallations() {
        deliver(
                one,
                accepted(one.stage
                        .anna()
                        .stay(Duration.ofSeconds(5))
                        .items("[" + Stage.item("두부") + "]")
                        .enter()));
        one.stage.clock.advance(Duration.ofSeconds(4));
        assertThat(one.atTheEntrance()).isInstanceOf(Showing.Card.class);
        assertThat(one.stage.hub.timeLeft(Stage.ENTRANCE)).isEqualTo(Duration.ofSeconds(1));

        one.stage.clock.advance(Duration.ofSeconds(1));

        assertThat(one.atTheEntrance()).isInstanceOf(Showing.Idle.class);
    }

    @Test
    void unavailableStorageShouldBeReportedAsUnavailableSignages() {
        Node cutOff = new Node(new Wire(), new RecentPassages() {

            @Override
            public void note(UUID deliveryId, Instant endsAt) {
                throw new StorageUnavailableException("on purpose", new IllegalStateException());
            }

            @Override
            public Look since(long look, Instant now) {
                throw new StorageUnavailableException("on purpose", new IllegalStateException());
            }

            @Override
            public void removeEnded(Instant now) {
                throw new StorageUnavailableException("on purpose", new IllegalStateException());
            }
        });

        assertThatThrownBy(() -> deliver(cutOff, annaEnters("두부")))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(SignageUnavailableException.class);
    }
}
