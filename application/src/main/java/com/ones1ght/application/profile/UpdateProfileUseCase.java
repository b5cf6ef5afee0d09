package com.ones1ght.application.profile;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** Merges new knowledge into a profile. */
public interface UpdateProfileUseCase {

    /**
     * Of changes made at once none is lost.
     *
     * @return the whole merged profile
     * @throws com.ones1ght.domain.shared.NotFoundException when there is none of this id for this owner
     * @throws com.ones1ght.domain.shared.DomainException PAYLOAD_TOO_LARGE when the merged document is above
     *     {@value #MAX_BYTES} bytes; nothing is stored then
     */
    Profile update(Command command);

    /** The largest document, in bytes of UTF-8. */
    int MAX_BYTES = 64 * 1024;

    /**
     * @param owner who asks
     * @param profile what for
     * @param changes the fields to set
     */
    record Command(Owner owner, ProfileId profile, ProfileDocument changes) {

        public Command {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
            Require.notNull(changes, "changes");
        }
    }
}
