package com.ones1ght.adapters.persistence.shared;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.CancelRoundService;
import com.ones1ght.application.chat.CancelRoundUseCase;
import com.ones1ght.application.chat.FakeRunner;
import com.ones1ght.application.chat.RoundRules;
import com.ones1ght.application.chat.RunAcceptance;
import com.ones1ght.application.chat.RunCancellation;
import com.ones1ght.application.chat.TextResultDocuments;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.port.EventSamples;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.application.visit.ChatSessionKeeper;
import com.ones1ght.application.visit.EndChatSessionService;
import com.ones1ght.application.visit.EndChatSessionUseCase;
import com.ones1ght.application.visit.EndVisitService;
import com.ones1ght.application.visit.EndVisitUseCase;
import com.ones1ght.application.visit.OpenChatSessionService;
import com.ones1ght.application.visit.OpenChatSessionUseCase;
import com.ones1ght.application.visit.RecommendInSessionService;
import com.ones1ght.application.visit.RecommendInSessionUseCase;
import com.ones1ght.application.visit.SessionRules;
import com.ones1ght.application.visit.StampVisitService;
import com.ones1ght.application.visit.StampVisitUseCase;
import com.ones1ght.application.visit.StartVisitService;
import com.ones1ght.application.visit.StartVisitUseCase;
import com.ones1ght.application.visit.WatchChatSessionService;
import com.ones1ght.application.visit.WatchChatSessionUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.credit.ChargeRule;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Stage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The number of SQL statements that each hot path may execute. */
class StatementBudgetTest {

    private final PostgresStorage storage = PostgresStorage.withEmptyQueue();

    private static int statements(Runnable work) {
        return TestDatabase.shared().statementsOf(work);
    }

    private void charge(Round round, Started started) {
        storage.credits().charge(started.owner().tenant(), new Charge(round.id(), round.run(), 1), NOW);
    }

    @Test
    void keyLookupTakesOneStatement() {
        KeyHash unknown = KeyHash.of("osk_x_" + UUID.randomUUID());

        assertThat(statements(() -> storage.apiKeys().find(unknown))).isEqualTo(1);
        assertThat(statements(() -> storage.apiKeys().find(unknown))).isZero();
        assertThat(statements(() -> storage.apiKeys().findCurrent(unknown))).isEqualTo(1);
    }

    @Test
    void chatViewsTakeOneStatementEach() {
        Started started = storage.aStartedRound();
        var owner = started.owner();
        var profile = started.profile().id();
        var chat = started.chat().id();

        assertThat(statements(() -> storage.chatQueries().chat(owner, profile, chat)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.chatQueries().head(owner, profile, chat)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.chatQueries()
                        .round(owner, profile, chat, started.round().id())))
                .isEqualTo(1);
        assertThat(statements(() -> storage.chatQueries()
                        .result(owner, profile, chat, started.round().id())))
                .isEqualTo(1);
        assertThat(statements(() -> storage.chatQueries().page(owner, profile, RunSamples.FIRST_PAGE)))
                .isEqualTo(1);
    }

    @Test
    void versionsOfAnyNumberOfChatsTakeOne() {
        List<ChatId> chats = Stream.generate(storage::aStartedRound)
                .limit(3)
                .map(started -> started.chat().id())
                .toList();

        assertThat(statements(() -> storage.chatVersions().of(chats))).isEqualTo(1);
    }

    @Test
    void kickoffOfNewChatTakesTwo() {
        Profile profile = storage.aProfile();
        var owner = profile.owner();

        int count = statements(() -> {
            storage.profiles().facts(owner, profile.id());
            Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), NOW);
            Round round = chat.followUp(new RoundId(UUID.randomUUID()), new Prompt("p"), Language.KO, NOW);
            storage.newRuns()
                    .beginCharged(owner, chat, round, storage.aRunAt(NOW), new Charge(round.id(), round.run(), 1));
        });

        assertThat(count).isEqualTo(2);
    }

    @Test
    void followUpTakesFive() {
        Started first = storage.aStartedRound();
        RunSamples.advance(storage, first, 2, NOW);

        int count = statements(() -> storage.run(() -> {
            storage.profiles().facts(first.owner(), first.profile().id());
            Chat chat = storage.chats()
                    .lock(first.owner(), first.profile().id(), first.chat().id())
                    .orElseThrow();
            Round round = chat.followUp(new RoundId(UUID.randomUUID()), new Prompt("p"), Language.KO, NOW);
            storage.newRuns().addRound(first.owner(), first.profile().id(), round, storage.aRunAt(NOW));
            charge(round, first);
        }));

        assertThat(count).isEqualTo(5);
    }

    @Test
    void refinementTakesSix() {
        Started first = storage.aStartedRound();
        RunSamples.advance(storage, first, 2, NOW);

        int count = statements(() -> storage.run(() -> {
            storage.profiles().facts(first.owner(), first.profile().id());
            Chat chat = storage.chats()
                    .lock(first.owner(), first.profile().id(), first.chat().id())
                    .orElseThrow();
            Round round = chat.refine(first.round().id(), new Prompt("p"), Language.KO, NOW);
            storage.newRuns().restartRound(first.owner(), first.profile().id(), round, storage.aRunAt(NOW));
            charge(round, first);
        }));

        assertThat(count).isEqualTo(6);
    }

    @Test
    void saveTakesOneOrThreeWithRefund() {
        Started started = storage.aStartedRound();
        storage.run(() -> charge(started.round(), started));
        ClaimedRun claimed = RunSamples.claim(storage, started, NOW);

        assertThat(statements(() -> storage.runQueue()
                        .save(
                                claimed.claim(),
                                RunSamples.update(claimed.round(), RunSamples.snapshotUpToStep(1), NOW),
                                NOW)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.runQueue()
                        .save(
                                claimed.claim(),
                                RunSamples.failed(claimed.round(), new RunFailure.Cancelled(), NOW),
                                NOW)))
                .isEqualTo(3);
    }

    @Test
    void claimTakesThreeForAnyNumberOfRuns() {
        Profile profile = storage.aProfile();
        for (int i = 0; i < 5; i++) {
            storage.aStartedRoundOf(profile, NOW);
        }

        assertThat(statements(() -> storage.runQueue().claimDue(10, NOW, RunSamples.LEASE)))
                .isEqualTo(3);
        assertThat(statements(() -> storage.runQueue().claimDue(10, NOW, RunSamples.LEASE)))
                .isEqualTo(1);
    }

    private final SessionRules rules = new SessionRules(IDLE);
    private final ChatSessionKeeper keeper = new ChatSessionKeeper(storage.chatSessions(), rules);

    private ApiKey aKeyOf(Profile profile) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                new Tenant(profile.owner().tenant(), "x", "A retailer", Language.KO, true),
                profile.owner().line(),
                KeyType.CLIENT_SDK,
                "osk_x",
                Set.of(Scope.PROFILE, Scope.CHAT),
                NOW,
                null,
                null);
    }

    private void stamp(Shopper shopper, String label) {
        new StampVisitService(storage.profiles(), storage.visits(), keeper, storage.unitOfWork(), () -> NOW)
                .stamp(new StampVisitUseCase.Command(
                        aKeyOf(shopper.profile()), shopper.profileId(), new Stage(label), null));
    }

    private void ask(Shopper shopper) {
        RunAcceptance acceptance = new RunAcceptance(
                storage.newRuns(),
                storage.credits(),
                UUID::randomUUID,
                new RoundRules(StorageFixture.DEADLINE, DietaryGuard.DECLARED, new ChargeRule(1)),
                new TextResultDocuments());
        new RecommendInSessionService(
                        storage.profiles(),
                        storage.visits(),
                        storage.chats(),
                        keeper,
                        acceptance,
                        storage.unitOfWork(),
                        new FakeRunner(),
                        chat -> {},
                        () -> NOW)
                .recommend(new RecommendInSessionUseCase.Command(
                        aKeyOf(shopper.profile()),
                        shopper.profileId(),
                        shopper.visit().id(),
                        new Prompt("p")));
    }

    @Test
    void visitAndSessionViewsTakeOneEach() {
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        var owner = shopper.owner();
        var profile = shopper.profileId();
        var visit = shopper.visit().id();

        assertThat(statements(() -> storage.visitQueries().active(owner, profile)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.visitQueries().visit(owner, profile, visit)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.visitQueries().status(owner, profile, NOW)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.chatSessionViews().active(owner, profile, visit, NOW)))
                .isEqualTo(1);
    }

    @Test
    void sessionPollTakesOneOrTwoWhenItExtendsTheSession() {
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        WatchChatSessionUseCase.Query query = new WatchChatSessionUseCase.Query(
                shopper.owner(), shopper.profileId(), shopper.visit().id());

        assertThat(statements(() -> pollAt(NOW.plusSeconds(1), query))).isEqualTo(2);
        assertThat(statements(() -> pollAt(NOW.plusSeconds(2), query))).isEqualTo(1);
        assertThat(statements(() -> pollAt(NOW.plusSeconds(31), query))).isEqualTo(1);
    }

    private void pollAt(Instant now, WatchChatSessionUseCase.Query query) {
        new WatchChatSessionService(
                        storage.chatSessionViews(), storage.chatSessions(), new FakeRunner(), () -> now, rules)
                .watch(query);
    }

    @Test
    void visitStartTakesTwo() {
        Profile profile = storage.aProfile();
        StartVisitService service = new StartVisitService(
                storage.profiles(), storage.visits(), storage.unitOfWork(), UUID::randomUUID, () -> NOW);

        assertThat(statements(() -> service.start(new StartVisitUseCase.Command(aKeyOf(profile), profile.id()))))
                .isEqualTo(2);
    }

    @Test
    void stampTakesFourOrFiveWithChatSession() {
        Shopper shopper = storage.aShopper();

        assertThat(statements(() -> stamp(shopper, "CHAT"))).isEqualTo(4);
        storage.aChatSession(shopper, NOW);
        assertThat(statements(() -> stamp(shopper, "CHAT"))).isEqualTo(5);
    }

    @Test
    void openingChatSessionTakesFive() {
        Shopper shopper = storage.aShopper();
        OpenChatSessionService service = new OpenChatSessionService(
                storage.profiles(),
                storage.visits(),
                storage.chatSessions(),
                storage.chatSessionViews(),
                keeper,
                storage.unitOfWork(),
                UUID::randomUUID,
                () -> NOW,
                rules);
        OpenChatSessionUseCase.Command command =
                new OpenChatSessionUseCase.Command(shopper.owner(), shopper.profileId());

        assertThat(statements(() -> service.open(command))).isEqualTo(5);
        assertThat(statements(() -> service.open(command))).isEqualTo(5);
    }

    @Test
    void questionInChatSessionTakesSevenAndFollowUpEight() {
        Shopper shopper = storage.aShopper();
        storage.aChatSession(shopper, NOW);
        stamp(shopper, "CHAT");

        assertThat(statements(() -> ask(shopper))).isEqualTo(7);
        ClaimedRun run = storage.runQueue().claimDue(1, NOW, RunSamples.LEASE).get(0);
        storage.runQueue().save(run.claim(), RunSamples.update(run.round(), RunSamples.snapshotUpToStep(2), NOW), NOW);
        assertThat(statements(() -> ask(shopper))).isEqualTo(8);
    }

    @Test
    void visitEndTakesFive() {
        Shopper shopper = storage.aShopper();
        EndVisitService service = new EndVisitService(
                storage.profiles(), storage.visits(), storage.visitQueries(), keeper, storage.unitOfWork(), () -> NOW);

        assertThat(statements(() -> service.end(new EndVisitUseCase.Command(shopper.owner(), shopper.profileId()))))
                .isEqualTo(5);
    }

    @Test
    void chatSessionEndTakesFourOrTenWithRefundedRun() {
        Shopper quiet = storage.aShopper();
        storage.aChatSession(quiet, NOW);
        Shopper shopper = storage.aShopper();
        storage.aChatSession(shopper, NOW);
        stamp(shopper, "CHAT");
        ask(shopper);
        EndChatSessionService service = new EndChatSessionService(
                storage.profiles(),
                storage.chatSessions(),
                keeper,
                storage.chats(),
                new RunCancellation(
                        storage.chats(),
                        storage.credits(),
                        storage.unitOfWork(),
                        new FakeRunner(),
                        chat -> {},
                        runs -> {}),
                storage.unitOfWork(),
                () -> NOW);

        assertThat(statements(() -> service.end(new EndChatSessionUseCase.Command(
                        quiet.owner(), quiet.profileId(), quiet.visit().id()))))
                .isEqualTo(4);
        assertThat(statements(() -> service.end(new EndChatSessionUseCase.Command(
                        shopper.owner(), shopper.profileId(), shopper.visit().id()))))
                .isEqualTo(10);
    }

    @Test
    void cancelTakesNineOrOneForWhatIsNotTheOwnersOrDoesNotExist() {
        Tenant tenant = storage.aTenantWithCredits(10);
        ApiKey key = aKey(tenant);
        Started started = storage.aStartedRoundOf(storage.aProfileOf(key.owner()), NOW);
        ProfileId profile = started.profile().id();
        ChatId chat = started.chat().id();
        RoundId round = started.round().id();
        CancelRoundService service = new CancelRoundService(
                storage.chats(),
                new RunCancellation(
                        storage.chats(),
                        storage.credits(),
                        storage.unitOfWork(),
                        new FakeRunner(),
                        changed -> {},
                        runs -> {}),
                storage.chatQueries(),
                new CouponSpotBoard(
                        StoreFixtures.someSpots(),
                        StoreFixtures.aShop(),
                        new TextResultDocuments(),
                        new StoreCalls(Runnable::run, Runnable::run),
                        () -> NOW),
                storage.unitOfWork(),
                () -> NOW,
                new DefaultStore(StoreFixtures.CORNER_SHOP));

        for (CancelRoundUseCase.Command refused : List.of(
                new CancelRoundUseCase.Command(aKey(storage.aTenant()), profile, chat, round),
                new CancelRoundUseCase.Command(aKey(tenant), profile, chat, round),
                new CancelRoundUseCase.Command(key, profile, new ChatId(UUID.randomUUID()), round))) {
            assertThat(statements(() ->
                            assertThatThrownBy(() -> service.cancel(refused)).isInstanceOf(NotFoundException.class)))
                    .isEqualTo(1);
        }
        assertThat(statements(() -> service.cancel(new CancelRoundUseCase.Command(key, profile, chat, round))))
                .isEqualTo(9);
    }

    private ApiKey aKey(Tenant tenant) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                storage.anotherLineOf(tenant.id()).line(),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                EnumSet.allOf(Scope.class),
                NOW,
                null,
                null);
    }

    @Test
    void releasingEndedRunsTakesOneForAnyNumber() {
        Started started = storage.aStartedRound();
        List<RunClaim> claims = List.of(
                RunSamples.claim(storage, started, NOW).claim(),
                RunSamples.claim(storage, storage.aStartedRound(), NOW).claim());

        assertThat(statements(() -> storage.runQueue().ended(claims))).isEqualTo(1);
        assertThat(statements(() -> storage.runQueue().ended(List.of()))).isZero();
    }

    @Test
    void endingIdleSessionsTakesOneForAnyNumber() {
        for (int i = 0; i < 5; i++) {
            storage.aChatSession(storage.aShopper(), NOW);
        }

        assertThat(statements(() -> storage.chatSessions().endIdle(NOW.plus(IDLE))))
                .isEqualTo(1);
    }

    @Test
    void signageTriggerTakesThreeForAnyNumberOfItems() {
        Started started = storage.aStartedRound();
        RunSamples.advance(storage, started, 4, NOW);

        int count = statements(() -> storage.run(() -> {
            storage.triggeredRounds()
                    .hold(
                            started.owner(),
                            started.profile().id(),
                            started.chat().id(),
                            started.round().id());
            storage.eventLog()
                    .append(
                            started.owner().tenant(),
                            List.of(
                                    EventSamples.event(started, EventType.ADS_TRIGGERED, NOW),
                                    EventSamples.event(started, EventType.ADS_TRIGGERED, NOW),
                                    EventSamples.event(started, EventType.ADS_TRIGGERED, NOW)),
                            NOW);
            storage.signageOutbox().append(started.owner().tenant(), EventSamples.trigger(started, NOW), null, NOW);
        }));

        assertThat(count).isEqualTo(3);
    }

    @Test
    void nextSignageTriggerTakesOneForAnyNumberOfItems() {
        Started started = storage.aStartedRound();
        TriggeredRound round = EventSamples.round(storage, started);

        assertThat(statements(() -> storage.signageOutbox()
                        .append(
                                round,
                                List.of(
                                        EventSamples.event(started, EventType.ADS_TRIGGERED, NOW),
                                        EventSamples.event(started, EventType.ADS_TRIGGERED, NOW)),
                                EventSamples.trigger(started, NOW),
                                null,
                                NOW)))
                .isEqualTo(1);
    }

    @Test
    void triggerOfAnItemTakesTwoAndTheNextOne() {
        Started started = storage.aStartedRound();
        var rounds = storage.triggeredRounds();
        var owner = started.owner();
        var profile = started.profile().id();
        var chat = started.chat().id();
        var round = started.round().id();

        assertThat(statements(() -> storage.eventLog()
                        .append(
                                rounds.find(owner, profile, chat, round).orElseThrow(),
                                EventSamples.event(started, EventType.COUPON_ISSUED, NOW),
                                NOW)))
                .isEqualTo(2);
        assertThat(statements(() -> storage.eventLog()
                        .append(
                                rounds.lastFound(owner, profile, chat, round).orElseThrow(),
                                EventSamples.event(started, EventType.COUPON_ISSUED, NOW),
                                NOW)))
                .isEqualTo(1);
    }

    @Test
    void triggerOfItemsBeforeRefinementTakesOneMore() {
        Started started = storage.aStartedRound();
        Round completed = RunSamples.advance(storage, started, 4, NOW);
        storage.aRefinement(started, completed, "again", NOW);

        int count = statements(() -> storage.run(() -> {
            TriggeredRound round = storage.triggeredRounds()
                    .hold(
                            started.owner(),
                            started.profile().id(),
                            started.chat().id(),
                            started.round().id())
                    .orElseThrow();
            storage.triggeredRounds().latestEvents(round, List.of("r1", "r2", "r3"));
        }));

        assertThat(count).isEqualTo(2);
    }

    @Test
    void eventListsAndFeedTakeOneEach() {
        Started started = storage.aStartedRound();
        var tenant = started.owner().tenant();
        var another = storage.aTenant().id();

        assertThat(statements(() -> storage.eventLog()
                        .ofProfile(started.owner(), started.profile().id(), null, RunSamples.FIRST_PAGE)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.eventLog().ofTenant(tenant, EventFilter.ALL, RunSamples.FIRST_PAGE)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.eventLog().after(Map.of(tenant, 0L, another, 0L), 10)))
                .isEqualTo(1);
    }
}
