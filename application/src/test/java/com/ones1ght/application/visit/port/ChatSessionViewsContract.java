package com.ones1ght.application.visit.port;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.TodoListsContract;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.visit.ChatSessionView;
import com.ones1ght.application.visit.ChatSessionView.Recommendation;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.ChatSessionStatus;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link ChatSessionViews} does. */
public interface ChatSessionViewsContract {

    StorageFixture fixture();

    private static Optional<ChatSessionView> view(StorageFixture storage, Shopper shopper, Instant now) {
        return storage.chatSessionViews()
                .active(shopper.owner(), shopper.profileId(), shopper.visit().id(), now);
    }

    private static Recommendation latest(StorageFixture storage, Shopper shopper) {
        return view(storage, shopper, NOW.plusSeconds(60))
                .map(ChatSessionView::latest)
                .orElseThrow();
    }

    @Test
    default void aSessionBeforeItsFirstRecommendationIsShownAlone() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);

        Optional<ChatSessionView> view = view(storage, shopper, NOW);

        assertThat(view).contains(new ChatSessionView(session, null));
        assertThat(view).map(ChatSessionView::status).contains(ChatSessionStatus.READY);
        assertThat(view).map(ChatSessionView::backListStatus).contains(BackListStatus.NOT_STARTED);
        assertThat(view).map(ChatSessionView::updatedAt).contains(NOW);
    }

    @Test
    default void aVisitWithoutASessionHasNone() {
        StorageFixture storage = fixture();

        assertThat(view(storage, storage.aShopper(), NOW)).isEmpty();
    }

    @Test
    default void aRecommendationUnderWayIsShownWithoutResults() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        Started started = storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW.plusSeconds(5));

        assertThat(view(storage, shopper, NOW.plusSeconds(6)))
                .contains(new ChatSessionView(
                        session,
                        new Recommendation(
                                started.round().id(),
                                RoundState.CREATED,
                                Progress.START,
                                null,
                                NOW.plusSeconds(5),
                                null,
                                null,
                                null)));
    }

    @Test
    default void theShoppingListIsShownFromStep2OnAndTheBackListFromStep4On() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        Started started = storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);

        RunSamples.advance(storage, started, 2, NOW.plusSeconds(2));
        assertThat(latest(storage, shopper))
                .isEqualTo(new Recommendation(
                        started.round().id(),
                        RoundState.KICKED_OFF,
                        new Progress(2, false),
                        BackListStatus.IN_PROGRESS,
                        NOW.plusSeconds(2),
                        null,
                        RunSamples.SESSION_LIST,
                        null));

        RunSamples.advance(storage, started, 4, NOW.plusSeconds(3));
        assertThat(latest(storage, shopper))
                .isEqualTo(new Recommendation(
                        started.round().id(),
                        RoundState.COMPLETED,
                        new Progress(4, false),
                        BackListStatus.COMPLETED,
                        NOW.plusSeconds(3),
                        null,
                        RunSamples.SESSION_LIST,
                        RunSamples.SESSION_BACK_LIST));
    }

    @Test
    default void aFailedRecommendationIsShownWithItsError() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        Started started = storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        ClaimedRun claimed = RunSamples.claim(storage, started, NOW);

        storage.runQueue()
                .save(claimed.claim(), RunSamples.failed(claimed.round(), new RunFailure.SessionExpired(), NOW), NOW);

        assertThat(latest(storage, shopper).failure()).isEqualTo(new RunFailure.SessionExpired());
        assertThat(view(storage, shopper, NOW)).map(ChatSessionView::status).contains(ChatSessionStatus.ERROR);
    }

    @Test
    default void aChangeOfTheListIsNoneOfTheSessionForm() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        Started started = storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        RunSamples.advance(storage, started, 4, NOW.plusSeconds(1));
        Optional<ChatSessionView> before = view(storage, shopper, NOW.plusSeconds(2));

        TodoListsContract.change(storage, started, NOW.plusSeconds(9));

        assertThat(view(storage, shopper, NOW.plusSeconds(10))).isEqualTo(before);
        assertThat(storage.view(started).updatedAt())
                .as("the round's own form shows the change")
                .isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    default void theLatestOfSeveralRecommendationsIsShown() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        Started first = storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        Round past = RunSamples.advance(storage, first, 4, NOW.plusSeconds(1));
        Started second = storage.aFollowUp(
                shopper.profile(),
                new Chat(session.chat(), shopper.profileId(), past, NOW),
                "더 맵게",
                NOW.plusSeconds(2));

        assertThat(latest(storage, shopper).round()).isEqualTo(second.round().id());
        assertThat(latest(storage, shopper).shoppingList()).isNull();
    }

    @Test
    default void recommendationsOfOtherChatsOfTheProfileAreNotShown() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);

        storage.aStartedRoundOf(shopper.profile(), NOW);

        assertThat(view(storage, shopper, NOW)).contains(new ChatSessionView(session, null));
    }

    @Test
    default void aFreshSessionShowsNothingOfTheOneBefore() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession first = storage.aChatSession(shopper, NOW);
        storage.aStartedRoundOf(shopper.profile(), first.chat(), NOW);
        storage.aChange(shopper, first.ended(ChatSession.Reason.EXPLICIT, NOW.plusSeconds(1)));
        assertThat(view(storage, shopper, NOW.plusSeconds(2))).isEmpty();

        ChatSession second = storage.aChatSession(shopper, NOW.plusSeconds(2));

        assertThat(view(storage, shopper, NOW.plusSeconds(2))).contains(new ChatSessionView(second, null));
    }

    @Test
    default void aSessionIsShownUntilItHasBeenIdleForTooLongWhetherOrNotItWasEnded() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        storage.aChatSession(shopper, NOW);

        assertThat(view(storage, shopper, NOW.plus(IDLE).minusMillis(1))).isPresent();
        assertThat(view(storage, shopper, NOW.plus(IDLE))).isEmpty();
    }

    @Test
    default void whatIsNotTheOwnersIsNotFound() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        storage.aChatSession(shopper, NOW);
        Owner owner = shopper.owner();
        VisitId visit = shopper.visit().id();
        Shopper sibling = storage.aShopperOf(storage.aProfileOf(owner), NOW);
        storage.aChatSession(sibling, NOW);

        assertNotFound(storage, owner, shopper.profileId(), new VisitId(UUID.randomUUID()));
        assertNotFound(storage, owner, sibling.profileId(), visit);
        assertNotFound(storage, owner, new ProfileId(UUID.randomUUID()), visit);
        assertNotFound(storage, storage.anotherLineOf(owner.tenant()), shopper.profileId(), visit);
        assertNotFound(storage, new Owner(storage.aTenant().id(), owner.line()), shopper.profileId(), visit);
    }

    private static void assertNotFound(StorageFixture storage, Owner owner, ProfileId profile, VisitId visit) {
        assertThat(storage.chatSessionViews().active(owner, profile, visit, NOW))
                .isEmpty();
    }
}
