package com.ones1ght.adapters.persistence.credit;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.credit.LedgerPage;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.credit.LedgerEntry;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The credits: each change is one statement that changes the balance and adds its entry to the ledger. */
public final class SqlCreditLedger implements CreditLedger {

    /** The ledger entry of a {@link Charge}, after {@code account}, which has debited the balance. */
    public static final String ADD_CHARGE = """
            INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
            SELECT tenant_id, 'charge', :charge.amount, balance, 'run', :charge.round, :charge.run, :chargedAt
              FROM account""";

    /** {@link Charge#isCoveredBy} as a guard of the update, so that concurrent charges never overdraw the balance. */
    private static final String CHARGE = """
            WITH account AS (
                UPDATE tenant_credit SET balance = balance + :charge.amount
                 WHERE tenant_id = :tenant AND balance >= :charge.minimumBalance
                RETURNING tenant_id, balance)
            """ + ADD_CHARGE;

    /** A separate statement: a single one that waited for the balance would still see the ledger from before. */
    private static final String LOCK = "SELECT balance FROM tenant_credit WHERE tenant_id = :tenant FOR NO KEY UPDATE";

    private static final String REFUND = """
            WITH charged AS (
                SELECT c.tenant_id, c.round_id, c.run_no, -c.amount AS amount
                  FROM credit_entry c
                 WHERE c.tenant_id = :tenant AND c.round_id = :round AND c.run_no = :run AND c.kind = 'charge'
                   AND NOT EXISTS (SELECT 1 FROM credit_entry r
                                    WHERE r.tenant_id = :tenant AND r.round_id = c.round_id AND r.run_no = c.run_no
                                      AND r.kind = 'refund')),
            account AS (
                UPDATE tenant_credit t SET balance = t.balance + c.amount
                  FROM charged c WHERE t.tenant_id = :tenant
                RETURNING t.balance)
            INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
            SELECT c.tenant_id, 'refund', c.amount, a.balance, 'run', c.round_id, c.run_no, :now
              FROM charged c CROSS JOIN account a""";

    private static final String ADJUST = """
            WITH account AS (
                UPDATE tenant_credit SET balance = balance + :amount
                 WHERE tenant_id = :tenant AND balance + :amount >= 0
                RETURNING tenant_id, balance)
            INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
            SELECT tenant_id, :kind, :amount, balance, :reason, :now FROM account RETURNING balance_after""";

    /** {@code %1$s} is the order. */
    private static final String PAGE = """
            WITH counted AS (SELECT count(*) AS total FROM credit_entry WHERE tenant_id = :tenant),
            paged AS (
                SELECT * FROM credit_entry WHERE tenant_id = :tenant
                 ORDER BY id %1$s LIMIT :page.limit OFFSET :page.offset)
            SELECT c.total, p.* FROM counted c LEFT JOIN paged p ON true ORDER BY p.id %1$s""";

    private final Sql sql;
    private final Transactions transactions;

    public SqlCreditLedger(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public boolean charge(TenantId tenant, Charge charge, Instant now) {
        return sql.statement(CHARGE)
                        .bind("tenant", tenant)
                        .bind("charge", charge)
                        .bind("chargedAt", now)
                        .update()
                == 1;
    }

    @Override
    public boolean refund(TenantId tenant, RoundId round, int run, Instant now) {
        return transactions.inTransaction(() -> {
            sql.statement(LOCK).bind("tenant", tenant).exists();
            return sql.statement(REFUND)
                            .bind("tenant", tenant)
                            .bind("round", round)
                            .bind("run", run)
                            .bind("now", now)
                            .update()
                    == 1;
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
        Optional<Long> balance = sql.statement(ADJUST)
                .bind("tenant", tenant)
                .bind("kind", LedgerEntry.Kind.ofOperator(amount).name().toLowerCase(Locale.ROOT))
                .bind("amount", amount)
                .bind("reason", reason)
                .bind("now", now)
                .first(row -> row.number("balance_after"));
        return balance.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Override
    public long balance(TenantId tenant) {
        return sql.statement("SELECT balance FROM tenant_credit WHERE tenant_id = :tenant")
                .bind("tenant", tenant)
                .first(row -> row.number("balance"))
                .orElse(0L);
    }

    @Override
    public LedgerPage page(TenantId tenant, PageRequest page) {
        SqlStatement.Slice<LedgerEntry> slice = sql.statement(PAGE.formatted(page.order()))
                .bind("tenant", tenant)
                .bind("page", page)
                .slice("kind", SqlCreditLedger::entry)
                .orElseThrow();
        return new LedgerPage(slice.items(), slice.total(), page);
    }

    private static LedgerEntry entry(Row row) {
        return new LedgerEntry(
                LedgerEntry.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.number("amount"),
                row.number("balance_after"),
                row.text("reason"),
                row.idOrNull("round_id", RoundId::new),
                row.instant("created_at"));
    }
}
