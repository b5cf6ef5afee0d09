package com.ones1ght.application.profile;

import com.ones1ght.application.profile.port.ProfileDocuments;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.time.InstantSource;

/** Stores a new profile with what the gateway reads in it. */
public final class CreateProfileService implements CreateProfileUseCase {

    private final Profiles profiles;
    private final ProfileDocuments documents;
    private final UnitOfWork unitOfWork;
    private final IdGenerator ids;
    private final InstantSource clock;

    public CreateProfileService(
            Profiles profiles,
            ProfileDocuments documents,
            UnitOfWork unitOfWork,
            IdGenerator ids,
            InstantSource clock) {
        this.profiles = profiles;
        this.documents = documents;
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Profile create(Command command) {
        ProfileFacts facts = documents.facts(command.document());
        Instant now = clock.instant();
        Profile profile = new Profile(new ProfileId(ids.next()), command.owner(), command.document(), facts, now, now);
        return unitOfWork.inTransaction(() -> {
            profiles.add(profile);
            return profile;
        });
    }
}
