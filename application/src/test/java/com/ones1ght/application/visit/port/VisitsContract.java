package com.ones1ght.application.visit.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.visit.VisitView;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Visits} does. */
public interface VisitsContract {

    /** White space, order, number forms and escapes that a parser and writer would change. */
    String META = "{ \"b\":1.0,\"a\" : 1e400,\"z\":-0,\n\t\"t\":\"두부\\u0000 \\ud83c 🍜 \\/\",\"b2\":[ ] }";

    StorageFixture fixture();

    private static Optional<Visit> lock(StorageFixture storage, Owner owner, ProfileId profile) {
        return storage.inTransaction(() -> storage.visits().lockActive(owner, profile));
    }

    private static Optional<Visit> lock(StorageFixture storage, Shopper shopper) {
        return lock(storage, shopper.owner(), shopper.profileId());
    }

    private static Visit aNewVisitOf(Profile profile) {
        return Visit.started(new VisitId(UUID.randomUUID()), profile.id(), null, NOW);
    }

    private static VisitView view(StorageFixture storage, Shopper shopper) {
        return storage.visitQueries()
                .visit(shopper.owner(), shopper.profileId(), shopper.visit().id())
                .orElseThrow();
    }

    @Test
    default void anAddedVisitIsUnderWayAsItWasGiven() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Visit visit = aNewVisitOf(profile);

        boolean added = storage.inTransaction(() -> storage.visits().addIfNoneIsActive(profile.owner(), visit));

        assertThat(added).isTrue();
        assertThat(lock(storage, profile.owner(), profile.id())).contains(visit);
    }

    @Test
    default void aProfileWithoutAVisitHasNoneUnderWay() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();

        assertThat(lock(storage, profile.owner(), profile.id())).isEmpty();
    }

    @Test
    default void aSecondVisitIsNotAddedAndTheFirstStaysAsItIs() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        Visit stamped = storage.aStamp(shopper, "CHAT", META, NOW.plusSeconds(1));

        boolean added = storage.inTransaction(
                () -> storage.visits().addIfNoneIsActive(shopper.owner(), aNewVisitOf(shopper.profile())));

        assertThat(added).isFalse();
        assertThat(lock(storage, shopper)).contains(stamped);
        assertThat(view(storage, shopper).stamps()).hasSize(2);
    }

    @Test
    default void ofManyStartsAtOnceExactlyOneIsAdded() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        List<Visit> visits = AtOnce.on(32, i -> aNewVisitOf(profile));

        List<Boolean> added = AtOnce.on(
                32,
                i -> storage.inTransaction(() -> {
                    storage.profiles().hold(profile.owner(), profile.id());
                    return storage.visits().addIfNoneIsActive(profile.owner(), visits.get(i));
                }));

        assertThat(added).containsOnlyOnce(true);
        assertThat(lock(storage, profile.owner(), profile.id())).contains(visits.get(added.indexOf(true)));
    }

    @Test
    default void aStartThatFailsLeavesTheProfileFreeForAnother() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();

        assertThatThrownBy(() -> storage.run(() -> {
                    storage.visits().addIfNoneIsActive(profile.owner(), aNewVisitOf(profile));
                    throw new IllegalStateException("the work fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(lock(storage, profile.owner(), profile.id())).isEmpty();
        assertThat(storage.aShopperOf(profile, NOW).visit().stamps()).isEqualTo(1);
    }

    @Test
    default void visitsOfOtherProfilesOfTheOwnerAreNotInTheWay() {
        StorageFixture storage = fixture();
        Shopper first = storage.aShopper();
        Shopper second = storage.aShopperOf(storage.aProfileOf(first.owner()), NOW);

        assertThat(lock(storage, first)).contains(first.visit());
        assertThat(lock(storage, second)).contains(second.visit());
    }

    @Test
    default void aVisitOfAnUnknownProfileIsRefused() {
        StorageFixture storage = fixture();
        Owner owner = storage.anOwner();
        Visit visit = Visit.started(new VisitId(UUID.randomUUID()), new ProfileId(UUID.randomUUID()), null, NOW);

        assertThatThrownBy(() -> storage.run(() -> storage.visits().addIfNoneIsActive(owner, visit)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    default void whatIsNotTheOwnersIsNotFound() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        Owner owner = shopper.owner();
        Profile sibling = storage.aProfileOf(owner);

        assertThat(lock(storage, owner, sibling.id())).isEmpty();
        assertThat(lock(storage, owner, new ProfileId(UUID.randomUUID()))).isEmpty();
        assertThat(lock(storage, storage.anotherLineOf(owner.tenant()), shopper.profileId()))
                .isEmpty();
        assertThat(lock(storage, new Owner(storage.aTenant().id(), owner.line()), shopper.profileId()))
                .isEmpty();
    }

    @Test
    default void aStampedVisitIsLockedWithItsLastStamp() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();

        Visit second = storage.aStamp(shopper, "과일 코너 🍎", META, NOW.plusSeconds(1));
        assertThat(lock(storage, shopper)).contains(second);

        Visit third = storage.aStamp(shopper, "CHAT", null, NOW.plusSeconds(2));
        assertThat(lock(storage, shopper)).contains(third);
        assertThat(third.stamps()).isEqualTo(3);
    }

    @Test
    default void stampsKeepTheirOrderAlsoWithinOneInstant() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        List<String> labels = List.of("z", "CHAT", "a", "CHAT", "ENTER", "m", "b", "a", "y", "c", "x", "k");

        labels.forEach(label -> storage.aStamp(shopper, label, null, NOW));

        assertThat(view(storage, shopper).stamps())
                .extracting(stamp -> stamp.stage().label())
                .startsWith("ENTER")
                .endsWith(labels.toArray(String[]::new))
                .hasSize(13);
    }

    @Test
    default void metaComesBackByteForByte() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();

        storage.aStamp(shopper, "CHAT", META, NOW.plusSeconds(1));
        storage.aStamp(shopper, "CHAT", "{}", NOW.plusSeconds(2));

        assertThat(view(storage, shopper).stamps())
                .extracting(stamp -> String.valueOf(stamp.meta()))
                .containsExactly("null", META, "{}");
    }

    @Test
    default void stampsUnderTheLockLoseNothing() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();

        List<Visit> stamped = AtOnce.on(16, i -> storage.aStamp(shopper, "stage " + i, null, NOW.plusSeconds(i)));

        assertThat(stamped).extracting(Visit::stamps).doesNotHaveDuplicates();
        assertThat(lock(storage, shopper)).map(Visit::stamps).contains(17);
        assertThat(view(storage, shopper).stamps()).hasSize(17).isSortedAccordingTo((one, other) -> one.at()
                .compareTo(other.at()));
    }

    @Test
    default void aStampThatFailsLeavesNothing() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();

        assertThatThrownBy(() -> storage.run(() -> {
                    storage.visits().lockActive(shopper.owner(), shopper.profileId());
                    storage.visits().addStamp(shopper.owner(), shopper.visit().stamped(Stage.CHAT, null, null, NOW));
                    throw new IllegalStateException("the work fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(lock(storage, shopper)).contains(shopper.visit());
        assertThat(view(storage, shopper).stamps()).hasSize(1);
    }

    @Test
    default void anEndedVisitIsNoLongerUnderWayAndAnotherMayFollow() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();

        end(storage, shopper);

        assertThat(lock(storage, shopper)).isEmpty();
        assertThat(view(storage, shopper).endedAt()).isEqualTo(NOW.plusSeconds(5));
        Shopper again = storage.aShopperOf(shopper.profile(), NOW.plusSeconds(6));
        assertThat(lock(storage, shopper)).contains(again.visit());
        assertThat(view(storage, shopper).endedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    private static void end(StorageFixture storage, Shopper shopper) {
        storage.run(() -> storage.visits()
                .end(
                        shopper.owner(),
                        storage.visits()
                                .lockActive(shopper.owner(), shopper.profileId())
                                .orElseThrow()
                                .ended(NOW.plusSeconds(5))));
    }

    @Test
    default void ofManyEndsAtOnceOneFindsTheVisit() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();

        List<Boolean> found = AtOnce.on(
                8,
                i -> storage.inTransaction(() -> {
                    Optional<Visit> active = storage.visits().lockActive(shopper.owner(), shopper.profileId());
                    active.ifPresent(visit -> storage.visits().end(shopper.owner(), visit.ended(NOW)));
                    return active.isPresent();
                }));

        assertThat(found).containsOnlyOnce(true);
    }
}
