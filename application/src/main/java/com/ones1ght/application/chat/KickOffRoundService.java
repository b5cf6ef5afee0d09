package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Accepts a run. In an existing chat this is one short transaction: lock the chat, let the aggregate decide, insert,
 * charge, commit. A new chat, which no other request can know, needs no lock and is stored and charged in one statement.
 */
public final class KickOffRoundService implements KickOffRoundUseCase {

    private final Profiles profiles;
    private final Chats chats;
    private final RunAcceptance acceptance;
    private final UnitOfWork unitOfWork;
    private final RunnerWakeup runner;
    private final ChatChanges changes;
    private final IdGenerator ids;
    private final InstantSource clock;

    public KickOffRoundService(
            Profiles profiles,
            Chats chats,
            RunAcceptance acceptance,
            UnitOfWork unitOfWork,
            RunnerWakeup runner,
            ChatChanges changes,
            IdGenerator ids,
            InstantSource clock) {
        this.profiles = profiles;
        this.chats = chats;
        this.acceptance = acceptance;
        this.unitOfWork = unitOfWork;
        this.runner = runner;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Accepted kickOff(Command command) {
        ChatId chat = command.chat();
        Accepted accepted = chat == null ? begin(command) : unitOfWork.inTransaction(() -> inChat(command, chat));
        unitOfWork.afterCommit(runner::wake);
        if (command.round() != null) {
            // The refinement may have replaced a run in progress.
            unitOfWork.afterCommit(runner::releaseEnded);
        }
        return accepted;
    }

    private Accepted begin(Command command) {
        Requester requester = requester(command);
        Instant now = clock.instant();
        Chat chat = Chat.begun(new ChatId(ids.next()), command.profile(), now);
        Round first = acceptance.first(requester, chat, command.prompt(), now);
        return new Accepted(chat.id(), first.id());
    }

    private Accepted inChat(Command command, ChatId id) {
        Requester requester = requester(command);
        Chat chat = chats.lock(requester.owner(), command.profile(), id).orElseThrow(NotFoundException::new);
        Round accepted = nextRun(requester, command, chat);
        unitOfWork.afterCommit(() -> changes.changed(id));
        return new Accepted(id, accepted.id());
    }

    private Requester requester(Command command) {
        Owner owner = command.key().owner();
        ProfileFacts facts = profiles.facts(owner, command.profile()).orElseThrow(NotFoundException::new);
        return new Requester(command.key(), command.profile(), facts);
    }

    private Round nextRun(Requester requester, Command command, Chat chat) {
        Instant now = clock.instant();
        RoundId refined = command.round();
        if (refined == null) {
            return acceptance.followUp(requester, chat, command.prompt(), now);
        }
        requireRound(requester, chat, refined);
        return acceptance.refinement(requester, chat, refined, command.prompt(), now);
    }

    /** A round of the chat that is not its last is a conflict, which the aggregate reports; any other is not found. */
    private void requireRound(Requester requester, Chat chat, RoundId round) {
        Round last = chat.lastRound();
        boolean isLast = last != null && last.id().equals(round);
        if (!isLast && !chats.hasRound(requester.owner(), chat.id(), round)) {
            throw new NotFoundException();
        }
    }
}
