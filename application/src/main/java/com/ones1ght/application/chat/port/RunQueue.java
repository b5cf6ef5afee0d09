package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.work.LeasedQueue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The queue of the runs that have not settled. */
public interface RunQueue extends LeasedQueue<ClaimedRun, RunClaim> {

    /**
     * Saves a run with its round and, by the {@link com.ones1ght.domain.credit.RefundRule}, the refund. The run of a
     * settled round leaves the queue. Otherwise the caller keeps the claim; if its lease runs out, the run is due again
     * from the snapshot's {@code notBefore}.
     *
     * @return false if the claim is no longer the caller's: nothing was written
     */
    boolean save(RunClaim claim, RunUpdate update, Instant now);

    /** How things stand with the runs of all tenants. */
    Backlog backlog(Instant now);

    /**
     * The runs that are due and that no node holds.
     *
     * @param waiting how many
     * @param since when the longest due one became due; null when none waits
     */
    record Backlog(long waiting, @Nullable Instant since) {}
}
