package com.ones1ght.application.credit;

import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.ChargeRow;
import com.ones1ght.application.shared.InMemoryState.RunKey;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.credit.LedgerEntry;
import com.ones1ght.domain.credit.LedgerEntry.Kind;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Credits in memory. */
public final class InMemoryCreditLedger implements CreditLedger {

    private final InMemoryDatabase database;

    public InMemoryCreditLedger(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public boolean charge(TenantId tenant, Charge charge, Instant now) {
        return database.with(state -> {
            long balance = state.balances.getOrDefault(tenant, 0L);
            if (!charge.isCoveredBy(balance)) {
                return false;
            }
            RunKey run = new RunKey(charge.round(), charge.run());
            if (state.charges.putIfAbsent(run, new ChargeRow(tenant, charge.credits(), false)) != null) {
                throw new IllegalStateException("the run was charged before");
            }
            LedgerEntry entry = charge.entry(balance, now);
            state.balances.put(tenant, entry.balanceAfter());
            state.ledger.add(new InMemoryState.LedgerRow(tenant, entry));
            return true;
        });
    }

    @Override
    public boolean refund(TenantId tenant, RoundId round, int run, Instant now) {
        return database.with(state -> refund(state, tenant, new RunKey(round, run), now));
    }

    private static boolean refund(InMemoryState state, TenantId tenant, RunKey key, Instant now) {
        ChargeRow charge = state.charges.get(key);
        if (charge == null || charge.refunded() || !charge.tenant().equals(tenant)) {
            return false;
        }
        state.charges.put(key, new ChargeRow(tenant, charge.cost(), true));
        state.balances.merge(tenant, charge.cost(), Long::sum);
        note(state, tenant, Kind.REFUND, charge.cost(), "run", key.round(), now);
        return true;
    }

    @Override
    public void grant(TenantId tenant, long amount, String reason, Instant now) {
        adjust(tenant, amount, reason, now);
    }

    @Override
    public OptionalLong adjust(TenantId tenant, long amount, String reason, Instant now) {
        return database.with(state -> {
            long balance = state.balances.getOrDefault(tenant, 0L) + amount;
            if (balance < 0) {
                return OptionalLong.empty();
            }
            state.balances.put(tenant, balance);
            note(state, tenant, Kind.ofOperator(amount), amount, reason, null, now);
            return OptionalLong.of(balance);
        });
    }

    @Override
    public long balance(TenantId tenant) {
        return database.with(state -> state.balances.getOrDefault(tenant, 0L));
    }

    @Override
    public LedgerPage page(TenantId tenant, PageRequest page) {
        return database.with(state -> {
            List<LedgerEntry> all = new ArrayList<>(state.ledger.stream()
                    .filter(row -> row.tenant().equals(tenant))
                    .map(InMemoryState.LedgerRow::entry)
                    .toList());
            if (page.order() == PageRequest.Order.DESC) {
                Collections.reverse(all);
            }
            List<LedgerEntry> items =
                    all.stream().skip(page.offset()).limit(page.limit()).toList();
            return new LedgerPage(items, all.size(), page);
        });
    }

    private static void note(
            InMemoryState state,
            TenantId tenant,
            Kind kind,
            long amount,
            String reason,
            @Nullable RoundId round,
            Instant now) {
        long after = state.balances.getOrDefault(tenant, 0L);
        state.ledger.add(new InMemoryState.LedgerRow(tenant, new LedgerEntry(kind, amount, after, reason, round, now)));
    }
}
