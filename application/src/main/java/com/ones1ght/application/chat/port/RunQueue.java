package com.ones1ght.application.chat.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The runs that are not settled, shared by all nodes. A node claims a run for the length of a lease and renews
 * it while it works on it; when the lease runs out another node may claim the run. Every claim has a higher
 * fencing token than the one before, and every write checks it, so that a node that was taken for dead writes
 * nothing more. Each method is one transaction of its own.
 */
public interface RunQueue {

    /**
     * Claims runs that nobody holds at {@code now}. Those that another node is claiming at the moment are skipped,
     * not waited for.
     *
     * @param limit at most so many, at least 1
     * @param lease how long the claim lasts
     * @return the longest due first; empty when there are none
     */
    List<ClaimedRun> claimDue(int limit, Instant now, Duration lease);

    /**
     * Prolongs claims to {@code now + lease}.
     *
     * @return those that are still the caller's; the others are lost
     */
    Set<RunClaim> renew(Collection<RunClaim> claims, Instant now, Duration lease);

    /** Gives claims back, due at once for any node. Claims that are no longer the caller's are passed over. */
    void release(Collection<RunClaim> claims, Instant now);

    /**
     * Saves what a run has become, the round with it and, by the {@link
     * com.ones1ght.domain.credit.RefundRule}, the refund. A settled round's
     * run leaves the queue; of any other the claim stays the caller's, and should its lease run out it is due again
     * from the snapshot's {@code notBefore} on.
     *
     * @return false when the claim is no longer the caller's: nothing was written
     */
    boolean save(RunClaim claim, RunUpdate update, Instant now);
}
