package com.ones1ght.application.shared.port;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.chat.port.ChatVersions;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.TodoLists;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.ShopperPositions;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.signage.port.RecentPassages;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.application.visit.port.Visits;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The storage that a contract is run against: the ports of one adapter, and what tests need to be there first. Each
 * test makes tenants of its own, so that tests share a database without seeing each other; only the
 * {@link RunQueue}, the ends of idle {@link ChatSessions} and the {@link SignageOutbox} span tenants: there must be no
 * due run, no idle session and no due delivery when the tests of their contracts begin.
 */
public interface StorageFixture {

    /** Has microseconds, as far as a database keeps them. */
    Instant NOW = Instant.parse("2026-04-29T05:28:08.123456Z");

    Duration DEADLINE = Duration.ofMinutes(5);

    /** What the requests of the samples are known by. */
    Correlation CORRELATION = Correlation.of(
            "app-7:{\"~", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "vendor=a b,other@us=1");

    /** How long a chat session lives in which nothing happens. */
    Duration IDLE = Duration.ofHours(1);

    Tenants tenants();

    ApiKeys apiKeys();

    AuditLog auditLog();

    CreditLedger credits();

    Profiles profiles();

    Chats chats();

    NewRuns newRuns();

    ChatQueries chatQueries();

    ChatVersions chatVersions();

    TodoLists todoLists();

    RunQueue runQueue();

    Visits visits();

    VisitQueries visitQueries();

    ChatSessions chatSessions();

    ChatSessionViews chatSessionViews();

    EventLog eventLog();

    TriggeredRounds triggeredRounds();

    ShopperPositions shopperPositions();

    SignageOutbox signageOutbox();

    RecentPassages recentPassages();

    UnitOfWork unitOfWork();

    /**
     * Makes calls that arrive one after the other and before any of them has an answer, where the storage does several
     * at once; returns their answers.
     */
    default <T> List<T> inFlightTogether(List<Supplier<T>> calls) {
        return calls.stream().map(Supplier::get).toList();
    }

    /** What a kickoff has made. */
    record Started(Owner owner, Profile profile, Chat chat, Round round, NewRun run) {

        /** The chat as it is with this round as its last. */
        public Chat chatNow() {
            return new Chat(chat.id(), chat.profile(), round, chat.createdAt());
        }
    }

    /** A visit under way, as its start has made it. */
    record Shopper(Owner owner, Profile profile, Visit visit) {

        public ProfileId profileId() {
            return profile.id();
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

    /** A tenant with an empty account, whose stages are free. */
    default Tenant aTenant() {
        return aTenantWith(null);
    }

    /** A tenant with an empty account, and with stages. */
    default Tenant aTenantWith(@Nullable StageFlow flow) {
        UUID id = UUID.randomUUID();
        String code = id.toString().replace("-", "");
        Tenant tenant = new Tenant(new TenantId(id), code, "A retailer", Language.KO, true, flow);
        run(() -> tenants().addIfAbsent(tenant, NOW));
        return tenant;
    }

    default Tenant aTenantWithCredits(long credits) {
        Tenant tenant = aTenant();
        run(() -> credits().grant(tenant.id(), credits, "for a test", NOW));
        return tenant;
    }

    /** What was written down about the administration of a tenant, in order. */
    default List<AuditEntry> auditOf(TenantId tenant) {
        return auditLog()
                .page(tenant, new PageRequest(0, 100, PageRequest.Order.ASC))
                .items();
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
                        "{\"extra\":\"辛いもの好き\",\"x\":1.0}",
                        DeclaredRestrictions.NONE),
                NOW,
                NOW);
        run(() -> profiles().add(profile));
        return profile;
    }

    default NewRun aRunAt(Instant acceptedAt) {
        return new NewRun(
                "Profile: name A\n\n오늘 저녁 뭐 먹지? 🍜",
                RunSamples.GUARD,
                acceptedAt,
                acceptedAt.plus(DEADLINE),
                CORRELATION);
    }

    /** A new chat with its first round; nothing is charged. */
    default Started aStartedRound() {
        return aStartedRoundOf(aProfile(), NOW);
    }

    default Started aStartedRoundOf(Profile profile, Instant at) {
        return aStartedRoundOf(profile, new ChatId(UUID.randomUUID()), at);
    }

    /** A new chat of this id with its first round. */
    default Started aStartedRoundOf(Profile profile, ChatId id, Instant at) {
        Chat chat = Chat.begun(id, profile.id(), at);
        Round round = chat.followUp(new RoundId(UUID.randomUUID()), new Prompt("오늘 저녁 뭐 먹지?"), Language.KO, at);
        NewRun run = aRunAt(at);
        run(() -> newRuns().begin(profile.owner(), chat, round, run));
        return new Started(profile.owner(), profile, chat, round, run);
    }

    /** The next round of a chat whose last round does not stand in its way. */
    default Started aFollowUp(Profile profile, Chat chat, String prompt, Instant at) {
        Round round = chat.followUp(new RoundId(UUID.randomUUID()), new Prompt(prompt), Language.KO, at);
        NewRun run = aRunAt(at);
        run(() -> newRuns().addRound(profile.owner(), profile.id(), round, run));
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
            newRuns().restartRound(last.owner(), last.profile().id(), again, run);
        });
        return new Started(last.owner(), last.profile(), chat, again, run);
    }

    /** The round as it is shown now. */
    default RoundView view(Started started) {
        return chatQueries()
                .round(
                        started.owner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id())
                .orElseThrow()
                .rounds()
                .get(0);
    }

    /** A profile whose shopper has just entered. */
    default Shopper aShopper() {
        return aShopperOf(aProfile(), NOW);
    }

    default Shopper aShopperOf(Profile profile, Instant at) {
        Visit visit = Visit.started(new VisitId(UUID.randomUUID()), profile.id(), null, at);
        run(() -> {
            if (!visits().addIfNoneIsActive(profile.owner(), visit)) {
                throw new AssertionError("The profile has a visit under way");
            }
        });
        return new Shopper(profile.owner(), profile, visit);
    }

    /** Another stamp of a visit under way; answers the visit with it. */
    default Visit aStamp(Shopper shopper, String stage, @Nullable String meta, Instant at) {
        return inTransaction(() -> {
            Visit stamped = visits().lockActive(shopper.owner(), shopper.profileId())
                    .orElseThrow()
                    .stamped(new Stage(stage), meta, null, at);
            visits().addStamp(shopper.owner(), stamped);
            return stamped;
        });
    }

    /** A chat session of the visit, which ends {@link #IDLE} later. */
    default ChatSession aChatSession(Shopper shopper, Instant at) {
        ChatSession session = ChatSession.opened(shopper.visit().id(), new ChatId(UUID.randomUUID()), at, IDLE);
        run(() -> chatSessions().open(shopper.owner(), shopper.profileId(), session));
        return session;
    }

    /** The session as something has changed it. */
    default ChatSession aChange(Shopper shopper, ChatSession changed) {
        run(() -> chatSessions().save(shopper.owner(), changed));
        return changed;
    }
}
