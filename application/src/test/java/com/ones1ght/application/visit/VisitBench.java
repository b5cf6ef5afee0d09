package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.DEADLINE;
import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.chat.FakeRunner;
import com.ones1ght.application.chat.RoundRules;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.RunAcceptance;
import com.ones1ght.application.chat.RunCancellation;
import com.ones1ght.application.chat.TextResultDocuments;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.SequentialIds;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.credit.ChargeRule;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.ChatSession.Ending;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A shopper, and all use cases of visits on one storage and one clock. A run costs two credits. */
final class VisitBench {

    static final Prompt DINNER = new Prompt("오늘 저녁 뭐 먹지?");

    final InMemoryStorage storage = new InMemoryStorage();
    final MutableClock clock = new MutableClock(NOW);
    final FakeRunner runner = new FakeRunner(storage.unitOfWork()::isInTransaction);
    final List<ChatId> changed = new ArrayList<>();
    final Tenant tenant;
    final ApiKey key;
    final ProfileId profile;
    final StartVisitService start;
    final StampVisitService stamp;
    final EndVisitService end;
    final OpenChatSessionService open;
    final RecommendInSessionService recommend;
    final WatchChatSessionService watch;
    final EndChatSessionService endChat;

    VisitBench() {
        this(null);
    }

    VisitBench(@Nullable StageFlow flow) {
        tenant = storage.aTenantWith(flow);
        storage.run(() -> storage.credits().grant(tenant.id(), 10, "for a test", NOW));
        key = aKeyOf(tenant);
        profile = storage.aProfileOf(key.owner()).id();
        SequentialIds ids = new SequentialIds();
        SessionRules rules = new SessionRules(IDLE);
        ChatSessionKeeper keeper = new ChatSessionKeeper(storage.chatSessions(), rules);
        start = new StartVisitService(storage.profiles(), storage.visits(), storage.unitOfWork(), ids, clock);
        stamp = new StampVisitService(storage.profiles(), storage.visits(), keeper, storage.unitOfWork(), clock);
        end = new EndVisitService(
                storage.profiles(), storage.visits(), storage.visitQueries(), keeper, storage.unitOfWork(), clock);
        open = new OpenChatSessionService(
                storage.profiles(),
                storage.visits(),
                storage.chatSessions(),
                storage.chatSessionViews(),
                keeper,
                storage.unitOfWork(),
                ids,
                clock,
                rules);
        recommend = new RecommendInSessionService(
                storage.profiles(),
                storage.visits(),
                storage.chats(),
                keeper,
                new RunAcceptance(
                        storage.newRuns(),
                        storage.credits(),
                        ids,
                        new RoundRules(DEADLINE, DietaryGuard.DECLARED, new ChargeRule(2)),
                        new TextResultDocuments()),
                storage.unitOfWork(),
                runner,
                changed::add,
                clock);
        watch = new WatchChatSessionService(storage.chatSessionViews(), storage.chatSessions(), runner, clock, rules);
        endChat = new EndChatSessionService(
                storage.profiles(),
                storage.chatSessions(),
                keeper,
                storage.chats(),
                new RunCancellation(
                        storage.chats(), storage.credits(), storage.unitOfWork(), runner, changed::add, runs -> {}),
                storage.unitOfWork(),
                clock);
    }

    static ApiKey aKeyOf(Tenant tenant) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                new KeyLine(UUID.randomUUID()),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                EnumSet.allOf(Scope.class),
                NOW,
                null,
                null);
    }

    VisitId started() {
        return start.start(new StartVisitUseCase.Command(key, profile)).id();
    }

    Visit stamped(String label) {
        return stamped(label, null);
    }

    Visit stamped(String label, @Nullable String meta) {
        return stamp.stamp(new StampVisitUseCase.Command(key, profile, new Stage(label), meta));
    }

    VisitView ended() {
        return end.end(new EndVisitUseCase.Command(key.owner(), profile));
    }

    ChatSessionView opened() {
        return open.open(new OpenChatSessionUseCase.Command(key.owner(), profile));
    }

    /** A visit at {@code CHAT} with a chat session. */
    VisitId chatting() {
        VisitId visit = started();
        stamped("CHAT");
        opened();
        return visit;
    }

    void ask(VisitId session) {
        ask(session, DINNER);
    }

    void ask(VisitId session, Prompt prompt) {
        recommend.recommend(new RecommendInSessionUseCase.Command(key, profile, session, prompt));
    }

    CompletableFuture<ChatSessionView> watched(VisitId session) {
        return watch.watch(new WatchChatSessionUseCase.Query(key.owner(), profile, session))
                .toCompletableFuture();
    }

    ChatSession chatEnded(VisitId session) {
        return endChat.end(new EndChatSessionUseCase.Command(key.owner(), profile, session));
    }

    /** The visit under way. */
    VisitView shown() {
        return storage.visitQueries().active(key.owner(), profile).orElseThrow();
    }

    PersonaStatus status() {
        return storage.visitQueries()
                .status(key.owner(), profile, clock.instant())
                .orElseThrow();
    }

    /** Everybody who must not find what is this shopper's: each with the key and the profile that he comes with. */
    void forStrangers(BiConsumer<ApiKey, ProfileId> asks) {
        asks.accept(aKeyOf(tenant), profile);
        asks.accept(aKeyOf(storage.aTenantWithCredits(10)), profile);
        asks.accept(key, new ProfileId(UUID.randomUUID()));
    }

    /** Refused with this code, and nothing was written, nor the runner woken. */
    void assertRefused(ErrorCode code, ThrowingCallable request) {
        int woken = runner.wakeUps();
        int committed = storage.unitOfWork().committed();
        DomainException refusal = catchThrowableOfType(DomainException.class, request);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal instanceof NotFoundException).isEqualTo(code == ErrorCode.NOT_FOUND);
        assertThat(storage.unitOfWork().committed()).isEqualTo(committed);
        assertThat(runner.wakeUps()).isEqualTo(woken);
    }

    long balance() {
        return storage.credits().balance(tenant.id());
    }

    void spendAll() {
        storage.run(() ->
                storage.credits().charge(tenant.id(), new Charge(new RoundId(UUID.randomUUID()), 0, balance()), NOW));
    }

    /** How the session of the chat ended; empty while it has not. */
    Optional<Ending> ending(ChatId chat) {
        return storage.unitOfWork()
                .with(state -> Optional.ofNullable(
                        state.chatSessions.get(chat).session().ending()));
    }

    /** The session as it is stored. */
    ChatSession stored(ChatId chat) {
        return storage.unitOfWork().with(state -> state.chatSessions.get(chat).session());
    }

    List<RoundView> rounds(ChatId chat) {
        return storage.chatQueries()
                .chat(key.owner(), profile, chat)
                .map(view -> view.rounds())
                .orElse(List.of());
    }

    /** The run of the chat's last round, claimed for as long as it takes. */
    ClaimedRun claimed(ChatId chat) {
        RoundView last = rounds(chat).get(rounds(chat).size() - 1);
        return storage.runQueue().claimDue(100, clock.instant(), RunSamples.LEASE).stream()
                .filter(run -> run.round().id().equals(last.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Brings the chat's last round so far. */
    ClaimedRun advanced(ChatId chat, int steps) {
        ClaimedRun run = claimed(chat);
        save(run, RunSamples.sessionUpdate(run.round(), RunSamples.snapshotUpToStep(steps), clock.instant()));
        return run;
    }

    void failed(ChatId chat) {
        ClaimedRun run = claimed(chat);
        save(run, RunSamples.failed(run.round(), new RunFailure.SessionExpired(), clock.instant()));
    }

    private void save(ClaimedRun run, RunUpdate update) {
        assertThat(storage.runQueue().save(run.claim(), update, clock.instant()))
                .isTrue();
    }
}
