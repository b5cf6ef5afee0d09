package com.ones1ght.application.chat.port;

import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import java.util.List;

/**
 * What a pipeline is asked; the same for every step of a run.
 *
 * @param requestId names the run: the round's id, a dot, the number of its refinement; a repeated id is
 *     the same run
 * @param tenantCode whose run it is
 * @param store where the shopper is
 * @param language of all texts that have one language
 * @param prompt what the shopper asked
 * @param userQuery the same with the profile's prelude before it, as a language model gets it
 * @param history the conversation so far, oldest first
 * @param profile the shopper's profile
 */
public record PipelineRequest(
        String requestId,
        String tenantCode,
        StoreId store,
        Language language,
        String prompt,
        String userQuery,
        List<Turn> history,
        ProfileDocument profile) {

    public PipelineRequest {
        Require.notBlank(requestId, "request_id");
        Require.notBlank(tenantCode, "tenant");
        Require.notNull(store, "store");
        Require.notNull(language, "language");
        Require.notBlank(prompt, "prompt");
        Require.notBlank(userQuery, "user_query");
        history = List.copyOf(history);
        Require.notNull(profile, "profile");
    }
}
