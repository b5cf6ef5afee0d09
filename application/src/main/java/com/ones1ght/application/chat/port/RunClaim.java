package com.ones1ght.application.chat.port;

import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/**
 * A node's claim on a run, which authorizes it to write.
 *
 * @param tenant whose round it is
 * @param round the run's round
 * @param run the number of the run within the round
 * @param token the fencing token, higher with each claim of the run
 */
public record RunClaim(TenantId tenant, RoundId round, int run, long token) {

    public RunClaim {
        Require.notNull(tenant, "tenant_id");
        Require.notNull(round, "round_id");
    }
}
