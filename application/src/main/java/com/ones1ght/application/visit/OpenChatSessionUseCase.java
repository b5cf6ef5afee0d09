package com.ones1ght.application.visit;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** Opens the chat session of the visit under way. */
public interface OpenChatSessionUseCase {

    /**
     * Opens a chat session, or answers the one that is under way. Costs nothing.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the owner's
     * @throws com.ones1ght.domain.shared.DomainException SESSION_NOT_STARTED when no visit is under way
     */
    ChatSessionView open(Command command);

    /**
     * @param owner who asks
     * @param profile on whose behalf
     */
    record Command(Owner owner, ProfileId profile) {

        public Command {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
        }
    }
}
