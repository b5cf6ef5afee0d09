package com.ones1ght.domain.credit;

import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a tenant's balance.
 *
 * @param kind why the balance changed
 * @param amount in credits; below 0 when they were taken
 * @param balanceAfter the balance after this change; never below 0
 * @param note the reason that whoever changed it by hand gave; without meaning for a run's entries
 * @param round the run's; null when it was changed by hand
 * @param createdAt when it changed
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
        /** A run was accepted. */
        CHARGE,
        /** A run gave its credits back; see {@link RefundRule}. */
        REFUND,
        /** Credits were given by hand. */
        GRANT,
        /** Credits were taken by hand. */
        WITHDRAWAL;

        /** The kind of a change by hand, by its amount. */
        public static Kind byHand(long amount) {
            return amount > 0 ? GRANT : WITHDRAWAL;
        }

        /** Whether it belongs to a run. */
        public boolean isOfRun() {
            return this == CHARGE || this == REFUND;
        }

        /** Whether it takes credits. */
        public boolean isDebit() {
            return this == CHARGE || this == WITHDRAWAL;
        }
    }

    public LedgerEntry {
        Require.notNull(kind, "kind");
        Require.that(amount != 0 && (amount < 0) == kind.isDebit(), "amount", "have the sign of its kind");
        Require.that(balanceAfter >= 0, "balance_after", "not be negative");
        Require.notNull(note, "reason");
        Require.that((round != null) == kind.isOfRun(), "round_id", "be set for a run's entries only");
        Require.notNull(createdAt, "created_at");
    }
}
