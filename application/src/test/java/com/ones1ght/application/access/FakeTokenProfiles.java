package com.ones1ght.application.access;

import com.ones1ght.application.access.port.TokenProfiles;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import java.util.HashSet;
import java.util.Set;

/** Every profile exists until a test erases it. */
final class FakeTokenProfiles implements TokenProfiles {

    private final Set<ProfileId> erased = new HashSet<>();

    void erase(ProfileId profile) {
        erased.add(profile);
    }

    @Override
    public boolean exists(Owner owner, ProfileId profile) {
        return !erased.contains(profile);
    }

    @Override
    public void forget() {}
}
