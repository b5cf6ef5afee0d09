package com.ones1ght.application.profile;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Require;

/** Takes a new shopper in. */
public interface CreateProfileUseCase {

    /** @return the new profile */
    Profile create(Command command);

    /**
     * @param owner who will own it
     * @param document any JSON object
     */
    record Command(Owner owner, ProfileDocument document) {

        public Command {
            Require.notNull(owner, "owner");
            Require.notNull(document, "document");
        }
    }
}
