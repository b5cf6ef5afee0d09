package com.ones1ght.application.credit;

import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a tenant's balance.
 *
 * @param kind {@code charge}, {@code refund}, {@code grant} or {@code withdrawal}
 * @param amount in credits; below 0 when they were taken
 * @param balanceAfter what was left then
 * @param note why, in the words of whoever changed it by hand; of a run nothing but {@code run}
 * @param round the run's; null when it was changed by hand
 * @param createdAt when
 */
public record LedgerEntry(
        String kind,
        long amount,
        long balanceAfter,
        String note,
        @Nullable RoundId round,
        Instant createdAt) {

    public LedgerEntry {
        Require.notBlank(kind, "kind");
        Require.notNull(note, "reason");
        Require.notNull(createdAt, "created_at");
    }

    /** Why, for people. */
    public String reason() {
        return round == null ? note : kind;
    }
}
