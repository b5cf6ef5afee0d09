package com.ones1ght.adapters.persistence.credit;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.credit.port.CreditLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the stored credits. */
@ApplicationScoped
public class CreditPersistence {

    @Produces
    @ApplicationScoped
    public CreditLedger creditLedger(Sql sql, Transactions transactions) {
        return new SqlCreditLedger(sql, transactions);
    }
}
