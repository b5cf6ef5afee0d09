package com.ones1ght.application.chat.port;

import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import java.util.List;

/**
 * The input of a pipeline, the same for every step of a run.
 *
 * @param requestId identifies the run: the round's id, a dot, the number of the run. A repeated id is the same run
 * @param tenantCode the code of the tenant
 * @param store the store that the shopper is in
 * @param language the response language
 * @param prompt the shopper's question
 * @param userQuery the same for a language model, preceded by the profile's prelude
 * @param history the previous turns, oldest first
 * @param profile the shopper's profile
 * @param restrictions what the gateway will withhold products for, as it read the profile; the run goes on without
 *     those products, so a pipeline does better not to suggest them
 */
public record PipelineRequest(
        String requestId,
        String tenantCode,
        StoreId store,
        Language language,
        String prompt,
        String userQuery,
        List<Turn> history,
        ProfileDocument profile,
        List<Restriction> restrictions) {

    public PipelineRequest {
        Require.notBlank(requestId, "request_id");
        Require.notBlank(tenantCode, "tenant");
        Require.notNull(store, "store");
        Require.notNull(language, "language");
        Require.notBlank(prompt, "prompt");
        Require.notBlank(userQuery, "user_query");
        history = List.copyOf(history);
        Require.notNull(profile, "profile");
        restrictions = List.copyOf(restrictions);
    }
}
