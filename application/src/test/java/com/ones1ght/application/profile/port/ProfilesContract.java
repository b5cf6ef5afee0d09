package com.ones1ght.application.profile.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Profiles} does. No chat session is under way when a test begins. */
public interface ProfilesContract {

    ProfileFacts NO_FACTS = new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE);

    StorageFixture fixture();

    @Test
    default void anAddedProfileIsFoundAsItWasGiven() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();

        assertThat(storage.profiles().find(profile.owner(), profile.id())).contains(profile);
        assertThat(storage.profiles().facts(profile.owner(), profile.id())).contains(profile.facts());
        assertThat(storage.inTransaction(() -> storage.profiles().lock(profile.owner(), profile.id())))
                .contains(profile);
    }

    @Test
    default void aProfileOfWhichNothingIsReadIsFoundAsItWasGiven() {
        StorageFixture storage = fixture();
        Owner owner = storage.anOwner();
        Profile profile = new Profile(
                new ProfileId(UUID.randomUUID()),
                owner,
                new ProfileDocument("{\"b\":1e5,\n \"a\":-0,\"b\":\"\\u0000\"}"),
                NO_FACTS,
                NOW,
                NOW.plusSeconds(1));

        storage.run(() -> storage.profiles().add(profile));

        assertThat(storage.profiles().find(owner, profile.id())).contains(profile);
        assertThat(storage.profiles().facts(owner, profile.id())).contains(NO_FACTS);
    }

    @Test
    default void anUnknownProfileIsNotFound() {
        StorageFixture storage = fixture();
        Owner owner = storage.anOwner();
        ProfileId unknown = new ProfileId(UUID.randomUUID());

        assertNotFound(storage, owner, unknown);
    }

    @Test
    default void aProfileOfAnotherTenantIsNotFound() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Owner other = new Owner(storage.aTenant().id(), profile.owner().line());

        assertNotFound(storage, other, profile.id());
    }

    @Test
    default void aProfileOfAnotherLineOfKeysIsNotFound() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Owner other = storage.anotherLineOf(profile.owner().tenant());

        assertNotFound(storage, other, profile.id());
    }

    private static void assertNotFound(StorageFixture storage, Owner owner, ProfileId id) {
        assertThat(storage.profiles().find(owner, id)).isEmpty();
        assertThat(storage.profiles().facts(owner, id)).isEmpty();
        assertThat(storage.inTransaction(() -> storage.profiles().lock(owner, id)))
                .isEmpty();
    }

    @Test
    default void savingReplacesTheContent() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Profile changed = profile.changedTo(new ProfileDocument("{\"other\":[1, 2]}"), NO_FACTS, NOW.plusSeconds(9));

        storage.run(() -> {
            storage.profiles().lock(profile.owner(), profile.id());
            storage.profiles().save(changed);
        });

        assertThat(storage.profiles().find(profile.owner(), profile.id())).contains(changed);
        assertThat(storage.profiles().facts(profile.owner(), profile.id())).contains(NO_FACTS);
    }

    @Test
    default void whatWasReadButNotSavedStaysAsItWas() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();

        assertThatThrownBy(() -> storage.run(() -> {
                    storage.profiles().lock(profile.owner(), profile.id());
                    storage.profiles().save(profile.changedTo(new ProfileDocument("{}"), NO_FACTS, NOW));
                    throw new IllegalStateException("the work fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(storage.profiles().find(profile.owner(), profile.id())).contains(profile);
    }

    @Test
    default void changesUnderTheLockLoseNothing() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        storage.run(() -> storage.profiles().save(profile.changedTo(new ProfileDocument("{0}"), NO_FACTS, NOW)));

        AtOnce.on(
                8,
                i -> storage.inTransaction(() -> {
                    Profile stored = storage.profiles()
                            .lock(profile.owner(), profile.id())
                            .orElseThrow();
                    String text = stored.document().json();
                    String counted = "{" + (Integer.parseInt(text.substring(1, text.length() - 1)) + 1) + "}";
                    storage.profiles().save(stored.changedTo(new ProfileDocument(counted), NO_FACTS, NOW));
                    return counted;
                }));

        assertThat(storage.profiles().find(profile.owner(), profile.id()))
                .map(found -> found.document().json())
                .contains("{8}");
    }

    @Test
    default void anErasedProfileIsGoneWithItsChats() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Owner owner = started.owner();
        ProfileId id = started.profile().id();

        storage.run(() -> storage.profiles().erase(owner, id, NOW));

        assertNotFound(storage, owner, id);
        assertThat(storage.chatQueries().chat(owner, id, started.chat().id())).isEmpty();
        assertThat(storage.chatQueries().page(owner, id, RunSamples.FIRST_PAGE)).isEmpty();
        assertThat(storage.inTransaction(
                        () -> storage.chats().lock(owner, id, started.chat().id())))
                .isEmpty();
        assertThatThrownBy(() -> storage.run(
                        () -> storage.newRuns().begin(owner, started.chat(), started.round(), started.run())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    default void erasingSomebodyElsesProfileDoesNothing() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Owner other = storage.anotherLineOf(started.owner().tenant());

        storage.run(() -> storage.profiles().erase(other, started.profile().id(), NOW));

        assertThat(storage.profiles().find(started.owner(), started.profile().id()))
                .contains(started.profile());
        assertThat(storage.chatQueries()
                        .chat(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id()))
                .isPresent();
    }

    @Test
    default void erasureLeavesOtherProfilesOfTheOwnerAlone() {
        StorageFixture storage = fixture();
        Started erased = storage.aStartedRound();
        Started kept = storage.aStartedRoundOf(storage.aProfileOf(erased.owner()), NOW);

        storage.run(
                () -> storage.profiles().erase(erased.owner(), erased.profile().id(), NOW));

        assertThat(storage.chatQueries()
                        .chat(kept.owner(), kept.profile().id(), kept.chat().id()))
                .isPresent();
    }

    @Test
    default void erasureGivesBackTheCreditsOfRunsWithoutAShoppingListOnce() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Owner owner = started.owner();
        storage.run(() -> storage.credits()
                .charge(owner.tenant(), new Charge(started.round().id(), 0, 3), NOW));

        storage.run(() -> storage.profiles().erase(owner, started.profile().id(), NOW));
        storage.run(() -> storage.profiles().erase(owner, started.profile().id(), NOW));

        assertThat(storage.credits().balance(owner.tenant())).isEqualTo(10);
    }

    @Test
    default void erasureKeepsTheCreditsOfRunsWithAShoppingList() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Owner owner = started.owner();
        storage.run(() -> storage.credits()
                .charge(owner.tenant(), new Charge(started.round().id(), 0, 3), NOW));
        ClaimedRun claimed = RunSamples.claim(storage, started, NOW);
        storage.runQueue()
                .save(
                        claimed.claim(),
                        RunSamples.update(started.round(), RunSamples.snapshotUpToStep(2), NOW.plusSeconds(1)),
                        NOW.plusSeconds(1));

        storage.run(() -> storage.profiles().erase(owner, started.profile().id(), NOW));

        assertThat(storage.credits().balance(owner.tenant())).isEqualTo(7);
    }

    @Test
    default void aRunUnderWayCanWriteNothingAfterTheErasure() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun claimed = RunSamples.claim(storage, started, NOW);

        storage.run(() ->
                storage.profiles().erase(started.owner(), started.profile().id(), NOW));

        assertThat(storage.runQueue()
                        .save(
                                claimed.claim(),
                                RunSamples.update(started.round(), RunSamples.snapshotUpToStep(4), NOW),
                                NOW))
                .isFalse();
        assertThat(storage.runQueue().renew(List.of(claimed.claim()), NOW, Duration.ofSeconds(30)))
                .isEmpty();
    }

    @Test
    default void holdingAProfileThatIsNotTheOwnersFindsNothing() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Owner owner = profile.owner();

        assertThat(hold(storage, owner, profile.id())).contains(profile.facts());
        assertThat(hold(storage, owner, new ProfileId(UUID.randomUUID()))).isEmpty();
        assertThat(hold(storage, storage.anotherLineOf(owner.tenant()), profile.id()))
                .isEmpty();
        assertThat(hold(storage, new Owner(storage.aTenant().id(), owner.line()), profile.id()))
                .isEmpty();
    }

    private static Optional<ProfileFacts> hold(StorageFixture storage, Owner owner, ProfileId id) {
        return storage.inTransaction(() -> storage.profiles().hold(owner, id));
    }

    @Test
    default void whatIsDoneToAHeldProfileIsEitherErasedWithItOrRefused() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();

        AtOnce.on(8, i -> {
            if (i == 7) {
                storage.run(() -> storage.profiles().erase(profile.owner(), profile.id(), NOW));
                return false;
            }
            return startIfHeld(storage, profile);
        });

        assertNotFound(storage, profile.owner(), profile.id());
        assertThat(hold(storage, profile.owner(), profile.id())).isEmpty();
        assertThat(storage.visitQueries().active(profile.owner(), profile.id())).isEmpty();
    }

    private static boolean startIfHeld(StorageFixture storage, Profile profile) {
        return storage.inTransaction(() -> {
            Optional<ProfileFacts> held = storage.profiles().hold(profile.owner(), profile.id());
            held.ifPresent(facts -> {
                storage.visits()
                        .addIfNoneIsActive(
                                profile.owner(),
                                Visit.started(new VisitId(UUID.randomUUID()), profile.id(), null, NOW));
            });
            return held.isPresent();
        });
    }

    @Test
    default void anErasedProfileIsGoneWithItsVisitsAndChatSessions() {
        StorageFixture storage = fixture();
        Shopper ended = storage.aShopper();
        Owner owner = ended.owner();
        storage.aChange(ended, storage.aChatSession(ended, NOW).ended(ChatSession.Reason.EXPLICIT, NOW));
        storage.run(() -> storage.visits().end(owner, ended.visit().ended(NOW)));
        Shopper shopper = storage.aShopperOf(ended.profile(), NOW);
        storage.aStamp(shopper, "CHAT", "{}", NOW);
        ChatSession session = storage.aChatSession(shopper, NOW);
        storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);

        storage.run(() -> storage.profiles().erase(owner, shopper.profileId(), NOW));

        assertNotFound(storage, owner, shopper.profileId());
        assertVisitIsGone(storage, ended);
        assertVisitIsGone(storage, shopper);
        assertThat(storage.chatSessions().endIdle(NOW.plus(StorageFixture.IDLE)))
                .isZero();
    }

    private static void assertVisitIsGone(StorageFixture storage, Shopper shopper) {
        Owner owner = shopper.owner();
        ProfileId profile = shopper.profileId();
        VisitId visit = shopper.visit().id();
        assertThat(storage.visitQueries().visit(owner, profile, visit)).isEmpty();
        assertThat(storage.visitQueries().status(owner, profile, NOW)).isEmpty();
        assertThat(storage.chatSessionViews().active(owner, profile, visit, NOW))
                .isEmpty();
        assertThat(storage.inTransaction(() -> storage.visits().lockActive(owner, profile)))
                .isEmpty();
        assertThat(storage.inTransaction(() -> storage.chatSessions().lockOpen(owner, profile, visit)))
                .isEmpty();
    }

    @Test
    default void erasureLeavesTheVisitsOfOtherProfilesOfTheOwnerAlone() {
        StorageFixture storage = fixture();
        Shopper erased = storage.aShopper();
        Shopper kept = storage.aShopperOf(storage.aProfileOf(erased.owner()), NOW);
        ChatSession session = storage.aChatSession(kept, NOW);

        storage.run(() -> storage.profiles().erase(erased.owner(), erased.profileId(), NOW));

        assertThat(storage.visitQueries().active(kept.owner(), kept.profileId()))
                .isPresent();
        assertThat(storage.inTransaction(() -> storage.chatSessions()
                        .lockOpen(kept.owner(), kept.profileId(), kept.visit().id())))
                .contains(session);
    }
}
