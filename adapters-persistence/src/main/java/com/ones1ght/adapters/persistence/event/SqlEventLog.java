package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.EventPage;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The event log, in one statement each. */
final class SqlEventLog implements EventLog {

    /** Takes as many numbers as there are events, and with them the tenant's lock. */
    private static final String APPEND = """
            WITH numbered AS (
                INSERT INTO event_number AS n (tenant_id, last_no) VALUES (?, ?)
                ON CONFLICT (tenant_id) DO UPDATE SET last_no = n.last_no + excluded.last_no
                RETURNING tenant_id, last_no)
            INSERT INTO sdk_chat_event (tenant_id, event_no, id, profile_id, chat_id, round_id, rec_id, type, payload,
                                        forgotten, product_facts, analyst_comment, occurred_at, created_at)
            SELECT n.tenant_id, n.last_no - ? + e.place, e.id, e.profile_id, e.chat_id, e.round_id, e.rec_id, e.type,
                   e.payload, e.forgotten, e.product_facts, e.analyst_comment,
                   timestamptz 'epoch' + e.occurred_at * interval '1 microsecond', ?
              FROM numbered n
             CROSS JOIN unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                     AS e (id, profile_id, chat_id, round_id, rec_id, type, payload, forgotten, product_facts,
                           analyst_comment, occurred_at, place)""";

    private static final String OWNED = """
            WITH owned AS (SELECT id, tenant_id FROM profile WHERE id = ? AND tenant_id = ? AND key_line_id = ?),
            fitting AS NOT MATERIALIZED (
                SELECT e.* FROM owned o JOIN sdk_chat_event e ON e.profile_id = o.id AND e.tenant_id = o.tenant_id
                 WHERE coalesce(e.type = ?, true)),
            head AS (SELECT count(*) AS total FROM fitting HAVING EXISTS (SELECT 1 FROM owned)),
            """;

    private static final String OF_TENANT = """
            WITH fitting AS NOT MATERIALIZED (
                SELECT * FROM sdk_chat_event e
                 WHERE e.tenant_id = ?%s),
            head AS (SELECT count(*) AS total FROM fitting),
            """;

    /** {@code %1$s} is the order. The head comes alone when the page is empty. */
    private static final String PAGED = """
            paged AS (
                SELECT * FROM fitting ORDER BY created_at %1$s, event_no %1$s LIMIT ? OFFSET ?)
            SELECT h.total, e.*, p.id AS known_profile, p.name, p.gender, p.age, p.locale
              FROM head h
              LEFT JOIN paged e ON true
              LEFT JOIN profile p ON p.id = e.profile_id AND p.tenant_id = e.tenant_id
             ORDER BY e.created_at %1$s, e.event_no %1$s""";

    private static final String AFTER = """
            SELECT e.*, p.id AS known_profile, p.name, p.gender, p.age, p.locale
              FROM unnest(?, ?) AS known (tenant_id, event_no)
             CROSS JOIN LATERAL (
                   SELECT * FROM sdk_chat_event l
                    WHERE l.tenant_id = known.tenant_id AND l.event_no > known.event_no
                    ORDER BY l.event_no LIMIT ?) e
              LEFT JOIN profile p ON p.id = e.profile_id AND p.tenant_id = e.tenant_id
             ORDER BY e.tenant_id, e.event_no""";

    private final Sql sql;

    SqlEventLog(Sql sql) {
        this.sql = sql;
    }

    private record PageRow(long total, @Nullable LoggedEvent event) {}

    @Override
    public void append(TenantId tenant, List<Event> events, Instant now) {
        for (Event event : events) {
            Require.that(event.tenant().equals(tenant), "tenant_id", "be that of the log");
        }
        sql.update(
                APPEND,
                tenant.value(),
                (long) events.size(),
                (long) events.size(),
                now,
                ids(events, event -> event.id().value()),
                ids(events, event -> event.profile().value()),
                ids(events, event -> event.chat().value()),
                ids(events, event -> event.round().value()),
                texts(events, event -> storable(event.recId())),
                texts(events, event -> event.type().name()),
                texts(events, Event::payload),
                texts(events, Event::forgotten),
                texts(events, Event::productFacts),
                texts(events, event -> event.analystComment() == null ? null : storable(event.analystComment())),
                events.stream().map(event -> Sql.micros(event.occurredAt())).toArray(Long[]::new));
    }

    private static UUID[] ids(List<Event> events, Function<Event, UUID> id) {
        return events.stream().map(id).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(List<Event> events, Function<Event, @Nullable String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    /** Models may write any character; the database takes neither U+0000 nor lone surrogates. */
    static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    @Override
    public Optional<EventPage> ofProfile(Owner owner, ProfileId profile, @Nullable EventType type, PageRequest page) {
        return page(
                OWNED + paged(page),
                page,
                profile.value(),
                owner.tenant().value(),
                owner.line().value(),
                type == null ? null : type.name());
    }

    @Override
    public EventPage ofTenant(TenantId tenant, EventFilter filter, PageRequest page) {
        StringBuilder conditions = new StringBuilder();
        List<Object> parameters = new ArrayList<>(List.of(tenant.value()));
        if (filter.profile() != null) {
            conditions.append(" AND e.profile_id = ?");
            parameters.add(filter.profile().value());
        }
        if (filter.type() != null) {
            conditions.append(" AND e.type = ?");
            parameters.add(filter.type().name());
        }
        if (filter.from() != null) {
            conditions.append(" AND e.created_at >= ?");
            parameters.add(filter.from());
        }
        if (filter.to() != null) {
            conditions.append(" AND e.created_at < ?");
            parameters.add(filter.to());
        }
        return page(OF_TENANT.formatted(conditions) + paged(page), page, parameters.toArray())
                .orElseThrow();
    }

    private static String paged(PageRequest page) {
        return PAGED.formatted(page.order() == PageRequest.Order.ASC ? "ASC" : "DESC");
    }

    private Optional<EventPage> page(String query, PageRequest page, @Nullable Object... parameters) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object parameter : parameters) {
            all.add(parameter);
        }
        all.add(page.limit());
        all.add(page.offset());
        List<PageRow> rows = sql.all(query, SqlEventLog::pageRow, all.toArray());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new EventPage(
                        rows.stream()
                                .map(PageRow::event)
                                .filter(Objects::nonNull)
                                .toList(),
                        rows.get(0).total(),
                        page));
    }

    private static PageRow pageRow(ResultSet row) throws SQLException {
        return new PageRow(row.getLong("total"), row.getObject("event_no") == null ? null : EventMapper.logged(row));
    }

    @Override
    public long lastNumber(TenantId tenant) {
        return sql.first(
                        "SELECT last_no FROM event_number WHERE tenant_id = ?",
                        row -> row.getLong("last_no"),
                        tenant.value())
                .orElse(0L);
    }

    @Override
    public List<LoggedEvent> after(Map<TenantId, Long> numbers, int limit) {
        List<TenantId> tenants = List.copyOf(numbers.keySet());
        return sql.all(
                AFTER,
                EventMapper::logged,
                tenants.stream().map(TenantId::value).toArray(UUID[]::new),
                tenants.stream().map(numbers::get).toArray(Long[]::new),
                limit);
    }
}
