package com.ones1ght.application.shared.work;

import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.work.Job.Next;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the steps of the jobs of a {@link Worker}, a bounded number at once. Thread-safe. */
final class JobRunner<C> {

    private static final System.Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final Duration AFTER_REJECTION = Duration.ofSeconds(1);

    private final Executor workers;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final WorkerSettings settings;
    private final Consumer<Next> afterStep;
    private final Map<Object, Job<C>> held = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Job<C>> ready = new ConcurrentLinkedQueue<>();
    private final Semaphore steps;
    private volatile boolean stopping;

    /** @param afterStep called when a step is over and its place is free again */
    JobRunner(
            Executor workers,
            ScheduledExecutorService timer,
            InstantSource clock,
            WorkerSettings settings,
            Consumer<Next> afterStep) {
        this.workers = workers;
        this.timer = timer;
        this.clock = clock;
        this.settings = settings;
        this.afterStep = afterStep;
        this.steps = new Semaphore(settings.maxSteps());
    }

    int size() {
        return held.size();
    }

    /**
     * How many more jobs can be started soon; a node leaves what it cannot start to the others. None until half of those
     * that were claimed have been started: jobs that take a moment would otherwise be claimed one by one.
     */
    int room() {
        int queued = ready.size();
        return queued > settings.maxSteps()
                ? 0
                : Math.max(0, Math.min(2 * settings.maxSteps() - queued, settings.maxHeld() - held.size()));
    }

    List<Job<C>> jobs() {
        return List.copyOf(held.values());
    }

    void hold(Job<C> job) {
        // An older claim of the same item is fenced off by now; its writes will be refused.
        Job<C> older = held.put(job.key(), job);
        if (older != null) {
            older.releaseWatchers();
            if (!older.isContinuedBy(job)) {
                older.ended();
            }
        }
        Duration delay = job.initialDelay();
        if (delay.isZero()) {
            enqueue(job);
        } else {
            await(job, Next.goOn(delay));
        }
    }

    /** Drops a job whose claim was lost; the queue will refuse the result of a step in progress. */
    void drop(Job<C> job) {
        held.remove(job.key(), job);
    }

    /** Drops a job whose item somebody else has ended, and lets it release what it uses. */
    void end(Job<C> job) {
        if (held.remove(job.key(), job)) {
            job.releaseWatchers();
            job.ended();
        }
    }

    /** Starts the next step of those that only wait; the futures complete with these steps. */
    List<CompletableFuture<Void>> nudge(Collection<?> keys) {
        Instant now = clock.instant();
        List<CompletableFuture<Void>> nudged = new ArrayList<>();
        for (Object key : keys) {
            Job<C> job = held.get(key);
            CompletableFuture<Void> watcher = new CompletableFuture<>();
            if (job != null && job.nudge(now, watcher)) {
                nudged.add(watcher);
                enqueue(job);
            }
        }
        return nudged;
    }

    /**
     * Starts no more steps, waits for those in progress, and drops all jobs.
     *
     * @return the claims of those that were held
     */
    List<C> stop(Duration drain) throws InterruptedException {
        stopping = true;
        try {
            if (!steps.tryAcquire(settings.maxSteps(), drain.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "Stopped with {0} steps in progress; other nodes repeat them",
                        settings.maxSteps() - steps.availablePermits());
            }
        } finally {
            ready.clear();
        }
        List<C> claims = jobs().stream().map(Job::claim).toList();
        held.clear();
        return claims;
    }

    private void enqueue(Job<C> job) {
        ready.add(job);
        startSteps();
    }

    private void startSteps() {
        while (!stopping && !ready.isEmpty() && steps.tryAcquire()) {
            Job<C> next = ready.poll();
            if (next == null) {
                steps.release();
            } else {
                start(next);
            }
        }
    }

    private void start(Job<C> job) {
        try {
            workers.execute(() -> takeStep(job));
        } catch (RuntimeException rejected) {
            steps.release();
            await(job, Next.backOff(AFTER_REJECTION));
        }
    }

    private void takeStep(Job<C> job) {
        if (isHeld(job)) {
            job.startStep(clock.instant());
            advance(job).whenComplete((next, defect) -> stepTaken(job, next, defect));
        } else {
            stepTaken(job, Next.leave(), null);
        }
    }

    private CompletionStage<Next> advance(Job<C> job) {
        try {
            return job.advance();
        } catch (Throwable defect) {
            return CompletableFuture.failedStage(defect);
        }
    }

    private void stepTaken(Job<C> job, @Nullable Next result, @Nullable Throwable defect) {
        if (defect != null && !stopping) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    job + " failed, and is dropped by this node until its lease has run out",
                    RedactedStackTrace.of(defect));
        }
        Next next = result == null ? Next.leave() : result;
        if (next.leaves()) {
            drop(job);
        } else if (isHeld(job) && next.delay().isZero()) {
            job.queue();
            ready.add(job);
        } else if (isHeld(job)) {
            await(job, next);
        }
        steps.release();
        startSteps();
        job.releaseWatchers();
        afterStep.accept(next);
    }

    private void await(Job<C> job, Next next) {
        // Up to a millisecond later rather than earlier, so that a deadline has passed when its alarm rings.
        long millis = next.delay().toMillis() + 1;
        try {
            job.await(next.isBackOff(), () -> timer.schedule(() -> goOn(job), millis, TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            drop(job);
            LOG.log(System.Logger.Level.WARNING, "{0} is dropped by this node: the timer has been shut down", job);
        }
    }

    private void goOn(Job<C> job) {
        if (isHeld(job) && job.wakeUp()) {
            enqueue(job);
        }
    }

    private boolean isHeld(Job<C> job) {
        return held.get(job.key()) == job;
    }
}
