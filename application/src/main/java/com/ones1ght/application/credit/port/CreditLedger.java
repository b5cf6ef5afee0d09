package com.ones1ght.application.credit.port;

import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The tenants' credits: a balance that never goes below zero, and a ledger of every change to it. Takes part in
 * the caller's transaction.
 */
public interface CreditLedger extends CreditQueries {

    /**
     * Debits the balance by a run's charge, if it {@link Charge#isCoveredBy covers} it. The balance stays locked until
     * the end of the transaction, so this comes last.
     *
     * @return false when the balance does not cover the charge; nothing has changed then
     */
    boolean charge(TenantId tenant, Charge charge, Instant now);

    /**
     * Gives back what {@link #charge} took for a run: once, however often it is asked; nothing when nothing was
     * taken.
     *
     * @return whether something was given back now
     */
    boolean refund(TenantId tenant, RoundId round, int run, Instant now);

    /**
     * Adds credits by hand.
     *
     * @param amount above 0
     * @param reason for people
     */
    void grant(TenantId tenant, long amount, String reason, Instant now);

    /**
     * Gives or takes credits by hand.
     *
     * @param amount what is given, or, below 0, taken; not 0
     * @param reason for people
     * @return the balance after it; empty when it would be below 0, and nothing has changed then
     */
    OptionalLong adjust(TenantId tenant, long amount, String reason, Instant now);
}
