package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.domain.chat.ChatHistory.PastRun;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run with all that is needed to bring it forward.
 *
 * @param claim the right to write to it
 * @param tenant whose run it is
 * @param tenantCode the tenant's code
 * @param round as it is stored
 * @param snapshot as it is stored
 * @param userQuery what the model is asked
 * @param store where the shopper is; null means the installation's default store
 * @param profile the shopper's profile
 * @param past the runs of the chat whose step 2 was done, replaced ones included, in any order
 * @param deadline when it ends in error if it has not settled
 * @param inSession whether the chat is that of a chat session, whose clients get a form of their own
 * @param correlation as it was accepted with
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
        List<PastRun> past,
        Instant deadline,
        boolean inSession,
        @Nullable Correlation correlation) {

    public ClaimedRun {
        Require.notNull(claim, "claim");
        Require.notNull(tenant, "tenant_id");
        Require.notNull(round, "round");
        Require.notNull(snapshot, "snapshot");
        past = List.copyOf(past);
        Require.notNull(deadline, "deadline");
    }
}
