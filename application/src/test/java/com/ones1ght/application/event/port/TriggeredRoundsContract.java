package com.ones1ght.application.event.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.TriggeredRound.Offers;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link TriggeredRounds} does. */
public interface TriggeredRoundsContract {

    StorageFixture fixture();

    private static Optional<TriggeredRound> hold(StorageFixture storage, Started started) {
        return hold(
                storage,
                started.owner(),
                started.profile().id(),
                started.chat().id(),
                started.round().id());
    }

    private static Optional<TriggeredRound> hold(
            StorageFixture storage, Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return storage.inTransaction(() -> storage.triggeredRounds().hold(owner, profile, chat, round));
    }

    @Test
    default void aRoundThatHasNothingYetOffersNothing() {
        StorageFixture storage = fixture();

        assertThat(hold(storage, storage.aStartedRound()))
                .contains(new TriggeredRound(new StoreId("store-7"), Language.KO, new Offers(null, null, null, null)));
    }

    @Test
    default void whatWasMergedIsOfferedByteForByte() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        RunSamples.advance(storage, started, 3, NOW);
        assertThat(hold(storage, started).orElseThrow().offers())
                .isEqualTo(new Offers(RunSamples.ITEMS, null, RunSamples.UPSELL_INDEX, null));

        RunSamples.advance(storage, started, 4, NOW);
        assertThat(hold(storage, started).orElseThrow().offers())
                .isEqualTo(new Offers(
                        RunSamples.ITEMS,
                        RunSamples.NOTIFICATIONS,
                        RunSamples.UPSELL_INDEX,
                        RunSamples.BACK_LIST_INDEX));
    }

    @Test
    default void aRefinementTakesTheOffersAway() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Round completed = RunSamples.advance(storage, started, 4, NOW);

        storage.aRefinement(started, completed, "again", NOW);

        assertThat(hold(storage, started).orElseThrow().offers()).isEqualTo(new Offers(null, null, null, null));
    }

    @Test
    default void whatIsNotTheOwnersIsNotFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started sibling = storage.aStartedRoundOf(storage.aProfileOf(started.owner()), NOW);
        Started otherChat = storage.aStartedRoundOf(started.profile(), NOW);
        Owner owner = started.owner();
        ProfileId profile = started.profile().id();
        ChatId chat = started.chat().id();
        RoundId round = started.round().id();

        assertThat(hold(storage, owner, profile, chat, round)).isPresent();
        assertThat(hold(storage, storage.anotherLineOf(owner.tenant()), profile, chat, round))
                .isEmpty();
        assertThat(hold(storage, new Owner(storage.aTenant().id(), owner.line()), profile, chat, round))
                .isEmpty();
        assertThat(hold(storage, owner, sibling.profile().id(), chat, round)).isEmpty();
        assertThat(hold(storage, owner, profile, otherChat.chat().id(), round)).isEmpty();
        assertThat(hold(storage, owner, profile, chat, otherChat.round().id())).isEmpty();
        assertThat(hold(storage, owner, profile, chat, new RoundId(UUID.randomUUID())))
                .isEmpty();
        assertThat(hold(storage, owner, profile, new ChatId(UUID.randomUUID()), round))
                .isEmpty();
    }
}
