package com.ones1ght.application.shared.work;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Processes a {@link LeasedQueue}. It claims due items when woken and at each tick, no more than it can start soon;
 * advances them step by step, a bounded number at once; and renews its claims. A waiting item occupies a timer and no
 * thread. When a node is lost, the others claim its items as soon as their leases have run out.
 *
 * @param <I> the queue's items
 * @param <C> the claim on it
 */
public final class Worker<I, C> {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());
    private static final long MAX_NUDGE_MILLIS = 1_000;
    private static final String LATE_RELEASE = "Ended %s not released now, but with the next renewal of their claims";

    private final LeasedQueue<I, C> queue;
    private final Function<I, Optional<? extends Job<C>>> jobs;
    private final Runnable announce;
    private final Executor executor;
    private final InstantSource clock;
    private final WorkerSettings settings;
    private final JobRunner<C> runner;
    private final Semaphore claims = new Semaphore(1);
    private final BackgroundTask claiming;
    private final BackgroundTask renewing;
    private final BackgroundTask ending;

    /** How often ended items were announced; a claim in progress compares it. */
    private final AtomicInteger endings = new AtomicInteger();

    /** Whether there may be due items that this node had no room for. */
    private volatile boolean moreAreDue;

    private volatile boolean stopping;

    /**
     * @param items what the items are called in the log: "rounds"
     * @param jobs makes a job of a claimed item; none when the item cannot be processed and was dealt with
     * @param announce tells other nodes that there may be due items which this one does not take; never fails
     * @param workers perform the jobs' steps
     * @param executor for what must not wait behind these: claims, their renewal, and callers that waited for a nudge;
     *     short pieces of work that may block on the database
     * @param timer only hands work to {@code executor} and {@code workers}
     */
    public Worker(
            String items,
            LeasedQueue<I, C> queue,
            Function<I, Optional<? extends Job<C>>> jobs,
            Runnable announce,
            Executor workers,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            WorkerSettings settings) {
        this.queue = queue;
        this.jobs = jobs;
        this.announce = announce;
        this.executor = executor;
        this.clock = clock;
        this.settings = settings;
        this.runner = new JobRunner<>(workers, timer, clock, settings, this::stepTaken);
        Duration renewal = settings.lease().dividedBy(3);
        this.claiming = new BackgroundTask("Claiming due " + items, this::claim, executor, timer, settings.tick());
        this.renewing = new BackgroundTask("Renewing the claims on " + items, this::renew, executor, timer, renewal);
        this.ending = new BackgroundTask(
                this::endHeld,
                executor,
                failure -> LOG.log(System.Logger.Level.WARNING, LATE_RELEASE.formatted(items), failure));
    }

    /** Begins to look for due items. */
    public void start() {
        claiming.start();
        renewing.start();
    }

    /** Looks for due items soon. Returns at once. */
    public void wake() {
        claiming.wake();
    }

    /** Looks soon for held items that somebody else has ended, and drops them. Returns at once. */
    public void releaseEnded() {
        endings.incrementAndGet();
        ending.wake();
    }

    /** Whether this node would take another item. */
    public boolean hasRoom() {
        return runner.room() > 0;
    }

    /** The number of items that this node holds, including waiting ones. */
    public int size() {
        return runner.size();
    }

    /**
     * Takes the next step at once of those items that this node holds and that only wait; each at most once a second, and
     * none that backs off.
     *
     * @return completed when these steps are over, and after a second at the latest; at once when there are none. Its
     *     value says whether there were any. Never fails
     */
    public CompletionStage<Boolean> nudge(Collection<?> keys) {
        List<CompletableFuture<Void>> nudged = runner.nudge(keys);
        if (nudged.isEmpty()) {
            return CompletableFuture.completedStage(false);
        }
        // The hop keeps the caller's continuation off the one thread that all timeouts of this JVM share.
        return CompletableFuture.allOf(nudged.toArray(CompletableFuture[]::new))
                .thenApply(all -> true)
                .completeOnTimeout(true, MAX_NUDGE_MILLIS, TimeUnit.MILLISECONDS)
                .thenApplyAsync(over -> over, executor)
                .exceptionally(rejected -> false);
    }

    /**
     * Takes no more items, waits for the steps in progress up to the drain time, and releases all claims, so that other
     * nodes continue at once. Has no effect the second time.
     */
    public void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        claiming.stop();
        renewing.stop();
        ending.stop();
        try {
            // A claim in progress passes its items to the runner first.
            claims.tryAcquire(settings.drain().toNanos(), TimeUnit.NANOSECONDS);
            release(runner.stop(settings.drain()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.log(System.Logger.Level.WARNING, "Interrupted: claims not released, they end with their leases");
        }
    }

    private void release(List<C> mine) {
        if (mine.isEmpty()) {
            return;
        }
        try {
            queue.release(mine, clock.instant());
            announce.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Claims cannot be released now, they end with their leases", e);
        }
    }

    private void claim() {
        if (stopping || !claims.tryAcquire()) {
            return;
        }
        try {
            // Set before the room is measured: a step that ends after that checks it.
            moreAreDue = true;
            int room = runner.room();
            if (room == 0) {
                return;
            }
            int before = endings.get();
            List<I> claimed = queue.claimDue(room, clock.instant(), settings.lease());
            claimed.forEach(item -> jobs.apply(item).ifPresent(runner::hold));
            if (endings.get() != before) {
                // Ended between the claim and now: not held yet when the announcement came.
                ending.wake();
            }
            moreAreDue = claimed.size() == room;
            if (moreAreDue) {
                announce.run();
            }
        } finally {
            claims.release();
        }
    }

    private void stepTaken(Job.Next next) {
        if (next.action() == Job.Next.Action.LEAVE_AND_CLAIM || moreAreDue && hasRoom()) {
            claiming.wake();
        }
    }

    private void renew() {
        Map<C, Job<C>> held = heldJobs();
        if (!held.isEmpty()) {
            Set<C> lost = new HashSet<>(held.keySet());
            lost.removeAll(queue.renew(held.keySet(), clock.instant(), settings.lease()));
            end(held, lost);
            lost.forEach(claim -> runner.drop(held.get(claim)));
        }
    }

    private void endHeld() {
        Map<C, Job<C>> held = heldJobs();
        end(held, held.keySet());
    }

    private void end(Map<C, Job<C>> held, Set<C> claims) {
        if (!claims.isEmpty()) {
            queue.ended(claims).forEach(claim -> runner.end(held.get(claim)));
        }
    }

    private Map<C, Job<C>> heldJobs() {
        Map<C, Job<C>> byClaim = new HashMap<>();
        runner.jobs().forEach(job -> byClaim.put(job.claim(), job));
        return byClaim;
    }
}
