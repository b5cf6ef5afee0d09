package com.ones1ght.application.chat;

import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.MergedStep.MergedItems;
import com.ones1ght.application.chat.MergedStep.MergedNotifications;
import com.ones1ght.application.chat.MergedStep.MergedTodos;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.ChatRow;
import com.ones1ght.application.shared.InMemoryState.RoundRow;
import com.ones1ght.application.shared.InMemoryState.RunKey;
import com.ones1ght.application.shared.InMemoryState.RunRow;
import com.ones1ght.application.shared.InMemoryState.SessionForm;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.ChatHistory;
import com.ones1ght.domain.chat.ChatHistory.PastRun;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.RefundRule;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The queue of runs in memory; it remembers what was saved. */
public final class InMemoryRunQueue implements RunQueue {

    private final InMemoryDatabase database;
    private final CreditLedger credits;
    private final List<RunUpdate> saved = new CopyOnWriteArrayList<>();

    public InMemoryRunQueue(InMemoryDatabase database, CreditLedger credits) {
        this.database = database;
        this.credits = credits;
    }

    /** What was saved, in order; refused updates are not among it. */
    public List<RunUpdate> saved() {
        return List.copyOf(saved);
    }

    /** The raw output of a run as it is stored. */
    public PipelineSnapshot snapshot(RoundId round, int run) {
        return database.with(state -> state.runs.get(new RunKey(round, run)).snapshot());
    }

    @Override
    public List<ClaimedRun> claimDue(int limit, Instant now, Duration lease) {
        return database.inTransaction(() -> database.with(state -> state.runs.values().stream()
                .filter(run -> run.open() && !run.dueAt().isAfter(now))
                .sorted(Comparator.comparing(RunRow::dueAt))
                .limit(limit)
                .toList()
                .stream()
                .map(run -> claim(state, run, now.plus(lease)))
                .toList()));
    }

    @Override
    public Backlog backlog(Instant now) {
        List<Instant> due = database.with(state -> state.runs.values().stream()
                .filter(run -> run.open() && !run.dueAt().isAfter(now))
                .map(RunRow::dueAt)
                .sorted()
                .toList());
        return new Backlog(due.size(), due.isEmpty() ? null : due.get(0));
    }

    private static ClaimedRun claim(InMemoryState state, RunRow run, Instant until) {
        long token = run.token() + 1;
        state.runs.put(run.key(), new RunRow(run.round(), run.run(), run.snapshot(), token, until, true));
        ChatRow chat = state.chats.get(run.round().chat());
        Profile profile = state.profiles.get(chat.profile());
        Tenant tenant = state.tenants.values().stream()
                .filter(candidate -> candidate.id().equals(chat.owner().tenant()))
                .findFirst()
                .orElseThrow();
        return new ClaimedRun(
                new RunClaim(tenant.id(), run.round().id(), run.round().run(), token),
                tenant.id(),
                tenant.code(),
                state.rounds.get(run.round().id()).round(),
                run.snapshot(),
                run.run().userQuery(),
                profile.facts().store(),
                profile.document(),
                state.rounds.get(run.round().id()).result().guard(),
                past(state, chat.id()),
                run.run().deadline(),
                state.chatSessions.containsKey(chat.id()),
                run.run().correlation());
    }

    private static List<PastRun> past(InMemoryState state, ChatId chat) {
        return state.runs.values().stream()
                .filter(run -> run.round().chat().equals(chat))
                .flatMap(InMemoryRunQueue::past)
                .toList();
    }

    private static Stream<PastRun> past(RunRow run) {
        Round round = run.round();
        return ChatHistory.mealOf(round, run.snapshot()).stream()
                .map(meal ->
                        new PastRun(round.number(), round.run(), round.prompt().text(), meal));
    }

    @Override
    public Set<RunClaim> renew(Collection<RunClaim> claims, Instant now, Duration lease) {
        return database.inTransaction(() -> database.with(state -> {
            Set<RunClaim> renewed = new LinkedHashSet<>();
            for (RunClaim claim : claims) {
                RunRow run = mine(state, claim);
                if (run != null) {
                    put(state, run, run.snapshot(), run.token(), now.plus(lease));
                    renewed.add(claim);
                }
            }
            return renewed;
        }));
    }

    @Override
    public Set<RunClaim> ended(Collection<RunClaim> claims) {
        return database.with(state ->
                claims.stream().filter(claim -> isEnded(state, claim)).collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean isEnded(InMemoryState state, RunClaim claim) {
        RunRow run = state.runs.get(new RunKey(claim.round(), claim.run()));
        return run == null || !run.open() && run.token() != claim.token();
    }

    @Override
    public void release(Collection<RunClaim> claims, Instant now) {
        database.inTransaction(() -> database.with(state -> {
            for (RunClaim claim : claims) {
                RunRow run = mine(state, claim);
                if (run != null) {
                    state.runs.put(
                            run.key(), new RunRow(run.round(), run.run(), run.snapshot(), run.token() + 1, now, true));
                }
            }
            return claims;
        }));
    }

    @Override
    public boolean save(RunClaim claim, RunUpdate update, Instant now) {
        return database.inTransaction(() -> database.with(state -> {
            RunRow run = mine(state, claim);
            if (run == null) {
                return false;
            }
            Round round = update.round();
            RunRow after = new RunRow(
                    round,
                    run.run(),
                    update.snapshot(),
                    run.token(),
                    run.dueAt(),
                    !round.state().isSettled());
            put(state, after, update.snapshot(), run.token(), run.dueAt());
            RoundRow row = state.rounds.get(round.id());
            state.put(new RoundRow(
                    round,
                    newer(row.todos(), document(update, MergedTodos.class)),
                    newer(document(update, MergedItems.class), row.recommendedItems()),
                    newer(document(update, MergedNotifications.class), row.notifications()),
                    newer(document(update, MergedGuard.class), row.guard()),
                    newer(update.result(), row.result()),
                    newer(SessionForm.of(update), row.session())));
            if (RefundRule.isRefunded(round)) {
                credits.refund(state.chats.get(round.chat()).owner().tenant(), round.id(), round.run(), now);
            }
            saved.add(update);
            return true;
        }));
    }

    private static @Nullable RunRow mine(InMemoryState state, RunClaim claim) {
        RunRow run = state.runs.get(new RunKey(claim.round(), claim.run()));
        return run != null && run.open() && run.token() == claim.token() ? run : null;
    }

    private static void put(InMemoryState state, RunRow run, PipelineSnapshot snapshot, long token, Instant until) {
        Instant notBefore = snapshot.notBefore();
        Instant dueAt = notBefore != null && notBefore.isAfter(until) ? notBefore : until;
        state.runs.put(run.key(), new RunRow(run.round(), run.run(), snapshot, token, dueAt, run.open()));
    }

    private static @Nullable JsonFragment document(RunUpdate update, Class<? extends MergedStep> step) {
        return update.step(step).map(MergedStep::document).orElse(null);
    }

    private static RoundResult newer(RoundResult given, RoundResult stored) {
        return new RoundResult(
                newer(stored.todos(), given.todos()),
                newer(given.recommendedItems(), stored.recommendedItems()),
                newer(given.notifications(), stored.notifications()),
                given.guard().isEmpty() ? stored.guard() : given.guard());
    }

    private static SessionForm newer(SessionForm given, SessionForm stored) {
        return new SessionForm(
                newer(given.shoppingList(), stored.shoppingList()), newer(given.backList(), stored.backList()));
    }

    private static <T> @Nullable T newer(@Nullable T given, @Nullable T stored) {
        return given == null ? stored : given;
    }
}
