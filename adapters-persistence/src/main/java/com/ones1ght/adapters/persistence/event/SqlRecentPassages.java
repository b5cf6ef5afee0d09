package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.Correlations;
import com.ones1ght.adapters.persistence.shared.GroupedCalls;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.signage.port.RecentPassages;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Passages as rows with the transaction that wrote them. A look sees everything that was committed before its horizon;
 * transactions that commit later are at or after the horizon, where the next look begins. So none is missed. Passages that
 * are noted at once share a transaction.
 */
final class SqlRecentPassages implements RecentPassages {

    /**
     * An erasure that has locked the outbox's row waits for this lock, and then finds the copy. Leaves out what an erasure
     * holds if {@code %s} says so.
     */
    private static final String NOTE = """
            INSERT INTO signage_passage (id, tenant_id, profile_id, chat_id, round_id, store_id, passage, signage_no,
                                         items, forgotten, language, occurred_at, ends_at,
                                         request_id, traceparent, tracestate)
            SELECT /* all tenants */ o.id, o.tenant_id, o.profile_id, o.chat_id, o.round_id, o.store_id, o.passage,
                   o.signage_no, o.items, o.forgotten, o.language, o.occurred_at, n.ends_at,
                   o.request_id, o.traceparent, o.tracestate
              FROM unnest(:deliveries, :endsAt) AS n (id, ends_at) JOIN signage_outbox o ON o.id = n.id
             ORDER BY o.id
               FOR KEY SHARE OF o%s
            ON CONFLICT DO NOTHING
            RETURNING id""";

    private static final String NOTE_ALONE = NOTE.formatted("");
    private static final String NOTE_GROUP = NOTE.formatted(" SKIP LOCKED");

    private static final String SINCE = """
            SELECT /* all tenants */ p.*, t.code AS tenant_code, t.signage_timeout_seconds, r.guard_result,
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon
              FROM signage_passage p JOIN tenant t ON t.id = p.tenant_id
              LEFT JOIN round r ON r.id = p.round_id AND r.tenant_id = p.tenant_id
             WHERE p.written_by >= :look::text::xid8 AND p.ends_at > :now
             ORDER BY p.written_by""";

    private final Sql sql;
    private final GroupedCalls<Note> grouped = new GroupedCalls<>(notes -> note(NOTE_GROUP, notes));

    SqlRecentPassages(Sql sql) {
        this.sql = sql;
    }

    private record Note(UUID delivery, Instant endsAt) {}

    private record Seen(Passed passed, long horizon) {}

    @Override
    public void note(UUID deliveryId, Instant endsAt) {
        Note note = new Note(deliveryId, endsAt);
        if (!grouped.call(note)) {
            note(NOTE_ALONE, List.of(note));
        }
    }

    private List<Note> note(String statement, List<Note> notes) {
        Set<UUID> noted = Set.copyOf(sql.statement(statement)
                .bind("deliveries", notes.stream().map(Note::delivery).toArray(UUID[]::new))
                .bind("endsAt", notes.stream().map(Note::endsAt).toArray(Instant[]::new))
                .list(row -> row.uuid("id")));
        return notes.stream().filter(note -> noted.contains(note.delivery())).toList();
    }

    @Override
    public Look since(long look, Instant now) {
        List<Seen> seen = sql.statement(SINCE)
                .bind("look", Long.toString(look))
                .bind("now", now)
                .list(row ->
                        new Seen(new Passed(EventMapper.trigger(row), Correlations.read(row)), row.number("horizon")));
        long next = seen.isEmpty() ? look : seen.get(0).horizon();
        return new Look(seen.stream().map(Seen::passed).toList(), next);
    }

    @Override
    public void removeEnded(Instant now) {
        sql.statement("DELETE /* all tenants */ FROM signage_passage WHERE ends_at <= :now")
                .bind("now", now)
                .update();
    }
}
