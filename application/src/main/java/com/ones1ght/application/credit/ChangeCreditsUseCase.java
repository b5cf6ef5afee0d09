package com.ones1ght.application.credit;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.shared.VisibleText;

/** Gives a tenant credits, or takes some. */
public interface ChangeCreditsUseCase {

    /** The most credits that are given or taken at once. */
    long MAX_AMOUNT = 1_000_000_000_000L;

    /** The longest reason, in Unicode code points after trimming. */
    int MAX_REASON = 200;

    /**
     * @return the balance after the change
     * @throws com.ones1ght.domain.shared.NotFoundException when there is no such tenant
     * @throws com.ones1ght.domain.shared.DomainException CONFLICT when the balance would go below zero
     */
    long change(Command command);

    /**
     * @param actor who does it
     * @param code which tenant; of whatever form, one that is no code names nothing
     * @param amount what is given, or, below 0, taken; not 0, and {@value #MAX_AMOUNT} at the most
     * @param reason for people, not blank
     */
    record Command(Actor actor, String code, long amount, String reason) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(code, "tenant_code");
            if (amount == 0 || amount < -MAX_AMOUNT || amount > MAX_AMOUNT) {
                throw new InvalidRequestException(
                        "amount", "must be from -" + MAX_AMOUNT + " to " + MAX_AMOUNT + ", and not 0");
            }
            reason = VisibleText.trim(reason);
            if (VisibleText.isBlank(reason) || reason.codePointCount(0, reason.length()) > MAX_REASON) {
                throw new InvalidRequestException("reason", "must have 1 to " + MAX_REASON + " characters");
            }
        }
    }
}
