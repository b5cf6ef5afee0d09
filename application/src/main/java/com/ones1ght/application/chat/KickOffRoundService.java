package com.ones1ght.application.chat;

import com.ones1ght.application.access.port.CreditLedger;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.ResponseLanguage;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.Prelude;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Accepts a run in one short transaction: lock the chat, ask the aggregate, insert, charge, commit. The runner is
 * woken after the commit. The charge comes last, since it locks the balance that all the tenant's kickoffs share.
 */
public final class KickOffRoundService implements KickOffRoundUseCase {

    private final Profiles profiles;
    private final Chats chats;
    private final CreditLedger credits;
    private final UnitOfWork unitOfWork;
    private final DueRounds dueRounds;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final RoundRules rules;

    public KickOffRoundService(
            Profiles profiles,
            Chats chats,
            CreditLedger credits,
            UnitOfWork unitOfWork,
            DueRounds dueRounds,
            IdGenerator ids,
            InstantSource clock,
            RoundRules rules) {
        this.profiles = profiles;
        this.chats = chats;
        this.credits = credits;
        this.unitOfWork = unitOfWork;
        this.dueRounds = dueRounds;
        this.ids = ids;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    public Accepted kickOff(Command command) {
        Accepted accepted = unitOfWork.inTransaction(() -> accept(command));
        dueRounds.wake();
        return accepted;
    }

    private Accepted accept(Command command) {
        Instant now = clock.instant();
        Owner owner = command.key().owner();
        ProfileFacts facts = profiles.facts(owner, command.profile()).orElseThrow(NotFoundException::new);
        Language language = ResponseLanguage.of(facts, command.key().tenant());
        Chat chat = chat(owner, command, now);
        NewRun run =
                new NewRun(Prelude.before(command.prompt().text(), facts, language), now, now.plus(rules.deadline()));
        Round round = round(owner, command, chat, run, language);
        charge(owner, round, now);
        return new Accepted(chat.id(), round.id());
    }

    private Chat chat(Owner owner, Command command, Instant now) {
        ChatId requested = command.chat();
        if (requested != null) {
            return chats.lock(owner, command.profile(), requested).orElseThrow(NotFoundException::new);
        }
        return Chat.begun(new ChatId(ids.next()), command.profile(), now);
    }

    private Round round(Owner owner, Command command, Chat chat, NewRun run, Language language) {
        RoundId refined = command.round();
        if (refined == null) {
            Round next = chat.followUp(new RoundId(ids.next()), command.prompt(), language, run.acceptedAt());
            if (command.chat() == null) {
                chats.begin(owner, chat, next, run);
            } else {
                chats.addRound(owner, command.profile(), next, run);
            }
            return next;
        }
        requireRound(chat, refined);
        Round again = chat.refine(refined, command.prompt(), language, run.acceptedAt());
        chats.restartRound(owner, command.profile(), again, run);
        return again;
    }

    /** A round that is not the last may still be one of the chat's: then it is a conflict and not unknown. */
    private void requireRound(Chat chat, RoundId wanted) {
        Round last = chat.lastRound();
        boolean isLast = last != null && last.id().equals(wanted);
        if (!isLast && !chats.hasRound(chat.id(), wanted)) {
            throw new NotFoundException();
        }
    }

    private void charge(Owner owner, Round round, Instant now) {
        if (!credits.charge(owner.tenant(), round.id(), round.run(), rules.creditsPerRun(), now)) {
            throw new DomainException(
                    ErrorCode.INSUFFICIENT_CREDIT,
                    "The tenant has not enough credits for another recommendation; grant credits and ask again");
        }
    }
}
