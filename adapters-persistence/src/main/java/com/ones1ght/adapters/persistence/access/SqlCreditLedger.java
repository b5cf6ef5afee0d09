package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.credit.LedgerPage;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.credit.LedgerEntry;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The credits: each change is one statement that changes the balance and adds its entry to the ledger. */
public final class SqlCreditLedger implements CreditLedger {

    /** The ledger entry of a {@link Charge}, after {@code account}, which has debited the balance. */
    public static final String ADD_CHARGE = """
            INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
            SELECT tenant_id, 'charge', ?, balance, 'run', ?, ?, ? FROM account""";

    /** {@link Charge#isCoveredBy} as a guard of the update, so that charges at once never overdraw the balance. */
    private static final String CHARGE = """
            WITH account AS (
                UPDATE tenant_credit SET balance = balance + ? WHERE tenant_id = ? AND balance >= ?
                RETURNING tenant_id, balance)
            """ + ADD_CHARGE;

    /**
     * Taken before the refund looks whether there was one already: within one statement it would wait for the
     * balance and then still see the ledger as it was before.
     */
    private static final String LOCK = "SELECT balance FROM tenant_credit WHERE tenant_id = ? FOR NO KEY UPDATE";

    private static final String REFUND = """
            WITH charged AS (
                SELECT c.tenant_id, c.round_id, c.run_no, -c.amount AS amount
                  FROM credit_entry c
                 WHERE c.tenant_id = ? AND c.round_id = ? AND c.run_no = ? AND c.kind = 'charge'
                   AND NOT EXISTS (SELECT 1 FROM credit_entry r
                                    WHERE r.round_id = c.round_id AND r.run_no = c.run_no AND r.kind = 'refund')),
            account AS (
                UPDATE tenant_credit t SET balance = t.balance + c.amount
                  FROM charged c WHERE t.tenant_id = c.tenant_id
                RETURNING t.balance)
            INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
            SELECT c.tenant_id, 'refund', c.amount, a.balance, 'run', c.round_id, c.run_no, ?
              FROM charged c CROSS JOIN account a""";

    private static final String ADJUST = """
            WITH account AS (
                UPDATE tenant_credit SET balance = balance + ? WHERE tenant_id = ? AND balance + ? >= 0
                RETURNING tenant_id, balance)
            INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
            SELECT tenant_id, ?, ?, balance, ?, ? FROM account RETURNING balance_after""";

    /** {@code %1$s} is the order. The total comes alone when the page is empty. */
    private static final String PAGE = """
            WITH counted AS (SELECT count(*) AS total FROM credit_entry WHERE tenant_id = ?),
            paged AS (SELECT * FROM credit_entry WHERE tenant_id = ? ORDER BY id %1$s LIMIT ? OFFSET ?)
            SELECT c.total, p.* FROM counted c LEFT JOIN paged p ON true ORDER BY p.id %1$s""";

    private static final String PAGE_ASCENDING = PAGE.formatted("ASC");
    private static final String PAGE_DESCENDING = PAGE.formatted("DESC");

    private record PageRow(long total, @Nullable LedgerEntry entry) {}

    private final Sql sql;
    private final Transactions transactions;

    public SqlCreditLedger(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public boolean charge(TenantId tenant, Charge charge, Instant now) {
        return sql.update(
                        CHARGE,
                        charge.amount(),
                        tenant.value(),
                        charge.minimumBalance(),
                        charge.amount(),
                        charge.round().value(),
                        charge.run(),
                        now)
                == 1;
    }

    @Override
    public boolean refund(TenantId tenant, RoundId round, int run, Instant now) {
        return transactions.inTransaction(() -> {
            sql.first(LOCK, row -> true, tenant.value());
            return sql.update(REFUND, tenant.value(), round.value(), run, now) == 1;
        });
    }

    @Override
    public void grant(TenantId tenant, long amount, String reason, Instant now) {
        if (adjust(tenant, amount, reason, now).isEmpty()) {
            throw new IllegalStateException("The tenant " + tenant + " has no credit account");
        }
    }

    @Override
    public OptionalLong adjust(TenantId tenant, long amount, String reason, Instant now) {
        return sql
                .all(
                        ADJUST,
                        row -> row.getLong("balance_after"),
                        amount,
                        tenant.value(),
                        amount,
                        LedgerEntry.Kind.ofOperator(amount).name().toLowerCase(Locale.ROOT),
                        amount,
                        reason,
                        now)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public long balance(TenantId tenant) {
        return sql.first(
                        "SELECT balance FROM tenant_credit WHERE tenant_id = ?",
                        row -> row.getLong("balance"),
                        tenant.value())
                .orElse(0L);
    }

    @Override
    public LedgerPage page(TenantId tenant, PageRequest page) {
        List<PageRow> rows = sql.all(
                page.order() == PageRequest.Order.ASC ? PAGE_ASCENDING : PAGE_DESCENDING,
                SqlCreditLedger::read,
                tenant.value(),
                tenant.value(),
                page.limit(),
                page.offset());
        List<LedgerEntry> items =
                rows.stream().map(PageRow::entry).filter(Objects::nonNull).toList();
        return new LedgerPage(items, rows.get(0).total(), page);
    }

    private static PageRow read(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        String kind = row.getString("kind");
        if (kind == null) {
            return new PageRow(total, null);
        }
        UUID round = Sql.uuid(row, "round_id");
        return new PageRow(
                total,
                new LedgerEntry(
                        LedgerEntry.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                        row.getLong("amount"),
                        row.getLong("balance_after"),
                        row.getString("reason"),
                        round == null ? null : new RoundId(round),
                        Sql.instant(row, "created_at")));
    }
}
