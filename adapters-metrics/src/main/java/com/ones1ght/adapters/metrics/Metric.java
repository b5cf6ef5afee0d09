package com.ones1ght.adapters.metrics;

import java.util.List;

/**
 * All metrics of the gateway. {@code docs/metrics.md} describes each of them, the dashboard and the alerts use no others;
 * tests compare both with this list. Names follow the conventions of Prometheus: base units, and {@code _total} for
 * counters. The values of each label are few, whoever the clients are and whatever they send; no label names a tenant.
 */
public enum Metric {
    UPSTREAM_CALLS_IN_FLIGHT(
            Kind.GAUGE, "ones1ght_upstream_calls_in_flight", "Calls of a model that are in progress.", "upstream"),
    UPSTREAM_BREAKERS_OPEN(
            Kind.GAUGE,
            "ones1ght_upstream_breakers_open",
            "Models whose circuit breaker is open: they are not called.",
            "upstream"),
    MODEL_TOKENS(
            Kind.COUNTER,
            "ones1ght_model_tokens_total",
            "Tokens that models have read (kind prompt) and written (kind completion).",
            "upstream",
            "kind"),
    STORE_ODD_ENTRIES(
            Kind.COUNTER, "ones1ght_store_odd_entries_total", "Entries of the store's answers that were not readable."),
    POLLS_WAITING(Kind.GAUGE, "ones1ght_polls_waiting", "Polls that wait for a change of their chat."),
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
    PRODUCTS_MERGED(Kind.COUNTER, "ones1ght_products_merged_total", "Products that were merged into rounds."),
    PRODUCTS_WITHOUT_ALLERGENS(
            Kind.COUNTER,
            "ones1ght_products_without_allergen_data_total",
            "Those of the merged products of which the store does not say what they contain.");

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
