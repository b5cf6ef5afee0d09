package com.ones1ght.application.profile;

import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.InstantSource;
import java.util.List;

/** Erases a profile in one transaction, and then has it forgotten where it is kept in memory. */
public final class DeleteProfileService implements DeleteProfileUseCase {

    private final Profiles profiles;
    private final UnitOfWork unitOfWork;
    private final ErasedProfiles erased;
    private final InstantSource clock;

    public DeleteProfileService(Profiles profiles, UnitOfWork unitOfWork, ErasedProfiles erased, InstantSource clock) {
        this.profiles = profiles;
        this.unitOfWork = unitOfWork;
        this.erased = erased;
        this.clock = clock;
    }

    @Override
    public Profile delete(Command command) {
        return unitOfWork.inTransaction(() -> {
            Profile stored = profiles.lock(command.owner(), command.profile()).orElseThrow(NotFoundException::new);
            List<ChatId> chats = profiles.erase(command.owner(), command.profile(), clock.instant());
            unitOfWork.afterCommit(() -> erased.announceErased(chats));
            return stored;
        });
    }
}
