package com.ones1ght.domain.credit;

import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.shared.Require;

/**
 * What an accepted run costs its tenant: the same for every run, refinements included. {@link RefundRule} decides when
 * the run gives it back.
 *
 * @param creditsPerRun at least 1
 */
public record ChargeRule(long creditsPerRun) {

    public ChargeRule {
        Require.that(creditsPerRun >= 1, "creditsPerRun", "be at least 1");
    }

    /** The charge for the round's current run. */
    public Charge chargeFor(Round round) {
        return new Charge(round.id(), round.run(), creditsPerRun);
    }
}
