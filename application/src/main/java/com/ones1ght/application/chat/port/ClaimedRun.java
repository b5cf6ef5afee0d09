package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.TenantScope;
import com.ones1ght.domain.chat.ChatHistory.PastRun;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A claimed run, with all that its steps need.
 *
 * @param claim authorizes its holder to write to the run
 * @param tenant the tenant that it belongs to
 * @param tenantCode the tenant's code
 * @param round as it is stored
 * @param snapshot as it is stored
 * @param userQuery the question for a model
 * @param store the store that the shopper is in; null means the installation's default store
 * @param profile the shopper's profile
 * @param guard what the shopper must not get, and what has been withheld so far
 * @param past the runs of the chat that finished step 2, replaced ones included, in any order
 * @param deadline when it ends in error if it has not settled
 * @param inSession whether the chat belongs to a chat session, whose clients get documents of their own
 * @param correlation of the request that it was accepted with
 */
public record ClaimedRun(
        RunClaim claim,
        TenantId tenant,
        String tenantCode,
        Round round,
        PipelineSnapshot snapshot,
        String userQuery,
        @Nullable StoreId store,
        ProfileDocument profile,
        RoundGuard guard,
        List<PastRun> past,
        Instant deadline,
        boolean inSession,
        @Nullable Correlation correlation) {

    public ClaimedRun {
        Require.notNull(claim, "claim");
        Require.notNull(tenant, "tenant_id");
        Require.notNull(round, "round");
        Require.notNull(snapshot, "snapshot");
        Require.notNull(guard, "guard");
        past = List.copyOf(past);
        Require.notNull(deadline, "deadline");
    }

    /** Performs work for this run, with its request and its tenant bound to the thread. */
    public <T> T during(Supplier<T> work) {
        return TenantScope.during(tenantCode, () -> Correlation.during(correlation, work));
    }
}
