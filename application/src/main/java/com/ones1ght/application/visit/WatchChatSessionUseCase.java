package com.ones1ght.application.visit;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.visit.VisitId;
import java.util.concurrent.CompletionStage;

/** Shows what has become of a chat session's latest recommendation. */
public interface WatchChatSessionUseCase {

    /**
     * Looks at the session; while its recommendation is under way, lets the runner look first. Counts as a sign of
     * life of the session.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when the session is not the owner's and the profile's, or
     *     has ended
     */
    CompletionStage<ChatSessionView> watch(Query query);

    /**
     * @param owner who asks
     * @param profile on whose behalf
     * @param session the session's id, which is the visit's
     */
    record Query(Owner owner, ProfileId profile, VisitId session) {

        public Query {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
            Require.notNull(session, "session_id");
        }
    }
}
