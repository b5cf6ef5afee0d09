package com.ones1ght.application.visit.port;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.visit.PersonaStatus;
import com.ones1ght.application.visit.VisitView;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link VisitQueries} does. */
public interface VisitQueriesContract {

    StorageFixture fixture();

    private static void end(StorageFixture storage, Shopper shopper, Instant at) {
        storage.run(() -> storage.visits()
                .end(
                        shopper.owner(),
                        storage.visits()
                                .lockActive(shopper.owner(), shopper.profileId())
                                .orElseThrow()
                                .ended(at)));
    }

    private static PersonaStatus status(StorageFixture storage, Shopper shopper, Instant now) {
        return storage.visitQueries()
                .status(shopper.owner(), shopper.profileId(), now)
                .orElseThrow();
    }

    @Test
    default void aVisitIsShownWithItsStampsInOrder() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        storage.aStamp(shopper, "CHAT", "{\"x\":1.0}", NOW.plusSeconds(1));
        storage.aStamp(shopper, "CHECKOUT", null, NOW.plusSeconds(2));

        VisitView expected = new VisitView(
                shopper.visit().id(),
                shopper.profileId(),
                NOW,
                null,
                List.of(
                        new Stamp(Stage.ENTER, null, NOW),
                        new Stamp(Stage.CHAT, "{\"x\":1.0}", NOW.plusSeconds(1)),
                        new Stamp(new Stage("CHECKOUT"), null, NOW.plusSeconds(2))));

        assertThat(storage.visitQueries().active(shopper.owner(), shopper.profileId()))
                .contains(expected);
        assertThat(storage.visitQueries()
                        .visit(
                                shopper.owner(),
                                shopper.profileId(),
                                shopper.visit().id()))
                .contains(expected);
    }

    @Test
    default void anEndedVisitIsShownWhenItIsNamedAlone() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();

        end(storage, shopper, NOW.plusSeconds(3));

        assertThat(storage.visitQueries().active(shopper.owner(), shopper.profileId()))
                .isEmpty();
        assertThat(storage.visitQueries()
                        .visit(
                                shopper.owner(),
                                shopper.profileId(),
                                shopper.visit().id()))
                .map(VisitView::endedAt)
                .contains(NOW.plusSeconds(3));
    }

    @Test
    default void eachVisitIsShownWithItsOwnStampsAlone() {
        StorageFixture storage = fixture();
        Shopper first = storage.aShopper();
        storage.aStamp(first, "CHAT", null, NOW.plusSeconds(1));
        end(storage, first, NOW.plusSeconds(2));
        Shopper second = storage.aShopperOf(first.profile(), NOW.plusSeconds(3));

        assertThat(storage.visitQueries().active(first.owner(), first.profileId()))
                .contains(new VisitView(
                        second.visit().id(),
                        first.profileId(),
                        NOW.plusSeconds(3),
                        null,
                        List.of(new Stamp(Stage.ENTER, null, NOW.plusSeconds(3)))));
        assertThat(storage.visitQueries()
                        .visit(first.owner(), first.profileId(), first.visit().id()))
                .map(view -> view.stamps().size())
                .contains(2);
    }

    @Test
    default void whatIsNotTheOwnersIsNotFound() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        Owner owner = shopper.owner();
        VisitId visit = shopper.visit().id();
        Profile sibling = storage.aProfileOf(owner);
        Shopper busySibling = storage.aShopperOf(storage.aProfileOf(owner), NOW);

        assertThat(storage.visitQueries().visit(owner, shopper.profileId(), new VisitId(UUID.randomUUID())))
                .isEmpty();
        assertThat(storage.visitQueries().active(owner, sibling.id())).isEmpty();
        assertThat(storage.visitQueries().visit(owner, busySibling.profileId(), visit))
                .isEmpty();
        assertNothingIsFound(storage, owner, new ProfileId(UUID.randomUUID()), visit);
        assertNothingIsFound(storage, storage.anotherLineOf(owner.tenant()), shopper.profileId(), visit);
        assertNothingIsFound(storage, new Owner(storage.aTenant().id(), owner.line()), shopper.profileId(), visit);
    }

    private static void assertNothingIsFound(StorageFixture storage, Owner owner, ProfileId profile, VisitId visit) {
        assertThat(storage.visitQueries().visit(owner, profile, visit)).isEmpty();
        assertThat(storage.visitQueries().active(owner, profile)).isEmpty();
        assertThat(storage.visitQueries().status(owner, profile, NOW)).isEmpty();
    }

    @Test
    default void aProfileWithoutAVisitHasAStatusWithoutAnything() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();

        assertThat(storage.visitQueries().status(profile.owner(), profile.id(), NOW))
                .contains(new PersonaStatus(profile.id(), null, null, null));
    }

    @Test
    default void theStatusIsTheLatestStamp() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        storage.aStamp(shopper, "CHECKOUT", null, NOW.plusSeconds(7));

        assertThat(status(storage, shopper, NOW.plusSeconds(8)))
                .isEqualTo(new PersonaStatus(shopper.profileId(), new Stage("CHECKOUT"), null, NOW.plusSeconds(7)));
    }

    @Test
    default void betweenVisitsTheStatusTellsWhenTheLastOneEnded() {
        StorageFixture storage = fixture();
        Shopper first = storage.aShopper();
        end(storage, first, NOW.plusSeconds(1));
        Shopper second = storage.aShopperOf(first.profile(), NOW.plusSeconds(2));
        end(storage, second, NOW.plusSeconds(9));

        assertThat(status(storage, first, NOW.plusSeconds(10)))
                .isEqualTo(new PersonaStatus(first.profileId(), null, null, NOW.plusSeconds(9)));
    }

    @Test
    default void aVisitUnderWayIsTheLatestWhenTheOneBeforeEndedAtTheSameInstant() {
        StorageFixture storage = fixture();
        Shopper first = storage.aShopper();
        end(storage, first, NOW.plusSeconds(1));
        storage.aShopperOf(first.profile(), NOW.plusSeconds(1));

        assertThat(status(storage, first, NOW.plusSeconds(1)).stage()).isEqualTo(Stage.ENTER);
    }

    @Test
    default void theStatusKnowsAChatSessionUntilItHasBeenIdleForTooLong() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        storage.aStamp(shopper, "CHAT", null, NOW.plusSeconds(1));
        ChatSession session = storage.aChatSession(shopper, NOW.plusSeconds(2));
        Instant over = NOW.plusSeconds(2).plus(IDLE);

        PersonaStatus chatting = status(storage, shopper, over.minusMillis(1));
        assertThat(chatting.chatSession()).isEqualTo(session.visit());
        assertThat(chatting.lastActiveAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(status(storage, shopper, over).chatSession()).isNull();
        assertThat(status(storage, shopper, over).lastActiveAt()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    default void theStatusKnowsNoChatSessionThatHasEnded() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW.plusSeconds(2));

        storage.aChange(shopper, session.ended(ChatSession.Reason.EXPLICIT, NOW.plusSeconds(4)));

        PersonaStatus status = status(storage, shopper, NOW.plusSeconds(5));
        assertThat(status.chatSession()).isNull();
        assertThat(status.lastActiveAt())
                .as("that the shopper ended it was the last that happened")
                .isEqualTo(NOW.plusSeconds(4));
    }

    @Test
    default void theStatusKnowsTheSecondChatSessionOfAVisit() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession first = storage.aChatSession(shopper, NOW);
        storage.aChange(shopper, first.ended(ChatSession.Reason.EXPLICIT, NOW.plusSeconds(1)));
        storage.aChatSession(shopper, NOW.plusSeconds(2));

        PersonaStatus status = status(storage, shopper, NOW.plusSeconds(3));

        assertThat(status.chatSession()).isEqualTo(shopper.visit().id());
        assertThat(status.lastActiveAt()).isEqualTo(NOW.plusSeconds(2));
    }
}
