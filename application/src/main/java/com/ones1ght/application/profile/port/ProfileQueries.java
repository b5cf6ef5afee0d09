package com.ones1ght.application.profile.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import java.util.Optional;

/** The profiles, for reading. Somebody else's profile is not found. */
public interface ProfileQueries {

    /** The profile of this id, if it is this owner's. */
    Optional<Profile> find(Owner owner, ProfileId id);
}
