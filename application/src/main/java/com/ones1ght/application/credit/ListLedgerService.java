package com.ones1ght.application.credit;

import com.ones1ght.application.credit.port.CreditLedger;

/** Reads a page of the ledger. */
public final class ListLedgerService implements ListLedgerUseCase {

    private final CreditLedger credits;

    public ListLedgerService(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public LedgerPage list(Query query) {
        return credits.page(query.tenant(), query.page());
    }
}
