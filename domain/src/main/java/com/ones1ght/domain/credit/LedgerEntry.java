package com.ones1ght.domain.credit;

import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a tenant's balance.
 *
 * @param amount in credits; below 0 for a debit
 * @param balanceAfter the balance after the change, never below 0
 * @param note the operator's reason; without meaning for the entries of runs
 * @param round the run's; null for a change by the operator
 */
public record LedgerEntry(
        Kind kind,
        long amount,
        long balanceAfter,
        String note,
        @Nullable RoundId round,
        Instant createdAt) {

    /** Why a balance changes. */
    public enum Kind {
        /** A run was accepted; see {@link ChargeRule}. */
        CHARGE,
        /** A run's credits were returned; see {@link RefundRule}. */
        REFUND,
        /** The operator added credits. */
        GRANT,
        /** The operator removed credits. */
        WITHDRAWAL;

        /** The kind of a change by the operator. */
        public static Kind ofOperator(long amount) {
            return amount > 0 ? GRANT : WITHDRAWAL;
        }

        public boolean isOfRun() {
            return this == CHARGE || this == REFUND;
        }

        public boolean isDebit() {
            return this == CHARGE || this == WITHDRAWAL;
        }
    }

    public LedgerEntry {
        Require.notNull(kind, "kind");
        Require.that(amount != 0 && (amount < 0) == kind.isDebit(), "amount", "have the sign of its kind");
        Require.that(balanceAfter >= 0, "balanceAfter", "not be negative");
        Require.notNull(note, "note");
        Require.that((round != null) == kind.isOfRun(), "round", "be set for a run's entries only");
        Require.notNull(createdAt, "createdAt");
    }
}
