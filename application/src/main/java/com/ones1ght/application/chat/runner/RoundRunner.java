package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.DueRounds;
import com.ones1ght.application.chat.RoundLooks;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.shared.WordlessTrace;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.work.WakeableTask;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.RoundId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Drives rounds. It claims due runs when it is woken (by a kickoff of its node, by a signal of another node, by its
 * own tick), brings them forward with a bounded number of calls at once, and keeps its claims alive. A run that
 * waits is held by a timer and no thread. After the loss of a node the others claim its runs when their leases have
 * run out.
 */
public final class RoundRunner implements DueRounds, RoundLooks {

    private static final System.Logger LOG = System.getLogger(RoundRunner.class.getName());
    private static final long MAX_LOOK_MILLIS = 1_000;

    private static final Duration AFTER_REJECTION = Duration.ofSeconds(1);

    private final RunQueue queue;
    private final NodeSignals signals;
    private final Executor workers;
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final RunnerSettings settings;
    private final RunDriver driver;

    private final Map<RoundId, HeldRun> held = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<HeldRun> ready = new ConcurrentLinkedQueue<>();
    private final CallSlots calls;
    private final CallSlots claims = new CallSlots(1);
    private final WakeableTask claiming;
    private final List<Future<?>> periodic = new ArrayList<>();

    /** Whether there may be due runs for which there was no room. */
    private volatile boolean moreAreDue;

    private volatile boolean stopping;

    /**
     * @param workers bring runs forward: what a pipeline does in this JVM, merging with the store, saving
     * @param executor for what must not wait behind that: claims, their renewal, and polls that waited for a look;
     *     short pieces of work that may block on the database
     * @param timer for alarms; its tasks only hand work to {@code executor}
     */
    public RoundRunner(
            RunQueue queue,
            RecommendationPipeline pipeline,
            StoreCatalog catalog,
            ResultDocuments documents,
            NodeSignals signals,
            Executor workers,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            RunnerSettings settings) {
        this.queue = queue;
        this.signals = signals;
        this.workers = workers;
        this.executor = executor;
        this.timer = timer;
        this.clock = clock;
        this.settings = settings;
        this.calls = new CallSlots(settings.maxCalls());
        this.claiming = new WakeableTask(this::claim, executor, RoundRunner::claimFailed);
        this.driver = new RunDriver(queue, pipeline, new RunMerger(catalog, documents), workers, clock);
    }

    /** Begins to look for due runs. */
    public void start() {
        signals.onDueRounds(this::claimSoon);
        long tick = settings.tick().toMillis();
        long renewal = settings.lease().toMillis() / 3;
        periodic.add(timer.scheduleWithFixedDelay(this::claimSoon, 0, tick, TimeUnit.MILLISECONDS));
        periodic.add(timer.scheduleWithFixedDelay(this::renewSoon, renewal, renewal, TimeUnit.MILLISECONDS));
    }

    /**
     * Takes no more runs, waits for the calls under way up to the grace period, and gives all claims back, so that
     * other nodes go on at once.
     */
    public void stop() throws InterruptedException {
        stopping = true;
        periodic.forEach(task -> task.cancel(false));
        claims.close(settings.shutdownGrace());
        int underWay = calls.close(settings.shutdownGrace());
        ready.clear();
        if (underWay > 0) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} calls were still under way when the runner stopped; other nodes take their rounds over",
                    underWay);
        }
        List<RunClaim> mine = held.values().stream().map(HeldRun::claim).toList();
        held.clear();
        if (!mine.isEmpty()) {
            release(mine);
        }
    }

    private void release(List<RunClaim> mine) {
        try {
            queue.release(mine, clock.instant());
            announce();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Claims cannot be given back now, they end with their leases", e);
        }
    }

    /** How many runs this node holds, waiting ones included. */
    public int heldRuns() {
        return held.size();
    }

    @Override
    public void wake() {
        if (roomToClaim() == 0) {
            announce();
        }
        claimSoon();
    }

    private void announce() {
        try {
            signals.announceDueRounds();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Other nodes cannot be told of due rounds, they look by themselves",
                    e);
        }
    }

    @Override
    public CompletionStage<Boolean> look(Collection<RoundId> rounds) {
        Instant now = clock.instant();
        List<CompletableFuture<Void>> looks = new ArrayList<>();
        for (RoundId round : rounds) {
            HeldRun run = held.get(round);
            CompletableFuture<Void> look = new CompletableFuture<>();
            if (run != null && run.wakeUpForLook(now, look)) {
                looks.add(look);
                enqueue(run);
            }
        }
        if (looks.isEmpty()) {
            return CompletableFuture.completedStage(false);
        }
        // The hop keeps what the poll does next off the one thread of this JVM that all timeouts share.
        return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new))
                .thenApply(all -> true)
                .completeOnTimeout(true, MAX_LOOK_MILLIS, TimeUnit.MILLISECONDS)
                .thenApplyAsync(looked -> looked, executor)
                .exceptionally(rejected -> false);
    }

    private void claimSoon() {
        if (!stopping) {
            claiming.wake();
        }
    }

    private static void claimFailed(Throwable reason) {
        LOG.log(System.Logger.Level.WARNING, "Due rounds cannot be claimed now, the next tick tries again", reason);
    }

    private void claim() {
        if (!claims.tryTake()) {
            return;
        }
        try {
            // Before the room is measured: a call that makes room after that looks here.
            moreAreDue = true;
            int room = roomToClaim();
            if (room == 0) {
                return;
            }
            List<ClaimedRun> claimed = queue.claimDue(room, clock.instant(), settings.lease());
            claimed.forEach(this::hold);
            moreAreDue = claimed.size() == room;
            if (moreAreDue) {
                announce();
            }
        } finally {
            claims.giveBack();
        }
    }

    private void hold(ClaimedRun run) {
        HeldRun mine;
        try {
            mine = new HeldRun(run, settings.defaultStore());
        } catch (RuntimeException defect) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Round " + run.round().id() + " cannot be run",
                    WordlessTrace.of(defect));
            reject(run);
            return;
        }
        // An older claim of the same round is fenced off by now; its writes will be refused.
        HeldRun older = held.put(run.round().id(), mine);
        if (older != null) {
            older.tellWatchers();
        }
        Duration delay = driver.untilDue(mine);
        if (delay.isZero()) {
            enqueue(mine);
        } else {
            park(mine, delay, false);
        }
    }

    /** The storage may be unavailable: the run comes back when its lease has run out, and others are held meanwhile. */
    private void reject(ClaimedRun run) {
        try {
            driver.reject(run);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Round " + run.round().id() + " cannot be ended now, its next claim tries again",
                    e);
        }
    }

    private boolean isHeld(HeldRun run) {
        return held.get(run.claim().round()) == run;
    }

    /** Claims no more than is worked on soon: what a node cannot start is better left to the others. */
    private int roomToClaim() {
        int queued = 2 * settings.maxCalls() - ready.size();
        return Math.max(0, Math.min(queued, settings.maxHeld() - held.size()));
    }

    private void enqueue(HeldRun run) {
        ready.add(run);
        startCalls();
    }

    private void startCalls() {
        while (!ready.isEmpty() && calls.tryTake()) {
            HeldRun next = ready.poll();
            if (next == null) {
                calls.giveBack();
            } else {
                start(next);
            }
        }
    }

    private void start(HeldRun run) {
        try {
            workers.execute(() -> call(run));
        } catch (RuntimeException rejected) {
            calls.giveBack();
            park(run, AFTER_REJECTION, true);
        }
    }

    private void call(HeldRun run) {
        if (isHeld(run)) {
            driver.bringForward(run).whenComplete((next, defect) -> called(run, next, defect));
        } else {
            called(run, RunDriver.Next.over(), null);
        }
    }

    private void called(HeldRun run, RunDriver.Next next, @Nullable Throwable defect) {
        if (defect != null) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Round " + run.name() + " is given up by this node",
                    WordlessTrace.of(defect));
        }
        afterCall(run, defect == null ? next : RunDriver.Next.over());
        calls.giveBack();
        startCalls();
        run.tellWatchers();
        if (moreAreDue && roomToClaim() > 0) {
            claimSoon();
        }
    }

    private void afterCall(HeldRun run, RunDriver.Next next) {
        if (next.isOver()) {
            held.remove(run.claim().round(), run);
        } else if (!isHeld(run)) {
            return;
        } else if (next.delay().isZero()) {
            run.queue();
            ready.add(run);
        } else {
            park(run, next.delay(), next.isBackOff());
        }
    }

    private void park(HeldRun run, Duration delay, boolean backOff) {
        try {
            // Up to a millisecond later rather than earlier, so that a deadline has passed when its alarm rings.
            run.await(backOff, () -> timer.schedule(() -> goOn(run), delay.toMillis() + 1, TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            held.remove(run.claim().round(), run);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Round {0} is given up: the timer has ended",
                    run.claim().round());
        }
    }

    private void goOn(HeldRun run) {
        if (isHeld(run) && run.wakeUp()) {
            enqueue(run);
        }
    }

    private void renewSoon() {
        try {
            executor.execute(this::renewClaims);
        } catch (RuntimeException rejected) {
            LOG.log(System.Logger.Level.WARNING, "Claims cannot be renewed now, the next turn tries again", rejected);
        }
    }

    private void renewClaims() {
        Map<RunClaim, HeldRun> byClaim = new HashMap<>();
        held.values().forEach(run -> byClaim.put(run.claim(), run));
        if (byClaim.isEmpty()) {
            return;
        }
        try {
            Set<RunClaim> lost = new HashSet<>(byClaim.keySet());
            lost.removeAll(queue.renew(byClaim.keySet(), clock.instant(), settings.lease()));
            for (RunClaim claim : lost) {
                held.remove(claim.round(), byClaim.get(claim));
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Claims cannot be renewed now, the next turn tries again", e);
        }
    }
}
