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
 * Accepts a run: in a chat that there is, by one short transaction (lock the chat, ask the aggregate, insert, charge,
 * commit); in a new one, which nobody else can know of, in one step. The runner is woken after the commit.
 */
public final class KickOffRoundService implements KickOffRoundUseCase {

    private final Profiles profiles;
    private final Chats chats;
    private final RunAcceptance acceptance;
    private final UnitOfWork unitOfWork;
    private final DueRounds dueRounds;
    private final IdGenerator ids;
    private final InstantSource clock;

    public KickOffRoundService(
            Profiles profiles,
            Chats chats,
            RunAcceptance acceptance,
            UnitOfWork unitOfWork,
            DueRounds dueRounds,
            IdGenerator ids,
            InstantSource clock) {
        this.profiles = profiles;
        this.chats = chats;
        this.acceptance = acceptance;
        this.unitOfWork = unitOfWork;
        this.dueRounds = dueRounds;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Accepted kickOff(Command command) {
        ChatId chat = command.chat();
        Accepted accepted = chat == null ? begin(command) : unitOfWork.inTransaction(() -> goOn(command, chat));
        unitOfWork.afterCommit(dueRounds::wake);
        return accepted;
    }

    private Accepted begin(Command command) {
        Asker asker = asker(command);
        Instant now = clock.instant();
        Chat chat = Chat.begun(new ChatId(ids.next()), command.profile(), now);
        Round first = acceptance.first(asker, chat, command.prompt(), now);
        return new Accepted(chat.id(), first.id());
    }

    private Accepted goOn(Command command, ChatId id) {
        Asker asker = asker(command);
        Chat chat = chats.lock(asker.owner(), command.profile(), id).orElseThrow(NotFoundException::new);
        Round accepted = nextRun(asker, command, chat);
        return new Accepted(id, accepted.id());
    }

    private Asker asker(Command command) {
        Owner owner = command.key().owner();
        ProfileFacts facts = profiles.facts(owner, command.profile()).orElseThrow(NotFoundException::new);
        return new Asker(command.key(), command.profile(), facts);
    }

    private Round nextRun(Asker asker, Command command, Chat chat) {
        Instant now = clock.instant();
        RoundId refined = command.round();
        if (refined == null) {
            return acceptance.followUp(asker, chat, command.prompt(), now);
        }
        requireRound(chat, refined);
        return acceptance.refinement(asker, chat, refined, command.prompt(), now);
    }

    /** A round that is not the last may still be one of the chat's: then it is a conflict and not unknown. */
    private void requireRound(Chat chat, RoundId wanted) {
        Round last = chat.lastRound();
        boolean isLast = last != null && last.id().equals(wanted);
        if (!isLast && !chats.hasRound(chat.id(), wanted)) {
            throw new NotFoundException();
        }
    }
}
