package com.ones1ght.application.chat;

import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.ResponseLanguage;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.profile.Prelude;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a run: lets the aggregate decide, inserts, charges. The charge comes last, since it locks the balance that all
 * kickoffs of the tenant share.
 */
public final class RunAcceptance {

    private final NewRuns runs;
    private final CreditLedger credits;
    private final IdGenerator ids;
    private final RoundRules rules;
    private final ResultDocuments documents;

    public RunAcceptance(
            NewRuns runs, CreditLedger credits, IdGenerator ids, RoundRules rules, ResultDocuments documents) {
        this.runs = runs;
        this.credits = credits;
        this.ids = ids;
        this.rules = rules;
        this.documents = documents;
    }

    /**
     * Begins a new chat with its first round. Needs no transaction.
     *
     * @throws DomainException INSUFFICIENT_CREDIT
     * @throws NotFoundException when the profile has been erased in the meantime
     */
    public Round first(Requester requester, Chat chat, Prompt prompt, Instant now) {
        Round first = chat.followUp(new RoundId(ids.next()), prompt, language(requester), now);
        Charge charge = rules.charge().chargeFor(first);
        return switch (runs.beginCharged(requester.owner(), chat, first, run(requester, first, now), charge)) {
            case BEGUN -> first;
            case PROFILE_MISSING -> throw new NotFoundException();
            case NOT_ENOUGH_CREDIT -> throw Charge.refusal();
        };
    }

    /**
     * Adds the next round to a chat that the caller has locked, in the caller's transaction; if it is the first, the chat
     * is stored with it.
     *
     * @throws DomainException PRIOR_ROUND_IN_FLIGHT or INSUFFICIENT_CREDIT
     */
    public Round followUp(Requester requester, Chat chat, Prompt prompt, Instant now) {
        Round next = chat.followUp(new RoundId(ids.next()), prompt, language(requester), now);
        if (chat.lastRound() == null) {
            runs.begin(requester.owner(), chat, next, run(requester, next, now));
        } else {
            runs.addRound(requester.owner(), requester.profile(), next, run(requester, next, now));
        }
        return charged(requester, next, now);
    }

    /**
     * Starts another run of the last round of a chat that the caller has locked, in the caller's transaction.
     *
     * @throws DomainException CONFLICT, PRIOR_ROUND_IN_FLIGHT, REFINEMENT_CAP_EXCEEDED or INSUFFICIENT_CREDIT
     */
    Round refinement(Requester requester, Chat chat, RoundId refined, Prompt prompt, Instant now) {
        Round again = chat.refine(refined, prompt, language(requester), now);
        runs.restartRound(requester.owner(), requester.profile(), again, run(requester, again, now));
        return charged(requester, again, now);
    }

    private static Language language(Requester requester) {
        return ResponseLanguage.of(requester.facts().locale(), requester.key().tenant());
    }

    private NewRun run(Requester requester, Round round, Instant now) {
        return new NewRun(
                Prelude.before(round.prompt().text(), requester.facts(), round.language()),
                guard(requester.facts()),
                now,
                now.plus(rules.deadline()),
                Correlation.current());
    }

    private @Nullable MergedGuard guard(ProfileFacts facts) {
        RoundGuard guard = RoundGuard.of(facts.restrictions());
        return guard.isEmpty() || rules.guard() == DietaryGuard.OFF
                ? null
                : new MergedGuard(guard, documents.guard(guard));
    }

    private Round charged(Requester requester, Round round, Instant now) {
        if (!credits.charge(requester.owner().tenant(), rules.charge().chargeFor(round), now)) {
            throw Charge.refusal();
        }
        return round;
    }
}
