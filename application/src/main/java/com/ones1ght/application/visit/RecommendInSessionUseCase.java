package com.ones1ght.application.visit;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.visit.VisitId;

/** Accepts a shopper's question within a chat session. The answer comes into being in the background. */
public interface RecommendInSessionUseCase {

    /**
     * Stores the run and charges it. The first question begins the session's conversation, each further one follows
     * up.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the owner's, or the session is not
     *     the profile's or has ended
     * @throws com.ones1ght.domain.shared.DomainException STAGE_NOT_CHAT when the visit's latest stamp is another one;
     *     CONFLICT while the recommendation before is under way; INSUFFICIENT_CREDIT; nothing is written or charged
     *     then
     */
    void recommend(Command command);

    /**
     * @param key who asks
     * @param profile on whose behalf
     * @param session the session's id, which is the visit's
     * @param prompt what
     */
    record Command(ApiKey key, ProfileId profile, VisitId session, Prompt prompt) {

        public Command {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(session, "session_id");
            Require.notNull(prompt, "prompt");
        }
    }
}
