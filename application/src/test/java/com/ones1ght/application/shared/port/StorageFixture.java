package com.ones1ght.application.shared.port;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.access.port.CreditLedger;
import com.ones1ght.application.access.port.Tenants;
import com.ones1ght.application.chat.port.ChatViews;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.access.Tenant;
import com.ones1ght.domain.access.TenantId;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The storage that a contract is run against: the ports of one adapter, and what tests need to be there first. Each
 * test makes tenants of its own, so that tests share a database without seeing each other; only a
 * {@link RunQueue} spans tenants and must be empty when its contract's tests begin.
 */
public interface StorageFixture {

    /** Has microseconds, as far as a database keeps them. */
    Instant NOW = Instant.parse("2026-04-29T05:28:08.123456Z");

    Duration DEADLINE = Duration.ofMinutes(5);

    Tenants tenants();

    ApiKeys apiKeys();

    CreditLedger credits();

    Profiles profiles();

    Chats chats();

    ChatViews chatViews();

    RunQueue runQueue();

    UnitOfWork unitOfWork();

    /** What a kickoff has made. */
    record Started(Owner owner, Profile profile, Chat chat, Round round, NewRun run) {

        /** The chat as it is with this round as its last. */
        public Chat chatNow() {
            return new Chat(chat.id(), chat.profile(), round, chat.createdAt());
        }
    }

    default <T> T inTransaction(Supplier<T> work) {
        return unitOfWork().inTransaction(work);
    }

    default void run(Runnable work) {
        unitOfWork().inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** A tenant with an empty account. */
    default Tenant aTenant() {
        UUID id = UUID.randomUUID();
        String code = id.toString().replace("-", "");
        Tenant tenant = new Tenant(new TenantId(id), code, "A retailer", Language.KO, true);
        run(() -> tenants().addIfAbsent(tenant, NOW));
        return tenant;
    }

    default Tenant aTenantWithCredits(long credits) {
        Tenant tenant = aTenant();
        run(() -> credits().grant(tenant.id(), credits, "for a test", NOW));
        return tenant;
    }

    /** An owner of a tenant of its own, with ten credits. */
    default Owner anOwner() {
        return anotherLineOf(aTenantWithCredits(10).id());
    }

    default Owner anotherLineOf(TenantId tenant) {
        return new Owner(tenant, new KeyLine(UUID.randomUUID()));
    }

    default Profile aProfile() {
        return aProfileOf(anOwner());
    }

    default Profile aProfileOf(Owner owner) {
        Profile profile = new Profile(
                new ProfileId(UUID.randomUUID()),
                owner,
                new ProfileDocument("{ \"name\":\"佐藤花子\", \"age\": 32,\"x\":1.0 }"),
                new ProfileFacts(
                        "佐藤花子",
                        "F",
                        32L,
                        Language.JA,
                        "共働きの二児の親",
                        new StoreId("store-7"),
                        "{\"extra\":\"辛いもの好き\",\"x\":1.0}"),
                NOW,
                NOW);
        run(() -> profiles().add(profile));
        return profile;
    }

    default NewRun aRunAt(Instant acceptedAt) {
        return new NewRun("Profile: name A\n\n오늘 저녁 뭐 먹지? 🍜", acceptedAt, acceptedAt.plus(DEADLINE));
    }

    /** A new chat with its first round; nothing is charged. */
    default Started aStartedRound() {
        return aStartedRoundOf(aProfile(), NOW);
    }

    default Started aStartedRoundOf(Profile profile, Instant at) {
        Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), at);
        Round round = chat.followUp(new RoundId(UUID.randomUUID()), new Prompt("오늘 저녁 뭐 먹지?"), Language.KO, at);
        NewRun run = aRunAt(at);
        run(() -> chats().begin(profile.owner(), chat, round, run));
        return new Started(profile.owner(), profile, chat, round, run);
    }

    /** The next round of a chat whose last round does not stand in its way. */
    default Started aFollowUp(Profile profile, Chat chat, String prompt, Instant at) {
        Round round = chat.followUp(new RoundId(UUID.randomUUID()), new Prompt(prompt), Language.KO, at);
        NewRun run = aRunAt(at);
        run(() -> chats().addRound(profile.owner(), profile.id(), round, run));
        return new Started(profile.owner(), profile, chat, round, run);
    }

    /** Another run of the last round. */
    default Started aRefinement(Started last, Round asItIs, String prompt, Instant at) {
        Chat chat = new Chat(
                last.chat().id(), last.profile().id(), asItIs, last.chat().createdAt());
        Round again = chat.refine(asItIs.id(), new Prompt(prompt), Language.EN, at);
        NewRun run = aRunAt(at);
        run(() -> {
            chats().lock(last.owner(), last.profile().id(), chat.id());
            chats().restartRound(last.owner(), last.profile().id(), again, run);
        });
        return new Started(last.owner(), last.profile(), chat, again, run);
    }
}
