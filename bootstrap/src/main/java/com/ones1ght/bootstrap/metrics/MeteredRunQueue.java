package com.ones1ght.bootstrap.metrics;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** A queue of runs that counts those which this node settles, and the leases that it loses. */
public final class MeteredRunQueue implements RunQueue {

    private final RunQueue queue;
    private final RunMetrics runs;
    private final LongAdder lost;

    public MeteredRunQueue(RunQueue queue, RunMetrics runs, Metrics metrics) {
        this.queue = queue;
        this.runs = runs;
        this.lost = metrics.counter(Metric.LEASES_LOST);
    }

    @Override
    public List<ClaimedRun> claimDue(int limit, Instant now, Duration lease) {
        return queue.claimDue(limit, now, lease);
    }

    @Override
    public Set<RunClaim> renew(Collection<RunClaim> claims, Instant now, Duration lease) {
        Set<RunClaim> renewed = queue.renew(claims, now, lease);
        if (renewed.size() < claims.size()) {
            Set<RunClaim> missing = new HashSet<>(claims);
            missing.removeAll(renewed);
            count(missing);
        }
        return renewed;
    }

    @Override
    public Set<RunClaim> ended(Collection<RunClaim> claims) {
        return queue.ended(claims);
    }

    @Override
    public void release(Collection<RunClaim> claims, Instant now) {
        queue.release(claims, now);
    }

    @Override
    public boolean save(RunClaim claim, RunUpdate update, Instant now) {
        boolean saved = queue.save(claim, update, now);
        if (!saved) {
            count(Set.of(claim));
        } else if (update.round().state().isSettled()) {
            runs.settled(update.round());
        }
        return saved;
    }

    /** Runs that somebody has ended on purpose are not lost. */
    private void count(Set<RunClaim> missing) {
        lost.add(missing.size() - queue.ended(missing).size());
    }

    @Override
    public Backlog backlog(Instant now) {
        return queue.backlog(now);
    }
}
