package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.DueRounds;
import com.ones1ght.application.chat.RoundLooks;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.RoundId;
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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Drives rounds. It claims due runs when it is woken (by a kickoff of its node, by a signal of another node, by its
 * own tick), brings them forward with a bounded number of calls at once, and keeps its claims alive. A run that
 * waits is held by a timer and no thread. After the loss of a node the others claim its runs when their leases have
 * run out.
 */
public final class RoundRunner implements DueRounds, RoundLooks {

    private static final System.Logger LOG = System.getLogger(RoundRunner.class.getName());
    private static final long MAX_LOOK_MILLIS = 1_000;

    private final RunQueue queue;
    private final NodeSignals signals;
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final RunnerSettings settings;
    private final RunDriver driver;

    private final Map<RoundId, HeldRun> held = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<HeldRun> ready = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final List<Future<?>> periodic = new ArrayList<>();

    /** Whether the last claim took as many runs as there was room for, so that there may be others. */
    private volatile boolean moreAreDue;

    /**
     * @param executor runs short pieces of work that may block on the database or the store
     * @param timer for alarms; its tasks only hand work to {@code executor}
     */
    public RoundRunner(
            RunQueue queue,
            RecommendationPipeline pipeline,
            StoreCatalog catalog,
            ResultDocuments documents,
            NodeSignals signals,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            RunnerSettings settings) {
        this.queue = queue;
        this.signals = signals;
        this.executor = executor;
        this.timer = timer;
        this.clock = clock;
        this.settings = settings;
        this.driver = new RunDriver(queue, pipeline, new RunMerger(catalog, documents), executor, clock);
    }

    /** Begins to look for due runs. */
    public void start() {
        signals.onDueRounds(this::claimSoon);
        long tick = settings.tick().toMillis();
        long renewal = settings.lease().toMillis() / 3;
        periodic.add(timer.scheduleWithFixedDelay(this::claimSoon, 0, tick, TimeUnit.MILLISECONDS));
        periodic.add(timer.scheduleWithFixedDelay(
                () -> executor.execute(this::renewClaims), renewal, renewal, TimeUnit.MILLISECONDS));
    }

    /**
     * Takes no more runs, waits for the calls under way up to the grace period, and gives all claims back, so that
     * other nodes go on at once.
     */
    public void stop() throws InterruptedException {
        stopping.set(true);
        periodic.forEach(task -> task.cancel(false));
        ready.clear();
        driver.awaitQuiet(settings.shutdownGrace());
        List<RunClaim> claims = held.values().stream().map(HeldRun::claim).toList();
        held.clear();
        if (!claims.isEmpty()) {
            queue.release(claims, clock.instant());
            signals.announceDueRounds();
        }
    }

    /** How many runs this node holds, waiting ones included. */
    public int heldRuns() {
        return held.size();
    }

    @Override
    public void wake() {
        if (roomToClaim() > 0) {
            claimSoon();
        } else {
            signals.announceDueRounds();
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
        return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new))
                .thenApply(all -> true)
                .completeOnTimeout(true, MAX_LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Starts a claim unless one is under way, which then looks once more before it ends. */
    private void claimSoon() {
        if (!stopping.get() && wakeUps.getAndIncrement() == 0) {
            executor.execute(this::claimWhileWoken);
        }
    }

    private void claimWhileWoken() {
        int seen;
        do {
            seen = wakeUps.get();
            try {
                claim();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Due rounds cannot be claimed now, the next tick tries again", e);
            }
        } while (wakeUps.addAndGet(-seen) > 0);
    }

    private void claim() {
        int room = roomToClaim();
        if (room == 0 || stopping.get()) {
            return;
        }
        List<ClaimedRun> claimed = queue.claimDue(room, clock.instant(), settings.lease());
        for (ClaimedRun run : claimed) {
            HeldRun mine = new HeldRun(run, settings.defaultStore());
            // An older claim of the same round is fenced off by now; its writes will be refused.
            held.put(run.round().id(), mine);
            enqueue(mine);
        }
        moreAreDue = claimed.size() == room;
        if (moreAreDue) {
            signals.announceDueRounds();
        }
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
        while (!stopping.get() && !ready.isEmpty() && tryEnter()) {
            HeldRun next = ready.poll();
            if (next == null) {
                leave();
            } else {
                executor.execute(() -> call(next));
            }
        }
    }

    private boolean tryEnter() {
        if (calls.incrementAndGet() <= settings.maxCalls()) {
            return true;
        }
        calls.decrementAndGet();
        return false;
    }

    private void leave() {
        calls.decrementAndGet();
    }

    private void call(HeldRun run) {
        driver.bringForward(run).whenComplete((next, defect) -> {
            leave();
            if (defect != null) {
                LOG.log(System.Logger.Level.ERROR, "Round " + run.round().id() + " is given up by this node", defect);
            }
            afterCall(run, defect == null ? next : RunDriver.Next.over());
            run.tellWatchers();
            startCalls();
            if (moreAreDue && roomToClaim() > 0) {
                claimSoon();
            }
        });
    }

    private void afterCall(HeldRun run, RunDriver.Next next) {
        if (next.isOver()) {
            held.remove(run.round().id(), run);
        } else if (next.delay().isZero()) {
            run.queue();
            ready.add(run);
        } else {
            run.await(next.isBackOff());
            run.setAlarm(timer.schedule(() -> goOn(run), next.delay().toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void goOn(HeldRun run) {
        if (run.wakeUp()) {
            enqueue(run);
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
