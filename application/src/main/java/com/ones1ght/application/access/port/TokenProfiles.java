package com.ones1ght.application.access.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;

/** The profiles that tokens were issued for. */
public interface TokenProfiles {

    /**
     * Whether the profile exists and is this owner's. Cheap, so that it can be asked for every request: a profile that was
     * erased may count as existing for half a minute, unless {@link #forget} is called.
     */
    boolean exists(Owner owner, ProfileId profile);

    /** Profiles were erased: nothing that was read before is used any more. Returns at once. */
    void forget();
}
