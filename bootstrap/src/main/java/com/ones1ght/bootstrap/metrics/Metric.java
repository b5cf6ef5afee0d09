package com.ones1ght.bootstrap.metrics;

import java.util.List;

/**
 * All metrics of the gateway. {@code docs/metrics.md} describes each of them, the dashboard and the alerts use no others;
 * tests compare both with this list. Names follow the conventions of Prometheus: base units, and {@code _total} for
 * counters. The values of each label are few, whoever the clients are and whatever they send; no label names a tenant.
 */
public enum Metric {
    HTTP_REQUEST_DURATION(
            Kind.HISTOGRAM,
            "ones1ght_http_request_duration_seconds",
            "Requests, by the time until the answer was complete; of event streams, until they were open.",
            "method",
            "route",
            "status"),
    HTTP_REFUSALS(
            Kind.COUNTER,
            "ones1ght_http_refusals_total",
            "Requests that were refused or failed, by the code of the answer.",
            "code"),
    ROUNDS_ACCEPTED(
            Kind.COUNTER,
            "ones1ght_rounds_accepted_total",
            "Runs of rounds that were accepted and charged; a refinement is another run."),
    ROUNDS_SETTLED(
            Kind.COUNTER,
            "ones1ght_rounds_settled_total",
            "Runs that have ended: completed, cancelled by the client, or failed for one of the other reasons.",
            "outcome"),
    ROUNDS_WAITING(
            Kind.GAUGE, "ones1ght_rounds_waiting", "Rounds that are due and that no node has taken, of all nodes."),
    ROUNDS_OLDEST(
            Kind.GAUGE,
            "ones1ght_rounds_oldest_waiting_seconds",
            "How long the longest waiting of these rounds has been due, of all nodes; 0 if none waits."),
    ROUNDS_HELD(
            Kind.GAUGE,
            "ones1ght_rounds_held",
            "Rounds that this node holds, including those that wait for their backend."),
    LEASES_LOST(
            Kind.COUNTER,
            "ones1ght_leases_lost_total",
            "Rounds that this node held and lost to another one, because it was too slow or cut off."),
    STEP_DURATION(
            Kind.HISTOGRAM,
            "ones1ght_step_duration_seconds",
            "Steps of rounds, by the time from the first call for the step until it was there.",
            "backend",
            "step"),
    UPSTREAM_CALLS(
            Kind.COUNTER,
            "ones1ght_upstream_calls_total",
            "Calls of models, stores and signages, by how they ended; breaker_open and limit_reached were not made.",
            "upstream",
            "outcome"),
    UPSTREAM_CALL_DURATION(
            Kind.HISTOGRAM,
            "ones1ght_upstream_call_duration_seconds",
            "The same calls, by the time that they took, without those that were not made.",
            "upstream"),
    UPSTREAM_CALLS_IN_FLIGHT(
            Kind.GAUGE, "ones1ght_upstream_calls_in_flight", "Calls of models that are in progress.", "upstream"),
    UPSTREAM_BREAKERS_OPEN(
            Kind.GAUGE,
            "ones1ght_upstream_breakers_open",
            "Models, stores and signages whose circuit breaker is open: they are not called.",
            "upstream"),
    MODEL_TOKENS(
            Kind.COUNTER,
            "ones1ght_model_tokens_total",
            "Tokens that models have read (kind prompt) and written (kind completion).",
            "upstream",
            "kind"),
    STORE_ODD_ENTRIES(
            Kind.COUNTER, "ones1ght_store_odd_entries_total", "Entries of the store's answers that were not readable."),
    DELIVERIES_WAITING(
            Kind.GAUGE,
            "ones1ght_signage_deliveries_waiting",
            "Deliveries to signages that are waiting in the outbox, of all nodes."),
    DELIVERIES_PARKED(
            Kind.GAUGE,
            "ones1ght_signage_deliveries_parked",
            "Deliveries to signages that have been given up, of all nodes."),
    DELIVERIES_OLDEST(
            Kind.GAUGE,
            "ones1ght_signage_deliveries_oldest_seconds",
            "Age of the oldest delivery that is waiting in the outbox, of all nodes; 0 if there is none."),
    STREAMS_OPEN(
            Kind.GAUGE,
            "ones1ght_streams_open",
            "Event streams that are open: of events (kind events) and of single rounds (kind round).",
            "kind"),
    POLLS_WAITING(Kind.GAUGE, "ones1ght_polls_waiting", "Polls that wait for a change of their chat."),
    SCREENS_CONNECTED(Kind.GAUGE, "ones1ght_screens_connected", "Signage pages that are connected."),
    SPANS_DROPPED(
            Kind.COUNTER,
            "ones1ght_spans_dropped_total",
            "Spans of traces that were discarded, because the collector was away or too slow."),
    PRODUCTS_MERGED(Kind.COUNTER, "ones1ght_products_merged_total", "Products that were merged into rounds."),
    PRODUCTS_WITHOUT_ALLERGENS(
            Kind.COUNTER,
            "ones1ght_products_without_allergen_data_total",
            "Those of the merged products of which the store does not say what they contain."),
    GUARD_WITHHELD(
            Kind.COUNTER,
            "ones1ght_guard_withheld_total",
            "Items that the dietary guard has withheld, by restriction; an item with two reasons counts for both.",
            "reason"),
    DB_CONNECTIONS_IN_USE(
            Kind.GAUGE,
            "ones1ght_db_connections_in_use",
            "Connections of the pool that are in use, of at most ones1ght.db.pool-size."),
    DB_CONNECTION_WAITERS(
            Kind.GAUGE,
            "ones1ght_db_connection_waiters",
            "Requests and background tasks that wait for a connection, since all are in use."),
    PROCESS_CPU(Kind.COUNTER, "process_cpu_seconds_total", "Processor time that the process has used."),
    PROCESS_START(Kind.GAUGE, "process_start_time_seconds", "When the process started, in seconds since 1970."),
    PROCESS_OPEN_FDS(Kind.GAUGE, "process_open_fds", "Open file descriptors; each connection is one."),
    PROCESS_MAX_FDS(Kind.GAUGE, "process_max_fds", "The limit of open file descriptors."),
    JVM_MEMORY_USED(Kind.GAUGE, "jvm_memory_used_bytes", "Memory that the JVM uses.", "area"),
    JVM_MEMORY_MAX(Kind.GAUGE, "jvm_memory_max_bytes", "The limit of that memory.", "area"),
    JVM_THREADS(Kind.GAUGE, "jvm_threads_current", "Threads of the JVM."),
    JVM_GC_SECONDS(Kind.COUNTER, "jvm_gc_collection_seconds_total", "Time that garbage collection has taken.", "gc");

    /** What a metric is, in the terms of OpenMetrics. */
    public enum Kind {
        /** Only grows, from 0 at the start of the node. */
        COUNTER,
        /** A current value. */
        GAUGE,
        /** Durations in seconds. */
        HISTOGRAM
    }

    private final Kind kind;
    private final String key;
    private final String help;
    private final List<String> labels;

    Metric(Kind kind, String key, String help, String... labels) {
        this.kind = kind;
        this.key = key;
        this.help = help;
        this.labels = List.of(labels);
    }

    public Kind kind() {
        return kind;
    }

    /** The name in the exposition; that of a histogram without {@code _bucket}, {@code _sum} and {@code _count}. */
    public String key() {
        return key;
    }

    /** One sentence for operators. */
    public String help() {
        return help;
    }

    /** The names of its labels, in the order in which their values are given. */
    public List<String> labels() {
        return labels;
    }
}
