package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.GroupedCalls;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Adds deliveries to the outbox with their events; those that arrive at once outside of transactions share a commit. */
final class AppendedDeliveries {

    /** One row for each of a relation with {@code tenant_id} and {@code last_no}, the delivery's number. */
    private static final String INSERT = """
            INSERT INTO signage_outbox (id, tenant_id, number, profile_id, chat_id, round_id, store_id, passage,
                                        signage_no, items, forgotten, language, occurred_at, accepted_at, due_at,
                                        request_id, traceparent, tracestate)
            SELECT :trigger.deliveryId, tenant_id, last_no, :trigger.profile, :trigger.chat, :trigger.round,
                   :trigger.store, :trigger.passage, :trigger.signageNo, :trigger.items, :trigger.forgotten,
                   :trigger.language, :trigger.occurredAt, :acceptedAt, :acceptedAt,
                   :correlation.requestId, :correlation.trace.traceparent, :correlation.trace.tracestate""";

    /** Takes a number from the same row as the events, and so keeps their order. */
    private static final String APPEND = """
            WITH numbered AS (
                INSERT INTO event_number AS n (tenant_id, last_no) VALUES (:tenant, 1)
                ON CONFLICT (tenant_id) DO UPDATE SET last_no = n.last_no + 1
                RETURNING tenant_id, last_no)
            """ + INSERT + " FROM numbered";

    /**
     * Takes the numbers of the events and that of the delivery, under the tenant's lock, which is the last one that it waits
     * for. Leaves out what is of an erased profile, of a round that has changed, or of a profile that is in another store by
     * now; and, if {@code %s} says so, of a profile that an erasure holds.
     */
    private static final String TO_ROUND = """
            WITH held AS (
                SELECT p.tenant_id
                  FROM profile p JOIN round r ON r.id = :round.id AND r.tenant_id = p.tenant_id
                 WHERE p.id = :round.profile AND p.tenant_id = :round.tenant AND r.version = :round.version
                   AND p.store_id IS NOT DISTINCT FROM :round.store
                   FOR KEY SHARE OF p%s),
            numbered AS (
                INSERT INTO event_number AS n (tenant_id, last_no)
                SELECT tenant_id, cardinality(:ids) + 1 FROM held
                ON CONFLICT (tenant_id) DO UPDATE SET last_no = n.last_no + excluded.last_no
                RETURNING tenant_id, last_no),
            logged AS (
                INSERT INTO sdk_chat_event (tenant_id, event_no, id, profile_id, chat_id, round_id, rec_id, type, payload,
                                            forgotten, product_facts, analyst_comment, occurred_at, created_at)
                SELECT n.tenant_id, n.last_no - 1 - cardinality(:ids) + e.place, e.id, :round.profile, :round.chat,
                       :round.id, e.rec_id, e.type, e.payload, e.forgotten, e.product_facts, e.analyst_comment,
                       e.occurred_at, :acceptedAt
                  FROM numbered n
                 CROSS JOIN unnest(:ids, :recIds, :types, :payloads, :forgotten, :productFacts, :analystComments,
                                   :occurredAt) WITH ORDINALITY
                    AS e (id, rec_id, type, payload, forgotten, product_facts, analyst_comment, occurred_at, place))
            """ + INSERT + " FROM numbered";

    private static final String ALONE = TO_ROUND.formatted("");
    private static final String IN_GROUP = TO_ROUND.formatted(" SKIP LOCKED");

    private final Sql sql;
    private final Transactions transactions;

    /** By tenant, so that none waits for another at the number; one for each tenant that has had a delivery. */
    private final ConcurrentMap<TenantId, GroupedCalls<NewDelivery>> grouped = new ConcurrentHashMap<>();

    AppendedDeliveries(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private record NewDelivery(
            TriggeredRound round,
            List<Event> events,
            SignageTrigger trigger,
            @Nullable Correlation correlation,
            Instant acceptedAt) {}

    void append(TenantId tenant, SignageTrigger trigger, @Nullable Correlation correlation, Instant acceptedAt) {
        bind(sql.statement(APPEND), trigger, correlation, acceptedAt)
                .bind("tenant", tenant)
                .update();
    }

    /** Returns false when the round or the profile's store has changed, or the profile has been erased. */
    boolean append(
            TriggeredRound round,
            List<Event> events,
            SignageTrigger trigger,
            @Nullable Correlation correlation,
            Instant acceptedAt) {
        NewDelivery delivery = new NewDelivery(round, events, trigger, correlation, acceptedAt);
        return !transactions.isActive() && groupOf(round.tenant()).call(delivery)
                || bind(sql.statement(ALONE), delivery).update() == 1;
    }

    private GroupedCalls<NewDelivery> groupOf(TenantId tenant) {
        return grouped.computeIfAbsent(
                tenant, key -> GroupedCalls.ofStatement(sql, transactions, IN_GROUP, AppendedDeliveries::bind));
    }

    private static SqlStatement bind(SqlStatement statement, NewDelivery delivery) {
        AppendedEvents.bind(statement, delivery.events()).bind("round", delivery.round());
        return bind(statement, delivery.trigger(), delivery.correlation(), delivery.acceptedAt());
    }

    private static SqlStatement bind(
            SqlStatement statement, SignageTrigger trigger, @Nullable Correlation correlation, Instant acceptedAt) {
        return statement
                .bind("trigger", trigger)
                .bind("correlation", correlation)
                .bind("acceptedAt", acceptedAt);
    }
}
