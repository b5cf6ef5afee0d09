package com.ones1ght.application.profile;

import com.ones1ght.application.profile.port.ProfileDocuments;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Merges under the profile's lock, so that two changes at once lose neither's fields. */
public final class UpdateProfileService implements UpdateProfileUseCase {

    private final Profiles profiles;
    private final ProfileDocuments documents;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public UpdateProfileService(
            Profiles profiles, ProfileDocuments documents, UnitOfWork unitOfWork, InstantSource clock) {
        this.profiles = profiles;
        this.documents = documents;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public Profile update(Command command) {
        return unitOfWork.inTransaction(() -> {
            Profile stored = profiles.lock(command.owner(), command.profile()).orElseThrow(NotFoundException::new);
            ProfileDocument merged = documents.merge(stored.document(), command.changes());
            requireStorable(merged);
            Profile changed = stored.changedTo(merged, documents.facts(merged), clock.instant());
            profiles.save(changed);
            return changed;
        });
    }

    private static void requireStorable(ProfileDocument merged) {
        if (merged.json().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new DomainException(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    "The merged profile would be larger than " + MAX_BYTES + " bytes; nothing was changed");
        }
    }
}
