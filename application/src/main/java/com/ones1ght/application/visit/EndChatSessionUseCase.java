package com.ones1ght.application.visit;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.VisitId;

/** Ends a chat session; the visit goes on. */
public interface EndChatSessionUseCase {

    /**
     * Ends the session and cancels what is under way in it.
     *
     * @return the session with how it ended
     * @throws com.ones1ght.domain.shared.NotFoundException when the session is not the owner's and the profile's, or
     *     has ended before
     */
    ChatSession end(Command command);

    /**
     * @param owner who asks
     * @param profile on whose behalf
     * @param session the session's id, which is the visit's
     */
    record Command(Owner owner, ProfileId profile, VisitId session) {

        public Command {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
            Require.notNull(session, "session_id");
        }
    }
}
