package com.ones1ght.application.event.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.ResultSamples;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
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
        Optional<TriggeredRound> held =
                storage.inTransaction(() -> storage.triggeredRounds().hold(owner, profile, chat, round));
        assertThat(storage.triggeredRounds().find(owner, profile, chat, round)).isEqualTo(held);
        return held;
    }

    @Test
    default void aRoundThatHasNothingYetOffersNothing() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        assertThat(hold(storage, started))
                .contains(new TriggeredRound(
                        started.owner().tenant(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id(),
                        1,
                        false,
                        new StoreId("store-7"),
                        Language.KO,
                        RoundResult.NONE.list(),
                        RoundResult.NONE.offers(),
                        RunSamples.GUARD.guard()));
    }

    @Test
    default void whatWasMergedIsOffered() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        RunSamples.advance(storage, started, 3, NOW);
        assertThat(hold(storage, started).orElseThrow().offers())
                .isEqualTo(ResultSamples.upToStep(3).offers());

        RunSamples.advance(storage, started, 4, NOW);
        assertThat(hold(storage, started).orElseThrow().offers())
                .isEqualTo(ResultSamples.upToStep(4).offers());
    }

    private static Optional<TriggeredRound> lastFound(StorageFixture storage, Owner owner, Started started) {
        return storage.triggeredRounds()
                .lastFound(
                        owner,
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id());
    }

    @Test
    default void aRoundIsAtHandAsItWasFoundLast() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Owner owner = started.owner();
        assertThat(lastFound(storage, owner, started)).isEmpty();

        TriggeredRound before = hold(storage, started).orElseThrow();
        RunSamples.advance(storage, started, 4, NOW);

        assertThat(lastFound(storage, owner, started)).contains(before);
        assertThat(lastFound(storage, storage.anotherLineOf(owner.tenant()), started))
                .as("another owner's")
                .isEmpty();
        TriggeredRound completed = hold(storage, started).orElseThrow();
        assertThat(completed.version()).isGreaterThan(before.version());
        assertThat(hold(storage, started)).contains(completed);
        assertThat(lastFound(storage, owner, started)).contains(completed);

        storage.run(() -> storage.profiles().erase(owner, started.profile().id(), NOW));
        assertThat(hold(storage, started)).isEmpty();
        assertThat(lastFound(storage, owner, started)).isEmpty();
    }

    @Test
    default void aChangeOfTheListIsFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        RunSamples.advance(storage, started, 4, NOW);
        assertThat(hold(storage, started).orElseThrow().todos()).isNotEqualTo(new TodoList(List.of()));

        storage.run(() -> storage.todoLists()
                .save(started.owner(), started.round().id(), new TodoList(List.of()), JsonFragment.of("{}"), NOW));

        assertThat(hold(storage, started).orElseThrow().todos()).isEqualTo(new TodoList(List.of()));
    }

    @Test
    default void whereTheShopperIsDoesNotDependOnTheRound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        TriggeredRound before = hold(storage, started).orElseThrow();

        ProfileFacts facts = started.profile().facts();
        ProfileFacts elsewhere = new ProfileFacts(
                facts.name(),
                facts.gender(),
                facts.age(),
                facts.locale(),
                facts.persona(),
                new StoreId("store-8"),
                facts.additional(),
                facts.restrictions());
        storage.run(() -> storage.profiles()
                .save(started.profile().changedTo(started.profile().document(), elsewhere, NOW)));

        TriggeredRound after = hold(storage, started).orElseThrow();
        assertThat(after.store()).isEqualTo(new StoreId("store-8"));
        assertThat(after.version()).isEqualTo(before.version());
    }

    @Test
    default void aRefinementTakesTheOffersAway() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Round completed = RunSamples.advance(storage, started, 4, NOW);

        storage.aRefinement(started, completed, "again", NOW);

        TriggeredRound refined = hold(storage, started).orElseThrow();
        assertThat(refined.offers()).isEqualTo(RoundResult.NONE.offers());
        assertThat(refined.isRefined()).isTrue();
    }

    @Test
    default void theLatestEventOfARecommendationInTheRoundIsFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started otherRound = storage.aStartedRoundOf(started.profile(), NOW);
        Event first = EventSamples.event(started, EventType.COUPON_ISSUED, NOW);
        Event second = EventSamples.event(started, EventType.COUPON_REDEEMED, NOW);
        EventSamples.append(storage, NOW, first, second, EventSamples.event(otherRound, EventType.COUPON_ISSUED, NOW));

        assertThat(latestEvents(storage, started, first.recId(), "other")).containsExactly(second);
        assertThat(latestEvents(storage, started, "other")).isEmpty();
        assertThat(latestEvents(storage, started, "\u0000")).isEmpty();
    }

    private static List<Event> latestEvents(StorageFixture storage, Started started, String... recIds) {
        return storage.inTransaction(() -> {
            TriggeredRound round = storage.triggeredRounds()
                    .hold(
                            started.owner(),
                            started.profile().id(),
                            started.chat().id(),
                            started.round().id())
                    .orElseThrow();
            return storage.triggeredRounds().latestEvents(round, List.of(recIds));
        });
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
