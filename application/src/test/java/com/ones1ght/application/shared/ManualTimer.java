package com.ones1ght.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A timer whose alarms ring when a test moves its clock, on the test's thread. */
public final class ManualTimer extends AbstractExecutorService implements ScheduledExecutorService {

    private final MutableClock clock;
    private final List<Alarm<?>> alarms = new ArrayList<>();
    private boolean ended;

    public ManualTimer(MutableClock clock) {
        this.clock = clock;
    }

    private final class Alarm<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {
        private final @Nullable Duration period;
        private Instant at;

        Alarm(Callable<V> task, Instant at, @Nullable Duration period) {
            super(task);
            this.at = at;
            this.period = period;
        }

        @Override
        public void run() {
            if (period == null) {
                super.run();
            } else if (runAndReset()) {
                at = clock.instant().plus(period);
                add(this);
            }
        }

        @Override
        public boolean isPeriodic() {
            return period != null;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), at));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    private synchronized <A extends Alarm<?>> A add(A alarm) {
        if (ended) {
            throw new RejectedExecutionException("the timer has ended");
        }
        alarms.add(alarm);
        return alarm;
    }

    /** Rings the next alarm that is due, if there is one. */
    public boolean ringNext() {
        Optional<Alarm<?>> due = nextDue();
        due.ifPresent(Alarm::run);
        return due.isPresent();
    }

    private synchronized Optional<Alarm<?>> nextDue() {
        alarms.removeIf(Alarm::isCancelled);
        Optional<Alarm<?>> due = alarms.stream()
                .filter(alarm -> !alarm.at.isAfter(clock.instant()))
                .min(Comparator.comparing(alarm -> alarm.at));
        due.ifPresent(alarms::remove);
        return due;
    }

    /** When the next alarm is to ring. */
    public synchronized Optional<Instant> nextAlarm() {
        alarms.removeIf(Alarm::isCancelled);
        return alarms.stream().map(alarm -> alarm.at).min(Comparator.naturalOrder());
    }

    /** How many single alarms are set. */
    public synchronized long alarms() {
        return alarms.stream()
                .filter(alarm -> !alarm.isPeriodic() && !alarm.isCancelled())
                .count();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(Executors.callable(command), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return add(new Alarm<>(task, clock.instant().plusNanos(unit.toNanos(delay)), null));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
        return scheduleWithFixedDelay(command, delay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        return add(new Alarm<>(
                Executors.callable(command),
                clock.instant().plusNanos(unit.toNanos(first)),
                Duration.ofNanos(unit.toNanos(delay))));
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized void shutdown() {
        ended = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return ended;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown();
    }
}
