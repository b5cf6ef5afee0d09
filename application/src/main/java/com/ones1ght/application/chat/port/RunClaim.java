package com.ones1ght.application.chat.port;

import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.Require;

/**
 * A node's claim on a run, which authorizes it to write.
 *
 * @param round the run's round
 * @param run the number of the run within the round
 * @param token the fencing token, higher with each claim of the run
 */
public record RunClaim(RoundId round, int run, long token) {

    public RunClaim {
        Require.notNull(round, "round_id");
    }
}
