package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.ResponseLanguage;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.Prelude;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;

/**
 * Accepts a run: ask the aggregate, insert, charge. The charge comes last, since it locks the balance that all the
 * tenant's kickoffs share.
 */
public final class RunAcceptance {

    private final Chats chats;
    private final CreditLedger credits;
    private final IdGenerator ids;
    private final RoundRules rules;

    public RunAcceptance(Chats chats, CreditLedger credits, IdGenerator ids, RoundRules rules) {
        this.chats = chats;
        this.credits = credits;
        this.ids = ids;
        this.rules = rules;
    }

    /**
     * Begins a new chat with its first round, without a transaction of the caller's.
     *
     * @throws DomainException INSUFFICIENT_CREDIT
     * @throws NotFoundException when the profile has been erased in the meantime
     */
    Round first(Asker asker, Chat chat, Prompt prompt, Instant now) {
        Round first = chat.followUp(new RoundId(ids.next()), prompt, language(asker), now);
        return switch (chats.beginCharged(asker.owner(), chat, first, run(asker, first, now), rules.creditsPerRun())) {
            case BEGUN -> first;
            case PROFILE_MISSING -> throw new NotFoundException();
            case NOT_ENOUGH_CREDIT -> throw insufficientCredit();
        };
    }

    /**
     * Adds the next round to a chat that the caller has locked, in the caller's transaction; a chat without one is
     * begun with it.
     *
     * @throws DomainException PRIOR_ROUND_IN_FLIGHT or INSUFFICIENT_CREDIT
     */
    public Round followUp(Asker asker, Chat chat, Prompt prompt, Instant now) {
        Round next = chat.followUp(new RoundId(ids.next()), prompt, language(asker), now);
        if (chat.lastRound() == null) {
            chats.begin(asker.owner(), chat, next, run(asker, next, now));
        } else {
            chats.addRound(asker.owner(), asker.profile(), next, run(asker, next, now));
        }
        return charged(asker, next, now);
    }

    /**
     * Sends the last round of a chat that the caller has locked through the pipeline again, in the caller's
     * transaction.
     *
     * @throws DomainException CONFLICT, PRIOR_ROUND_IN_FLIGHT, REFINEMENT_CAP_EXCEEDED or INSUFFICIENT_CREDIT
     */
    Round refinement(Asker asker, Chat chat, RoundId refined, Prompt prompt, Instant now) {
        Round again = chat.refine(refined, prompt, language(asker), now);
        chats.restartRound(asker.owner(), asker.profile(), again, run(asker, again, now));
        return charged(asker, again, now);
    }

    private static Language language(Asker asker) {
        return ResponseLanguage.of(asker.facts().locale(), asker.key().tenant());
    }

    private NewRun run(Asker asker, Round round, Instant now) {
        return new NewRun(
                Prelude.before(round.prompt().text(), asker.facts(), round.language()),
                now,
                now.plus(rules.deadline()),
                Correlation.current());
    }

    private Round charged(Asker asker, Round round, Instant now) {
        if (!credits.charge(asker.owner().tenant(), round.id(), round.run(), rules.creditsPerRun(), now)) {
            throw insufficientCredit();
        }
        return round;
    }

    private static DomainException insufficientCredit() {
        return new DomainException(
                ErrorCode.INSUFFICIENT_CREDIT,
                "The tenant has not enough credits for another recommendation; grant credits and ask again");
    }
}
