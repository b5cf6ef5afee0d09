package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.EventPage;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event log, in one statement each. */
final class SqlEventLog implements EventLog {

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
    private final AppendedEvents appended;

    SqlEventLog(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.appended = new AppendedEvents(sql, transactions);
    }

    @Override
    public void append(TenantId tenant, List<Event> events, Instant now) {
        appended.append(tenant, events, now);
    }

    @Override
    public boolean append(TriggeredRound round, Event event, Instant now) {
        return appended.append(round, event, now);
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
