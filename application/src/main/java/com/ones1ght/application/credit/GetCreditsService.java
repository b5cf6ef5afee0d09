package com.ones1ght.application.credit;

import com.ones1ght.application.credit.port.CreditLedger;

/** Reads a balance. */
public final class GetCreditsService implements GetCreditsUseCase {

    private final CreditLedger credits;

    public GetCreditsService(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public long balance(Query query) {
        return credits.balance(query.tenant());
    }
}
