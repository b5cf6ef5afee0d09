package com.ones1ght.application.chat.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.NewRuns.Beginning;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.credit.LedgerEntry;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link NewRuns} does with charged beginnings that are in flight together: each ends as if it were alone. */
public interface NewRunsContract {

    /** With an empty queue. */
    StorageFixture fixture();

    /** A new chat with its first round and run, each with contents of its own. */
    record Kickoff(Owner owner, Chat chat, Round first, NewRun run, Charge charge) {

        public static Kickoff of(Owner owner, ProfileId profile, long credits) {
            UUID id = UUID.randomUUID();
            Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile, NOW);
            Round first = chat.followUp(new RoundId(id), new Prompt("오늘 저녁 " + id), Language.KO, NOW.plusMillis(1));
            NewRun run = new NewRun(
                    "query of " + id,
                    RunSamples.GUARD,
                    NOW.plusMillis(2),
                    NOW.plus(StorageFixture.DEADLINE),
                    StorageFixture.CORRELATION);
            return new Kickoff(owner, chat, first, run, new Charge(first.id(), first.run(), credits));
        }

        public static Kickoff of(Profile profile, long credits) {
            return of(profile.owner(), profile.id(), credits);
        }

        public TenantId tenant() {
            return owner.tenant();
        }

        /** Empty when it failed. */
        public Optional<Beginning> begin(StorageFixture storage) {
            try {
                return Optional.of(storage.newRuns().beginCharged(owner, chat, first, run, charge));
            } catch (IllegalStateException e) {
                return Optional.empty();
            }
        }
    }

    private static Profile aProfileOfATenantWith(StorageFixture storage, long credits) {
        return storage.aProfileOf(
                storage.anotherLineOf(storage.aTenantWithCredits(credits).id()));
    }

    private static List<Optional<Beginning>> inFlightTogether(StorageFixture storage, List<Kickoff> kickoffs) {
        return storage.inFlightTogether(kickoffs.stream()
                .<Supplier<Optional<Beginning>>>map(kickoff -> () -> kickoff.begin(storage))
                .toList());
    }

    @Test
    default void kickoffsOfManyTenantsInFlightTogetherEndAsIfEachWereAlone() {
        StorageFixture storage = fixture();
        Profile rich = aProfileOfATenantWith(storage, 100);
        Profile sibling = storage.aProfileOf(storage.anotherLineOf(rich.owner().tenant()));
        Profile poor = aProfileOfATenantWith(storage, 3);
        Profile costly = aProfileOfATenantWith(storage, 10);
        Profile broke =
                storage.aProfileOf(storage.anotherLineOf(storage.aTenant().id()));
        List<Kickoff> begun = new ArrayList<>();
        List<Kickoff> uncovered = new ArrayList<>();
        List<Kickoff> ofNobody = new ArrayList<>();
        List<Kickoff> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Kickoff ofRich = Kickoff.of(rich, 1);
            Kickoff ofPoor = Kickoff.of(poor, 1);
            Kickoff ofCostly = Kickoff.of(costly, 4);
            Kickoff ofSibling = Kickoff.of(sibling, 2);
            Kickoff ofBroke = Kickoff.of(broke, 1);
            Kickoff unknown = Kickoff.of(rich.owner(), new ProfileId(UUID.randomUUID()), 1);
            Kickoff foreign = Kickoff.of(poor.owner(), rich.id(), 1);
            Kickoff ofAnotherLine = Kickoff.of(sibling.owner(), rich.id(), 1);
            all.addAll(List.of(ofRich, foreign, ofPoor, unknown, ofCostly, ofAnotherLine, ofBroke, ofSibling));
            begun.addAll(List.of(ofRich, ofSibling));
            (i < 3 ? begun : uncovered).add(ofPoor);
            (i < 2 ? begun : uncovered).add(ofCostly);
            uncovered.add(ofBroke);
            ofNobody.addAll(List.of(unknown, foreign, ofAnotherLine));
        }

        List<Optional<Beginning>> beginnings = inFlightTogether(storage, all);

        assertThat(beginnings)
                .containsExactlyElementsOf(all.stream()
                        .map(kickoff -> begun.contains(kickoff)
                                ? Beginning.BEGUN
                                : ofNobody.contains(kickoff) ? Beginning.PROFILE_MISSING : Beginning.NOT_ENOUGH_CREDIT)
                        .map(Optional::of)
                        .toList());
        assertThat(uncovered).hasSize(7);
        assertStored(storage, all, begun);
        assertLedger(storage, rich.owner().tenant(), 100, begun);
        assertLedger(storage, poor.owner().tenant(), 3, begun);
        assertLedger(storage, costly.owner().tenant(), 10, begun);
        assertThat(storage.credits().balance(rich.owner().tenant())).isEqualTo(88);
        assertThat(storage.credits().balance(poor.owner().tenant())).isZero();
        assertThat(storage.credits().balance(costly.owner().tenant())).isEqualTo(2);
        assertThat(storage.credits().balance(broke.owner().tenant())).isZero();
    }

    @Test
    default void aKickoffThatFailsDoesNotFailThoseInFlightWithIt() {
        StorageFixture storage = fixture();
        Profile profile = aProfileOfATenantWith(storage, 10);
        Profile other = aProfileOfATenantWith(storage, 2);
        Kickoff earlier = Kickoff.of(profile, 1);
        assertThat(earlier.begin(storage)).contains(Beginning.BEGUN);
        Kickoff twice = Kickoff.of(profile, 1);
        List<Kickoff> valid = List.of(
                Kickoff.of(profile, 1), Kickoff.of(other, 1), Kickoff.of(profile, 1), twice, Kickoff.of(other, 1));
        List<Kickoff> all = Stream.concat(
                        Stream.concat(valid.stream().limit(2), Stream.of(earlier)),
                        Stream.concat(valid.stream().skip(2), Stream.of(twice)))
                .toList();

        List<Optional<Beginning>> beginnings = inFlightTogether(storage, all);

        for (int i = 0; i < all.size(); i++) {
            if (valid.contains(all.get(i)) && all.get(i) != twice) {
                assertThat(beginnings.get(i)).contains(Beginning.BEGUN);
            }
        }
        assertThat(beginnings.get(all.indexOf(earlier))).isEmpty();
        assertThat(List.of(beginnings.get(all.indexOf(twice)), beginnings.get(all.lastIndexOf(twice))))
                .containsExactlyInAnyOrder(Optional.of(Beginning.BEGUN), Optional.empty());
        assertStored(storage, all, all);
        assertThat(storage.credits().balance(profile.owner().tenant())).isEqualTo(6);
        assertThat(storage.credits().balance(other.owner().tenant())).isZero();
        assertThat(charges(storage, profile.owner().tenant()))
                .extracting(LedgerEntry::balanceAfter)
                .containsExactly(9L, 8L, 7L, 6L);
        assertThat(charges(storage, other.owner().tenant()))
                .extracting(LedgerEntry::balanceAfter)
                .containsExactly(1L, 0L);
    }

    /** Those that have begun are there with their contents, and their runs due, and nothing else is. */
    private static void assertStored(StorageFixture storage, List<Kickoff> all, List<Kickoff> begun) {
        for (Kickoff kickoff : new LinkedHashSet<>(all)) {
            Optional<Chat> stored = storage.inTransaction(() -> storage.chats()
                    .lock(
                            kickoff.owner(),
                            kickoff.chat().profile(),
                            kickoff.chat().id()));
            assertThat(stored).isEqualTo(begun.contains(kickoff) ? Optional.of(chatOf(kickoff)) : Optional.empty());
        }
        List<Kickoff> stored = new LinkedHashSet<>(begun).stream().toList();
        List<ClaimedRun> due = storage.runQueue().claimDue(1_000, NOW.plus(StorageFixture.DEADLINE), RunSamples.LEASE);
        assertThat(due)
                .extracting(ClaimedRun::round)
                .containsExactlyInAnyOrderElementsOf(
                        stored.stream().map(Kickoff::first).toList());
        assertThat(due)
                .extracting(ClaimedRun::userQuery)
                .containsExactlyInAnyOrderElementsOf(stored.stream()
                        .map(kickoff -> kickoff.run().userQuery())
                        .toList());
        assertThat(due).allSatisfy(run -> {
            assertThat(run.userQuery()).isEqualTo("query of " + run.round().id().value());
            assertThat(run.deadline()).isEqualTo(NOW.plus(StorageFixture.DEADLINE));
            assertThat(run.correlation()).isEqualTo(StorageFixture.CORRELATION);
        });
    }

    private static Chat chatOf(Kickoff kickoff) {
        return new Chat(
                kickoff.chat().id(),
                kickoff.chat().profile(),
                kickoff.first(),
                kickoff.chat().createdAt());
    }

    /** Each is charged once, in the order of arrival, and each entry has the balance that it left. */
    private static void assertLedger(StorageFixture storage, TenantId tenant, long credits, List<Kickoff> begun) {
        List<LedgerEntry> expected = new ArrayList<>();
        long balance = credits;
        for (Kickoff kickoff : begun) {
            if (kickoff.tenant().equals(tenant)) {
                LedgerEntry entry =
                        kickoff.charge().entry(balance, kickoff.run().acceptedAt());
                expected.add(entry);
                balance = entry.balanceAfter();
            }
        }
        assertThat(charges(storage, tenant)).containsExactlyElementsOf(expected);
        assertThat(storage.credits().balance(tenant)).isEqualTo(balance);
    }

    private static List<LedgerEntry> charges(StorageFixture storage, TenantId tenant) {
        return storage.credits().page(tenant, new PageRequest(0, 100, Order.ASC)).items().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.CHARGE)
                .toList();
    }
}
