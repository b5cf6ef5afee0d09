package com.ones1ght.application.chat;

import com.ones1ght.domain.credit.ChargeRule;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;

/**
 * What an operator may set about rounds.
 *
 * @param deadline after which a run that has not settled ends in error; above zero
 * @param guard which products shoppers do not get
 * @param charge what each accepted run costs
 */
public record RoundRules(Duration deadline, DietaryGuard guard, ChargeRule charge) {

    public RoundRules {
        Require.notNull(deadline, "round.deadline");
        Require.that(deadline.compareTo(Duration.ZERO) > 0, "round.deadline", "be above zero");
        Require.notNull(guard, "guard");
        Require.notNull(charge, "charge");
    }
}
