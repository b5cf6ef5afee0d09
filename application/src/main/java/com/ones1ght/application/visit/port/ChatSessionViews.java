package com.ones1ght.application.visit.port;

import com.ones1ght.application.visit.ChatSessionView;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;

/** The chat sessions, for reading, in one statement. */
public interface ChatSessionViews {

    /**
     * The visit's session that is under way, with the latest round of its conversation. What is not the owner's, has
     * ended, or has been idle for too long is not found.
     */
    Optional<ChatSessionView> active(Owner owner, ProfileId profile, VisitId visit, Instant now);
}
