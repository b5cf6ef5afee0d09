package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.signage.port.RecentPassages;
import com.ones1ght.application.signage.port.SignageTrigger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Passages as rows that know which transaction wrote them. Whatever is visible to a look was written by a transaction
 * before the look's horizon or will be seen again by the next one: so none is missed that commits late.
 */
final class SqlRecentPassages implements RecentPassages {

    /** An erasure takes the outbox's row first and would wait for this lock; then it finds the copy. */
    private static final String NOTE = """
            INSERT INTO signage_passage (id, tenant_id, profile_id, chat_id, round_id, store_id, passage, signage_no,
                                         items, forgotten, language, occurred_at, ends_at)
            SELECT id, tenant_id, profile_id, chat_id, round_id, store_id, passage, signage_no,
                   items, forgotten, language, occurred_at, ?
              FROM signage_outbox WHERE id = ?
               FOR KEY SHARE
            ON CONFLICT (id) DO NOTHING""";

    private static final String SINCE = """
            SELECT p.*, t.code AS tenant_code, t.signage_timeout_seconds,
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon
              FROM signage_passage p JOIN tenant t ON t.id = p.tenant_id
             WHERE p.written_by >= ?::text::xid8 AND p.ends_at > ?
             ORDER BY p.written_by""";

    private final Sql sql;

    SqlRecentPassages(Sql sql) {
        this.sql = sql;
    }

    private record Seen(SignageTrigger trigger, long horizon) {}

    @Override
    public void note(UUID deliveryId, Instant endsAt) {
        sql.update(NOTE, endsAt, deliveryId);
    }

    @Override
    public Look since(long look, Instant now) {
        List<Seen> seen = sql.all(
                SINCE, row -> new Seen(EventMapper.trigger(row), row.getLong("horizon")), Long.toString(look), now);
        long next = seen.stream().mapToLong(Seen::horizon).findFirst().orElse(look);
        return new Look(seen.stream().map(Seen::trigger).toList(), next);
    }

    @Override
    public void removeEnded(Instant now) {
        sql.update("DELETE FROM signage_passage WHERE ends_at <= ?", now);
    }
}
