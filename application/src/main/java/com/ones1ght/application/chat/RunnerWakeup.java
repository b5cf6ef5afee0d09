package com.ones1ght.application.chat;

import com.ones1ght.domain.chat.RoundId;
import java.util.Collection;
import java.util.concurrent.CompletionStage;

/** What use cases ask of the runner: to claim new runs without waiting for its next tick, to refresh polled rounds, and to
 * release ended runs. */
public interface RunnerWakeup {

    /**
     * Makes this node's runner, or another's, claim due runs soon; called once for each accepted run, after the commit.
     * Returns at once, never fails.
     */
    void wake();

    /**
     * Advances those of the rounds whose runs this node holds and that only wait for their next poll of the backend; each
     * at most once a second.
     *
     * @return completed when these steps are over, and after a second at the latest; at once when there are none. Its
     *     value is whether there were any. Never fails
     */
    CompletionStage<Boolean> refresh(Collection<RoundId> rounds);

    /**
     * Makes the runners of all nodes look for held runs that somebody else has ended: they drop the calls of these runs
     * and have the pipeline release what it keeps for them. Called after the commit. Returns at once, never fails; a node
     * that misses it looks when it renews its leases.
     */
    void releaseEnded();
}
