package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.GroupedCalls;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.EventPage;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The event log, in one statement each. */
final class SqlEventLog implements EventLog {

    /**
     * Takes as many numbers as there are events, under the tenant's lock, which is the last one that it waits for. Leaves
     * out the events of erased profiles, and of those that an erasure holds if {@code %s} says so.
     */
    private static final String APPEND = """
            WITH held AS (
                SELECT e.*
                  FROM unnest(:ids, :profiles, :chats, :rounds, :recIds, :types, :payloads, :forgotten, :productFacts,
                              :analystComments, :occurredAt, :createdAt) WITH ORDINALITY
                    AS e (id, profile_id, chat_id, round_id, rec_id, type, payload, forgotten, product_facts,
                          analyst_comment, occurred_at, created_at, place)
                  JOIN profile p ON p.id = e.profile_id AND p.tenant_id = :tenant
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

    private static final String APPEND_ALL = APPEND.formatted("");
    private static final String APPEND_GROUP = APPEND.formatted(" SKIP LOCKED");

    private static final String OF_PROFILE = """
            WITH owned AS (
                SELECT id, tenant_id FROM profile
                 WHERE id = :profile AND tenant_id = :owner.tenant AND key_line_id = :owner.line),
            matching AS NOT MATERIALIZED (
                SELECT e.* FROM owned o JOIN sdk_chat_event e ON e.profile_id = o.id AND e.tenant_id = :tenant
                 WHERE coalesce(e.type = :type, true)),
            head AS (SELECT count(*) AS total FROM matching HAVING EXISTS (SELECT 1 FROM owned)),
            """;

    /** {@code %s} are the conditions. */
    private static final String OF_TENANT = """
            WITH matching AS NOT MATERIALIZED (
                SELECT * FROM sdk_chat_event e
                 WHERE e.tenant_id = :tenant%s),
            head AS (SELECT count(*) AS total FROM matching),
            """;

    /** {@code %1$s} is the order. */
    private static final String PAGED = """
            paged AS (
                SELECT * FROM matching ORDER BY created_at %1$s, event_no %1$s LIMIT :page.limit OFFSET :page.offset)
            SELECT h.total, e.*, p.id AS known_profile, p.name, p.gender, p.age, p.locale
              FROM head h
              LEFT JOIN paged e ON true
              LEFT JOIN profile p ON p.id = e.profile_id AND p.tenant_id = :tenant
             ORDER BY e.created_at %1$s, e.event_no %1$s""";

    private static final String AFTER = """
            SELECT /* all tenants */ e.*, p.id AS known_profile, p.name, p.gender, p.age, p.locale
              FROM unnest(:tenants, :numbers) AS known (tenant_id, event_no)
             CROSS JOIN LATERAL (
                   SELECT * FROM sdk_chat_event l
                    WHERE l.tenant_id = known.tenant_id AND l.event_no > known.event_no
                    ORDER BY l.event_no LIMIT :limit) e
              LEFT JOIN profile p ON p.id = e.profile_id AND p.tenant_id = e.tenant_id
             ORDER BY e.tenant_id, e.event_no""";

    /** Materialized, since following the order of the numbers would read the events of all profiles. */
    private static final String AFTER_OF_PROFILE = """
            WITH own AS MATERIALIZED (
                SELECT * FROM sdk_chat_event
                 WHERE profile_id = :profile AND tenant_id = :tenant AND event_no > :number)
            SELECT e.*, p.id AS known_profile, p.name, p.gender, p.age, p.locale
              FROM own e
              LEFT JOIN profile p ON p.id = e.profile_id AND p.tenant_id = :tenant
             ORDER BY e.event_no LIMIT :limit""";

    private final Sql sql;
    private final Transactions transactions;

    /** By tenant, so that none waits for another at the number; one for each tenant that has had an event. */
    private final ConcurrentMap<TenantId, GroupedCalls<NewEvent>> grouped = new ConcurrentHashMap<>();

    SqlEventLog(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private record NewEvent(Event event, Instant createdAt) {}

    @Override
    public void append(TenantId tenant, List<Event> events, Instant now) {
        for (Event event : events) {
            Require.that(event.tenant().equals(tenant), "tenant_id", "be that of the log");
        }
        List<NewEvent> all =
                events.stream().map(event -> new NewEvent(event, now)).toList();
        if (append(APPEND_ALL, tenant, all).size() < all.size()) {
            throw new NotFoundException();
        }
    }

    @Override
    public void append(Event event, Instant now) {
        TenantId tenant = event.tenant();
        boolean isAppended = !transactions.isActive() && groupOf(tenant).call(new NewEvent(event, now));
        if (!isAppended) {
            append(tenant, List.of(event), now);
        }
    }

    private GroupedCalls<NewEvent> groupOf(TenantId tenant) {
        return grouped.computeIfAbsent(tenant, key -> new GroupedCalls<>(events -> append(APPEND_GROUP, key, events)));
    }

    /** Returns those that were appended. */
    private List<NewEvent> append(String statement, TenantId tenant, List<NewEvent> events) {
        Set<UUID> appended = Set.copyOf(sql.statement(statement)
                .bind("tenant", tenant)
                .bind("ids", ids(events, event -> event.id().value()))
                .bind("profiles", ids(events, event -> event.profile().value()))
                .bind("chats", ids(events, event -> event.chat().value()))
                .bind("rounds", ids(events, event -> event.round().value()))
                .bind("recIds", texts(events, event -> storable(event.recId())))
                .bind("types", texts(events, event -> event.type().name()))
                .bind("payloads", texts(events, Event::payload))
                .bind("forgotten", texts(events, Event::forgotten))
                .bind("productFacts", texts(events, Event::productFacts))
                .bind("analystComments", texts(events, event -> storableOrNull(event.analystComment())))
                .bind(
                        "occurredAt",
                        events.stream().map(entry -> entry.event().occurredAt()).toArray(Instant[]::new))
                .bind("createdAt", events.stream().map(NewEvent::createdAt).toArray(Instant[]::new))
                .list(row -> row.uuid("id")));
        return events.stream()
                .filter(entry -> appended.contains(entry.event().id().value()))
                .toList();
    }

    private static UUID[] ids(List<NewEvent> events, Function<Event, UUID> id) {
        return events.stream().map(NewEvent::event).map(id).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(List<NewEvent> events, Function<Event, @Nullable String> text) {
        return events.stream().map(NewEvent::event).map(text).toArray(String[]::new);
    }

    private static @Nullable String storableOrNull(@Nullable String text) {
        return text == null ? null : storable(text);
    }

    /** Models may write any character, but the database accepts neither U+0000 nor lone surrogates. */
    static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    @Override
    public Optional<EventPage> ofProfile(Owner owner, ProfileId profile, @Nullable EventType type, PageRequest page) {
        return page(
                sql.statement(OF_PROFILE + PAGED.formatted(page.order()))
                        .bind("profile", profile)
                        .bind("owner", owner)
                        .bind("tenant", owner.tenant())
                        .bind("type", type),
                page);
    }

    @Override
    public EventPage ofTenant(TenantId tenant, EventFilter filter, PageRequest page) {
        String conditions = (filter.profile() == null ? "" : " AND e.profile_id = :filter.profile")
                + (filter.type() == null ? "" : " AND e.type = :filter.type")
                + (filter.from() == null ? "" : " AND e.created_at >= :filter.from")
                + (filter.to() == null ? "" : " AND e.created_at < :filter.to");
        SqlStatement query = sql.statement(OF_TENANT.formatted(conditions) + PAGED.formatted(page.order()))
                .bind("tenant", tenant)
                .bind("filter", filter);
        return page(query, page).orElseThrow();
    }

    private static Optional<EventPage> page(SqlStatement query, PageRequest page) {
        return query.bind("page", page)
                .slice("event_no", EventMapper::logged)
                .map(slice -> new EventPage(slice.items(), slice.total(), page));
    }

    @Override
    public long lastNumber(TenantId tenant) {
        return sql.statement("SELECT last_no FROM event_number WHERE tenant_id = :tenant")
                .bind("tenant", tenant)
                .first(row -> row.number("last_no"))
                .orElse(0L);
    }

    @Override
    public List<LoggedEvent> after(Map<TenantId, Long> numbers, int limit) {
        List<TenantId> tenants = List.copyOf(numbers.keySet());
        return sql.statement(AFTER)
                .bind("tenants", tenants.stream().map(TenantId::value).toArray(UUID[]::new))
                .bind("numbers", tenants.stream().map(numbers::get).toArray(Long[]::new))
                .bind("limit", limit)
                .list(EventMapper::logged);
    }

    @Override
    public List<LoggedEvent> afterOfProfile(TenantId tenant, ProfileId profile, long number, int limit) {
        return sql.statement(AFTER_OF_PROFILE)
                .bind("profile", profile)
                .bind("tenant", tenant)
                .bind("number", number)
                .bind("limit", limit)
                .list(EventMapper::logged);
    }
}
