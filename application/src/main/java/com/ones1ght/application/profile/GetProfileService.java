package com.ones1ght.application.profile;

import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.shared.NotFoundException;

/** Reads one profile. */
public final class GetProfileService implements GetProfileUseCase {

    private final Profiles profiles;

    public GetProfileService(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Profile get(Query query) {
        return profiles.find(query.owner(), query.profile()).orElseThrow(NotFoundException::new);
    }
}
