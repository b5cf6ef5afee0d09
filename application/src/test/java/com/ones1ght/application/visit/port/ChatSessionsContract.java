package com.ones1ght.application.visit.port;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.ChatSession.Ending;
import com.ones1ght.domain.visit.ChatSession.Reason;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ChatSessions} does. No session is under way when a test begins. */
public interface ChatSessionsContract {

    Instant OVER = NOW.plus(IDLE);

    StorageFixture fixture();

    /** How a session ended, which no port tells yet. */
    Ending ending(ChatSession session);

    private static Optional<ChatSession> lock(StorageFixture storage, Owner owner, ProfileId profile, VisitId visit) {
        return storage.inTransaction(() -> storage.chatSessions().lockOpen(owner, profile, visit));
    }

    private static Optional<ChatSession> lock(StorageFixture storage, Shopper shopper) {
        return lock(
                storage, shopper.owner(), shopper.profileId(), shopper.visit().id());
    }

    private static boolean isActive(StorageFixture storage, Shopper shopper, Instant now) {
        return storage.chatSessionViews()
                .active(shopper.owner(), shopper.profileId(), shopper.visit().id(), now)
                .isPresent();
    }

    @Test
    default void anOpenedSessionIsLockedAsItWasGiven() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        assertThat(lock(storage, shopper)).isEmpty();

        ChatSession session = storage.aChatSession(shopper, NOW);

        assertThat(lock(storage, shopper)).contains(session);
    }

    @Test
    default void whatIsNotTheOwnersIsNotFound() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        storage.aChatSession(shopper, NOW);
        Owner owner = shopper.owner();
        VisitId visit = shopper.visit().id();
        Shopper sibling = storage.aShopperOf(storage.aProfileOf(owner), NOW);

        assertThat(lock(storage, owner, shopper.profileId(), new VisitId(UUID.randomUUID())))
                .isEmpty();
        assertThat(lock(storage, owner, sibling.profileId(), visit)).isEmpty();
        assertThat(lock(storage, sibling)).isEmpty();
        assertThat(lock(storage, storage.anotherLineOf(owner.tenant()), shopper.profileId(), visit))
                .isEmpty();
        assertThat(lock(storage, new Owner(storage.aTenant().id(), owner.line()), shopper.profileId(), visit))
                .isEmpty();
    }

    @Test
    default void whatIsNotTheOwnersIsNotChanged() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        Owner stranger = new Owner(storage.aTenant().id(), shopper.owner().line());

        storage.run(() -> storage.chatSessions().save(stranger, session.ended(Reason.EXPLICIT, NOW)));
        storage.run(() -> storage.chatSessions().prolong(stranger, session.polled(NOW.plusSeconds(9), IDLE)));

        assertThat(lock(storage, shopper)).contains(session);
    }

    @Test
    default void aSavedSessionIsReplaced() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);

        ChatSession touched = storage.aChange(shopper, session.active(NOW.plusSeconds(90), IDLE));

        assertThat(lock(storage, shopper)).contains(touched);
    }

    @Test
    default void anEndedSessionIsNotOpenAndAnotherWithAnotherChatMayFollow() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession first = storage.aChatSession(shopper, NOW);

        storage.aChange(shopper, first.ended(Reason.STAGE, NOW.plusSeconds(1)));

        assertThat(lock(storage, shopper)).isEmpty();
        ChatSession second = storage.aChatSession(shopper, NOW.plusSeconds(2));
        assertThat(lock(storage, shopper)).contains(second);
    }

    @Test
    default void aSessionIsEndedAndFollowedByAnotherInOneTransaction() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession idle = storage.aChatSession(shopper, NOW);
        ChatSession next =
                ChatSession.opened(idle.visit(), storage.aStartedRound().chat().id(), OVER, IDLE);

        storage.run(() -> {
            storage.chatSessions().save(shopper.owner(), idle.ended(Reason.IDLE, OVER));
            storage.chatSessions().open(shopper.owner(), shopper.profileId(), next);
        });

        assertThat(lock(storage, shopper)).contains(next);
    }

    @Test
    default void aVisitHasOneOpenSessionAtTheMost() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession first = storage.aChatSession(shopper, NOW);

        assertThatThrownBy(() -> storage.aChatSession(shopper, NOW.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(lock(storage, shopper)).contains(first);
    }

    @Test
    default void aChatHasOneSession() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession first = storage.aChatSession(shopper, NOW);
        storage.aChange(shopper, first.ended(Reason.EXPLICIT, NOW));

        assertThatThrownBy(() -> storage.run(() -> storage.chatSessions()
                        .open(
                                shopper.owner(),
                                shopper.profileId(),
                                ChatSession.opened(first.visit(), first.chat(), NOW, IDLE))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aChangeThatIsNotCommittedIsNone() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);

        assertThatThrownBy(() -> storage.run(() -> {
                    storage.chatSessions().save(shopper.owner(), session.ended(Reason.EXPLICIT, NOW));
                    throw new IllegalStateException("the work fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(lock(storage, shopper)).contains(session);
    }

    @Test
    default void aPollProlongsTheSession() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession polled = storage.aChatSession(shopper, NOW).polled(NOW.plusSeconds(60), IDLE);

        storage.chatSessions().prolong(shopper.owner(), polled);

        assertThat(lock(storage, shopper)).contains(polled);
    }

    @Test
    default void aLatePollDoesNotShortenTheSession() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        ChatSession late = session.polled(NOW.plusSeconds(10), IDLE);
        ChatSession touched = storage.aChange(shopper, session.active(NOW.plusSeconds(300), IDLE));

        storage.chatSessions().prolong(shopper.owner(), late);

        assertThat(lock(storage, shopper)).contains(touched);
    }

    @Test
    default void pollsAtOnceLeaveTheSessionAsTheLatestOfThemSays() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);

        AtOnce.on(16, i -> {
            storage.chatSessions().prolong(shopper.owner(), session.polled(NOW.plusSeconds(60 + i), IDLE));
            return true;
        });

        assertThat(lock(storage, shopper)).contains(session.polled(NOW.plusSeconds(75), IDLE));
    }

    @Test
    default void aPollDoesNotReviveASessionThatHasEnded() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        storage.aChange(shopper, session.ended(Reason.EXPLICIT, NOW.plusSeconds(1)));

        storage.chatSessions().prolong(shopper.owner(), session.polled(NOW.plusSeconds(60), IDLE));

        assertThat(lock(storage, shopper)).isEmpty();
        assertThat(isActive(storage, shopper, NOW.plusSeconds(61))).isFalse();
    }

    @Test
    default void aPollOfTheSessionBeforeDoesNotTouchTheOneAfter() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession first = storage.aChatSession(shopper, NOW);
        storage.aChange(shopper, first.ended(Reason.EXPLICIT, NOW.plusSeconds(1)));
        ChatSession second = storage.aChatSession(shopper, NOW.plusSeconds(2));

        storage.chatSessions().prolong(shopper.owner(), first.polled(NOW.plusSeconds(60), IDLE));

        assertThat(lock(storage, shopper)).contains(second);
    }

    @Test
    default void sessionsAreIdleFromTheirInstantOnAndNotBefore() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        storage.aChatSession(shopper, NOW);

        assertThat(storage.chatSessions().endIdle(OVER.minusMillis(1))).isZero();
        assertThat(lock(storage, shopper)).isPresent();

        assertThat(storage.chatSessions().endIdle(OVER)).isEqualTo(1);
        assertThat(lock(storage, shopper)).isEmpty();
        assertThat(storage.chatSessions().endIdle(OVER.plusSeconds(9))).isZero();
    }

    @Test
    default void idleSessionsOfAllTenantsAreEndedAndNoOthers() {
        StorageFixture storage = fixture();
        Shopper one = storage.aShopper();
        Shopper other = storage.aShopper();
        Shopper lively = storage.aShopper();
        Shopper gone = storage.aShopper();
        storage.aChatSession(one, NOW);
        storage.aChatSession(other, NOW.minusSeconds(9));
        ChatSession livelySession = storage.aChatSession(lively, NOW.plusSeconds(1));
        storage.aChange(gone, storage.aChatSession(gone, NOW).ended(Reason.EXPLICIT, NOW));

        assertThat(storage.chatSessions().endIdle(OVER)).isEqualTo(2);

        assertThat(lock(storage, one)).isEmpty();
        assertThat(lock(storage, other)).isEmpty();
        assertThat(lock(storage, lively)).contains(livelySession);
    }

    @Test
    default void nodesThatEndIdleSessionsAtOnceEndEachOnceAtItsOwnInstant() {
        StorageFixture storage = fixture();
        List<ChatSession> sessions = IntStream.range(0, 20)
                .mapToObj(i -> storage.aChatSession(storage.aShopper(), NOW.plusMillis(i)))
                .toList();
        Instant now = OVER.plusSeconds(60);

        List<Integer> ended = AtOnce.on(4, i -> storage.chatSessions().endIdle(now));
        // Sessions that one node had locked while another looked were passed over.
        int rest = storage.chatSessions().endIdle(now.plusSeconds(60));

        assertThat(ended.stream().mapToInt(Integer::intValue).sum() + rest).isEqualTo(20);
        assertThat(sessions).allSatisfy(session -> assertThat(ending(session))
                .isEqualTo(new Ending(session.idleAt(), Reason.IDLE)));
    }

    @Test
    default void theEndingIsKeptAsItWasGiven() {
        StorageFixture storage = fixture();
        for (Reason reason : Reason.values()) {
            Shopper shopper = storage.aShopper();
            ChatSession session = storage.aChatSession(shopper, NOW);

            storage.aChange(shopper, session.ended(reason, NOW.plusSeconds(3)));

            assertThat(ending(session)).isEqualTo(new Ending(NOW.plusSeconds(3), reason));
        }
    }

    @Test
    default void aSessionThatIsPolledAndEndedForIdlenessAtOnceIsEitherProlongedOrEnded() {
        StorageFixture storage = fixture();
        List<Shopper> shoppers =
                IntStream.range(0, 8).mapToObj(i -> storage.aShopper()).toList();
        List<ChatSession> sessions = shoppers.stream()
                .map(shopper -> storage.aChatSession(shopper, NOW))
                .toList();
        Instant justBefore = OVER.minusMillis(1);

        List<Integer> ended = AtOnce.on(9, i -> {
            if (i == 8) {
                return storage.chatSessions().endIdle(OVER);
            }
            storage.chatSessions()
                    .prolong(shoppers.get(i).owner(), sessions.get(i).polled(justBefore, IDLE));
            return 0;
        });

        long open = shoppers.stream()
                .filter(shopper -> lock(storage, shopper).isPresent())
                .count();
        assertThat(open + ended.get(8)).isEqualTo(8);
        assertThat(shoppers.stream().filter(shopper -> isActive(storage, shopper, OVER)))
                .hasSize((int) open);
    }
}
