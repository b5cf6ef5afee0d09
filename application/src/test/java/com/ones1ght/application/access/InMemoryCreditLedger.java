package com.ones1ght.application.access;

import com.ones1ght.application.access.port.CreditLedger;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.ChargeRow;
import com.ones1ght.application.shared.InMemoryState.RunKey;
import com.ones1ght.domain.access.TenantId;
import com.ones1ght.domain.chat.RoundId;
import java.time.Instant;

/** Credits in memory. */
public final class InMemoryCreditLedger implements CreditLedger {

    private final InMemoryDatabase database;

    public InMemoryCreditLedger(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public boolean charge(TenantId tenant, RoundId round, int run, long cost, Instant now) {
        return database.with(state -> {
            long balance = state.balances.getOrDefault(tenant, 0L);
            if (balance < cost) {
                return false;
            }
            if (state.charges.putIfAbsent(new RunKey(round, run), new ChargeRow(tenant, cost, false)) != null) {
                throw new IllegalStateException("the run was charged before");
            }
            state.balances.put(tenant, balance - cost);
            return true;
        });
    }

    @Override
    public boolean refund(TenantId tenant, RoundId round, int run, Instant now) {
        return database.with(state -> refund(state, tenant, new RunKey(round, run)));
    }

    private static boolean refund(InMemoryState state, TenantId tenant, RunKey key) {
        ChargeRow charge = state.charges.get(key);
        if (charge == null || charge.refunded() || !charge.tenant().equals(tenant)) {
            return false;
        }
        state.charges.put(key, new ChargeRow(tenant, charge.cost(), true));
        state.balances.merge(tenant, charge.cost(), Long::sum);
        return true;
    }

    @Override
    public void grant(TenantId tenant, long amount, String reason, Instant now) {
        database.with(state -> state.balances.merge(tenant, amount, Long::sum));
    }

    @Override
    public long balance(TenantId tenant) {
        return database.with(state -> state.balances.getOrDefault(tenant, 0L));
    }
}
