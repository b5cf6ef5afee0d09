package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.GroupedCalls;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds events to the log; those of one item that arrive at once outside of transactions share a statement. */
final class AppendedEvents {

    /**
     * Takes as many numbers as there are events, under the tenant's lock, which is the last one that it waits for. Leaves
     * out the events of erased profiles, of rounds that have changed if the first {@code %s} says so, and of profiles that
     * an erasure holds if the second one does.
     */
    private static final String APPEND = """
            WITH held AS (
                SELECT e.*
                  FROM unnest(:ids, :profiles, :chats, :rounds, :versions, :recIds, :types, :payloads, :forgotten,
                              :productFacts, :analystComments, :occurredAt, :createdAt) WITH ORDINALITY
                    AS e (id, profile_id, chat_id, round_id, version, rec_id, type, payload, forgotten,
                          product_facts, analyst_comment, occurred_at, created_at, place)
                  JOIN profile p ON p.id = e.profile_id AND p.tenant_id = :tenant%s
                   FOR KEY SHARE OF p%s),
            numbered AS (
                INSERT INTO event_number AS n (tenant_id, last_no)
                SELECT :tenant, count(*) FROM held HAVING count(*) > 0
                ON CONFLICT (tenant_id) DO UPDATE SET last_no = n.last_no + excluded.last_no
                RETURNING tenant_id, last_no)
            INSERT INTO sdk_chat_event (tenant_id, event_no, id, profile_id, chat_id, round_id, rec_id, type, payload,
                                        forgotten, product_facts, analyst_comment, occurred_at, created_at)
            SELECT n.tenant_id, n.last_no + 1 - row_number() OVER (ORDER BY h.place DESC), h.id, h.profile_id, h.chat_id,
                   h.round_id, h.rec_id, h.type, h.payload, h.forgotten, h.product_facts, h.analyst_comment,
                   h.occurred_at, h.created_at
              FROM numbered n CROSS JOIN held h
            RETURNING id""";

    private static final String SAME_ROUND =
            " JOIN round r ON r.id = e.round_id AND r.tenant_id = :tenant AND r.version = e.version";

    private static final String APPEND_ALL = APPEND.formatted("", "");
    private static final String APPEND_TO_ROUND = APPEND.formatted(SAME_ROUND, "");
    private static final String APPEND_GROUP = APPEND.formatted(SAME_ROUND, " SKIP LOCKED");

    private final Sql sql;
    private final Transactions transactions;

    /** By tenant, so that none waits for another at the number; one for each tenant that has had an event. */
    private final ConcurrentMap<TenantId, GroupedCalls<NewEvent>> grouped = new ConcurrentHashMap<>();

    AppendedEvents(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** @param version of its round, where that is a condition */
    private record NewEvent(Event event, @Nullable Long version, Instant createdAt) {}

    /** @throws NotFoundException when the profile of one has been erased: the transaction has to be rolled back */
    void append(TenantId tenant, List<Event> events, Instant now) {
        for (Event event : events) {
            Require.that(event.tenant().equals(tenant), "tenant_id", "be that of the log");
        }
        List<NewEvent> all =
                events.stream().map(event -> new NewEvent(event, null, now)).toList();
        if (append(APPEND_ALL, tenant, all).size() < all.size()) {
            throw new NotFoundException();
        }
    }

    /** Returns false when the round has changed, or its profile has been erased. */
    boolean append(TriggeredRound round, Event event, Instant now) {
        TenantId tenant = round.tenant();
        NewEvent appended = new NewEvent(event, round.version(), now);
        return !transactions.isActive() && groupOf(tenant).call(appended)
                || !append(APPEND_TO_ROUND, tenant, List.of(appended)).isEmpty();
    }

    private GroupedCalls<NewEvent> groupOf(TenantId tenant) {
        return grouped.computeIfAbsent(tenant, key -> new GroupedCalls<>(events -> append(APPEND_GROUP, key, events)));
    }

    /** Returns those that were appended. */
    private List<NewEvent> append(String statement, TenantId tenant, List<NewEvent> events) {
        List<Event> all = events.stream().map(NewEvent::event).toList();
        Set<UUID> appended = Set.copyOf(bind(sql.statement(statement), all)
                .bind("tenant", tenant)
                .bind("profiles", ids(all, event -> event.profile().value()))
                .bind("chats", ids(all, event -> event.chat().value()))
                .bind("rounds", ids(all, event -> event.round().value()))
                .bind("versions", events.stream().map(NewEvent::version).toArray(Long[]::new))
                .bind("createdAt", events.stream().map(NewEvent::createdAt).toArray(Instant[]::new))
                .list(row -> row.uuid("id")));
        return events.stream()
                .filter(entry -> appended.contains(entry.event().id().value()))
                .toList();
    }

    /** Binds what events are themselves, as arrays in their order. */
    static SqlStatement bind(SqlStatement statement, List<Event> events) {
        return statement
                .bind("ids", ids(events, event -> event.id().value()))
                .bind("recIds", texts(events, event -> storable(event.recId())))
                .bind("types", texts(events, event -> event.type().name()))
                .bind("payloads", texts(events, Event::payload))
                .bind("forgotten", texts(events, Event::forgotten))
                .bind("productFacts", texts(events, Event::productFacts))
                .bind("analystComments", texts(events, event -> storableOrNull(event.analystComment())))
                .bind("occurredAt", events.stream().map(Event::occurredAt).toArray(Instant[]::new));
    }

    private static UUID[] ids(List<Event> events, Function<Event, UUID> id) {
        return events.stream().map(id).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(List<Event> events, Function<Event, @Nullable String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String storableOrNull(@Nullable String text) {
        return text == null ? null : storable(text);
    }

    /** Models may write any character, but the database accepts neither U+0000 nor lone surrogates. */
    static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
