package com.ones1ght.application.signage.port;

import static com.ones1ght.application.event.port.EventSamples.accept;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.event.port.SignageOutbox.ClaimedDelivery;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.signage.port.RecentPassages.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link RecentPassages} does. */
public interface RecentPassagesContract {

    Instant END = NOW.plusSeconds(60);

    /** A storage that knows of no passages. */
    StorageFixture fixture();

    private static SignageTrigger noted(StorageFixture storage, Started started) {
        SignageTrigger trigger = accept(storage, started, NOW);
        storage.recentPassages().note(trigger.deliveryId(), END);
        return trigger;
    }

    @Test
    default void aPassageComesBackAsItWasAccepted() {
        StorageFixture storage = fixture();
        SignageTrigger trigger = noted(storage, storage.aStartedRound());

        assertThat(storage.recentPassages().since(Look.FIRST, NOW).found()).containsExactly(trigger);
    }

    @Test
    default void aPassageComesBackWithItsRequest() {
        StorageFixture storage = fixture();
        SignageTrigger trigger = noted(storage, storage.aStartedRound());

        assertThat(storage.recentPassages().since(Look.FIRST, NOW).passed())
                .containsExactly(new RecentPassages.Passed(trigger, StorageFixture.CORRELATION));
    }

    @Test
    default void aLookFindsWhatCameSinceTheLastOneInItsOrder() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        noted(storage, started);
        long next = storage.recentPassages().since(Look.FIRST, NOW).next();
        SignageTrigger second = noted(storage, started);
        SignageTrigger third = noted(storage, storage.aStartedRound());

        Look look = storage.recentPassages().since(next, NOW);

        assertThat(look.found()).containsExactly(second, third);
        assertThat(storage.recentPassages().since(look.next(), NOW).found()).isEmpty();
    }

    @Test
    default void aLookThatFindsNothingMissesNothingLater() {
        StorageFixture storage = fixture();
        long next = storage.recentPassages().since(Look.FIRST, NOW).next();

        SignageTrigger trigger = noted(storage, storage.aStartedRound());

        assertThat(storage.recentPassages().since(next, NOW).found()).containsExactly(trigger);
    }

    @Test
    default void whatIsNotedAgainStaysAsItIs() {
        StorageFixture storage = fixture();
        SignageTrigger trigger = noted(storage, storage.aStartedRound());

        storage.recentPassages().note(trigger.deliveryId(), NOW);

        assertThat(storage.recentPassages().since(Look.FIRST, NOW).found()).containsExactly(trigger);
    }

    @Test
    default void whatHasEndedIsNotFoundAndCanBeRemoved() {
        StorageFixture storage = fixture();
        SignageTrigger trigger = noted(storage, storage.aStartedRound());
        Instant justBefore = END.minusMillis(1);

        storage.recentPassages().removeEnded(justBefore);
        assertThat(storage.recentPassages().since(Look.FIRST, justBefore).found())
                .containsExactly(trigger);
        assertThat(storage.recentPassages().since(Look.FIRST, END).found()).isEmpty();

        storage.recentPassages().removeEnded(END);
        assertThat(storage.recentPassages().since(Look.FIRST, NOW).found()).isEmpty();
    }

    @Test
    default void aDeliveryThatHasArrivedStaysKnown() {
        StorageFixture storage = fixture();
        SignageTrigger trigger = noted(storage, storage.aStartedRound());
        ClaimedDelivery claimed =
                storage.signageOutbox().claimDue(1, NOW, Duration.ofSeconds(30)).get(0);

        storage.signageOutbox().delivered(claimed.claim());

        assertThat(storage.recentPassages().since(Look.FIRST, NOW).found()).containsExactly(trigger);
    }

    @Test
    default void aDeliveryThatTheOutboxDoesNotHoldIsNotNoted() {
        StorageFixture storage = fixture();

        storage.recentPassages().note(UUID.randomUUID(), END);

        assertThat(storage.recentPassages().since(Look.FIRST, NOW).found()).isEmpty();
    }

    @Test
    default void anErasedProfileHasPassedNowhere() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        SignageTrigger later = accept(storage, started, NOW);
        noted(storage, started);
        SignageTrigger others = noted(storage, storage.aStartedRound());

        storage.run(() ->
                storage.profiles().erase(started.owner(), started.profile().id(), NOW));
        storage.recentPassages().note(later.deliveryId(), END);

        assertThat(storage.recentPassages().since(Look.FIRST, NOW).found()).containsExactly(others);
    }
}
