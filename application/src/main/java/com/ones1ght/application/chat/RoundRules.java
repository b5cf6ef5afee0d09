package com.ones1ght.application.chat;

import com.ones1ght.domain.shared.Require;
import java.time.Duration;

/**
 * What an operator may set about rounds.
 *
 * @param deadline after which a run that has not settled ends in error; above zero
 * @param creditsPerRun what each accepted run costs, refinements included; at least 1
 */
public record RoundRules(Duration deadline, long creditsPerRun) {

    public RoundRules {
        Require.notNull(deadline, "round.deadline");
        Require.that(deadline.compareTo(Duration.ZERO) > 0, "round.deadline", "be above zero");
        Require.that(creditsPerRun >= 1, "round.credits", "be at least 1");
    }
}
