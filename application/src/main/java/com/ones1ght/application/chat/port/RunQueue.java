package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.work.LeasedQueue;
import java.time.Instant;

/** The runs that are not settled, shared by all nodes. */
public interface RunQueue extends LeasedQueue<ClaimedRun, RunClaim> {

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
