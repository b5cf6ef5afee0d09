package com.ones1ght.domain.credit;

import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;

/**
 * What one run costs by the {@link ChargeRule}. A balance that covers it is debited and gets a ledger entry; any other
 * refuses the run and stays unchanged.
 *
 * @param round the run's
 * @param run the number of the run within the round, from 0
 * @param credits at least 1
 */
public record Charge(RoundId round, int run, long credits) {

    private static final String NOTE = "run";

    public Charge {
        Require.notNull(round, "round");
        Require.that(credits >= 1, "credits", "be at least 1");
    }

    /** The lowest balance that covers the charge. */
    public long minimumBalance() {
        return credits;
    }

    /** The change of the balance, below 0. */
    public long amount() {
        return -credits;
    }

    /** Whether the run may be accepted. */
    public boolean isCoveredBy(long balance) {
        return balance >= minimumBalance();
    }

    /**
     * The ledger entry of the debit.
     *
     * @param balance before the debit; covers the charge
     */
    public LedgerEntry entry(long balance, Instant now) {
        return new LedgerEntry(LedgerEntry.Kind.CHARGE, amount(), balance + amount(), NOTE, round, now);
    }

    /** The refusal of a run that the balance does not cover. */
    public static DomainException refusal() {
        return new DomainException(
                ErrorCode.INSUFFICIENT_CREDIT,
                "The tenant has not enough credits for another recommendation; grant credits and ask again");
    }
}
