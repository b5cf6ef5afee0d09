package com.ones1ght.application.visit;

import com.ones1ght.application.chat.RunCancellation;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import java.time.Instant;
import java.time.InstantSource;

/** Locks the session, ends it, and cancels its running rounds in the same transaction. */
public final class EndChatSessionService implements EndChatSessionUseCase {

    private final Profiles profiles;
    private final ChatSessions sessions;
    private final ChatSessionKeeper keeper;
    private final Chats chats;
    private final RunCancellation cancellation;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public EndChatSessionService(
            Profiles profiles,
            ChatSessions sessions,
            ChatSessionKeeper keeper,
            Chats chats,
            RunCancellation cancellation,
            UnitOfWork unitOfWork,
            InstantSource clock) {
        this.profiles = profiles;
        this.sessions = sessions;
        this.keeper = keeper;
        this.chats = chats;
        this.cancellation = cancellation;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public ChatSession end(Command command) {
        return unitOfWork.inTransaction(() -> {
            Owner owner = command.owner();
            ProfileId profile = command.profile();
            profiles.hold(owner, profile).orElseThrow(NotFoundException::new);
            Instant now = clock.instant();
            ChatSession ended =
                    keeper.require(owner, profile, command.session(), now).ended(ChatSession.Reason.EXPLICIT, now);
            sessions.save(owner, ended);
            if (chats.lock(owner, profile, ended.chat()).isPresent()) {
                cancellation.cancel(owner, chats.lockRunning(owner, ended.chat()), now);
            }
            return ended;
        });
    }
}
