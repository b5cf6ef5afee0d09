package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.benchmark.Shop.Shopper;
import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The frequent requests before and after the database has grown. What they cost must not depend on what is stored
 * besides: the same chats are polled, listed and added to, among all the others.
 */
final class Growth {

    private static final int TENANTS = 1_000;
    private static final int EVENTS_PER_ROUND = 5;
    private static final int REPORTS = 20;

    private final PackagedServer server;
    private final Shop shop;
    private final Options options;
    private final Report report;

    Growth(PackagedServer server, Shop shop, Options options, Report report) {
        this.server = server;
        this.shop = shop;
        this.options = options;
        this.report = report;
    }

    void measure() throws IOException, SQLException {
        shop.createFloor();
        Workloads workloads = new Workloads(shop, server);
        Map<Workload, Workload> reads = workloads.reads(1);
        Workload floor = workloads.floorOfKickoffs();
        List<Workload> kickoffs = List.of(workloads.kickoffsOfManyTenants(), workloads.kickoffsOfOneTenant());
        Shopper shopper = shop.newShopper(server.sdkKey());
        String chat = shop.completedChat(shopper, 1);
        shop.call(shopper.coupon(chat, shop.roundOf(shopper, chat), "r1"), 202);
        shop.awaitQuiet();

        report.comparisons();
        Map<String, Double> before = compare(reads, kickoffs, floor);
        report.text("");
        shop.dropBacklog();
        long bytes = bytes();
        grow();
        report.text(
                "Bytes in the database per completed round, indexes and analytics included, its events not: %d.",
                (bytes() - bytes) / options.growth());
        report.text("");
        report.comparisons();
        Map<String, Double> after = compare(reads, kickoffs, floor);
        shop.dropBacklog();
        shop.awaitRolledUp();
        report.text("");
        report.text("| what | speed / floor before | after | after / before (goal: at least 0.90) |");
        report.text("|---|--:|--:|--:|");
        for (Map.Entry<String, Double> each : before.entrySet()) {
            double then = after.get(each.getKey());
            report.text(
                    "| %s | %.2f | %.2f | **%.2f** |", each.getKey(), each.getValue(), then, then / each.getValue());
        }
        report.text("");
        report("analytics of 30 days", "/v1/admin/analytics");
        report("chats that failed", "/v1/admin/chats?status=error");
    }

    private long bytes() throws SQLException {
        return shop.number("SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r'"
                + " AND relnamespace = 'public'::regnamespace AND relname <> 'sdk_chat_event'");
    }

    private Map<String, Double> compare(Map<Workload, Workload> reads, List<Workload> kickoffs, Workload floor)
            throws IOException {
        Map<String, Double> speeds = new LinkedHashMap<>();
        try (Load load =
                new Load(URI.create(server.baseUrl()), options.connections().get(0))) {
            for (Map.Entry<Workload, Workload> read : reads.entrySet()) {
                compare(load, read.getKey(), read.getValue(), () -> {}, speeds);
            }
            for (Workload kickoff : kickoffs) {
                compare(load, kickoff, floor, shop::putOffBacklog, speeds);
            }
        }
        return speeds;
    }

    private void compare(Load load, Workload product, Workload floor, Runnable settle, Map<String, Double> speeds)
            throws IOException {
        if (!options.wants(product)) {
            return;
        }
        CpuClock cpu = new CpuClock(() -> List.of(server.launcher(), server.postgres()));
        Comparison comparison =
                Comparison.measure(load, cpu, product, floor, shop.bytesOf(product), options.plan(), settle);
        report.comparison(comparison);
        speeds.put(product.name(), comparison.speed());
    }

    private void report(String name, String path) throws IOException {
        byte[] request = Requests.get(path, server.adminKey());
        double[] millis = new double[REPORTS];
        for (int i = 0; i < REPORTS; i++) {
            long start = System.nanoTime();
            shop.call(request, 200);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        report.text(
                "- %s: %.0f ms at first, median %.0f ms of %d (goal: less than 100 ms)",
                name, millis[0], Figures.median(millis), REPORTS);
    }

    /** Copies completed rounds and a trigger in bulk. An eleventh belongs to the tenant that is measured. */
    private void grow() throws IOException, SQLException {
        long start = System.nanoTime();
        shop.update("""
                CREATE TEMPORARY TABLE owner AS
                SELECT n, CASE WHEN n < ? THEN gen_random_uuid() ELSE p.tenant_id END AS tenant_id
                  FROM generate_series(0, ?) AS n CROSS JOIN (SELECT tenant_id FROM sdk_chat_event LIMIT 1) AS p""", TENANTS, TENANTS * 11 / 10 - 1);
        shop.update("""
                INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, created_at)
                SELECT tenant_id, 'grown' || n, 'Grown Market', 'ko', false, now() FROM owner WHERE n < ?""", TENANTS);
        shop.update(
                "INSERT INTO tenant_credit (tenant_id, balance) SELECT tenant_id, 1000 FROM owner WHERE n < ?",
                TENANTS);
        shop.update(
                "INSERT INTO event_number (tenant_id, last_no) SELECT tenant_id, 0 FROM owner WHERE n < ?", TENANTS);
        // Ids begin with their time, as the product's do.
        shop.update("""
                CREATE FUNCTION pg_temp.id_at(at timestamptz) RETURNS uuid VOLATILE LANGUAGE sql AS $$
                    SELECT overlay(replace(gen_random_uuid()::text, '-', '')
                                   PLACING lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') FROM 1)::uuid $$""");
        shop.update("""
                CREATE TEMPORARY TABLE shopper AS
                SELECT i, gen_random_uuid() AS profile_id, o.tenant_id
                  FROM generate_series(0, ?) AS i JOIN owner o ON o.n = i % (SELECT count(*) FROM owner)""", Math.max(options.growth() / 100, TENANTS * 2));
        shop.update("""
                INSERT INTO profile (id, tenant_id, key_line_id, document, created_at, updated_at)
                SELECT profile_id, tenant_id, tenant_id, '{"name":"Kim"}', now() - interval '90 days', now() FROM shopper""");
        shop.update("""
                CREATE TEMPORARY TABLE sample AS
                SELECT id, row_number() OVER (ORDER BY created_at) - 1 AS n
                  FROM round WHERE state = 'COMPLETED' AND round_no = 1 AND run_no = 0 ORDER BY created_at LIMIT 64""");
        shop.update("""
                CREATE TEMPORARY TABLE made AS
                SELECT moment.i, pg_temp.id_at(at) AS round_id, pg_temp.id_at(at) AS chat_id, s.tenant_id, s.profile_id, o.id AS sample_id, at,
                       moment.i % 20 = 0 AS failed
                  FROM (SELECT i, now() - (? - i) * interval '90 days' / ? AS at FROM generate_series(1, ?) AS i) AS moment
                  JOIN shopper s ON s.i = moment.i % (SELECT count(*) FROM shopper)
                  JOIN sample o ON o.n = moment.i % (SELECT count(*) FROM sample)
                 ORDER BY moment.i""", options.growth(), options.growth(), options.growth());
        shop.update("ANALYZE made");
        shop.update(
                "INSERT INTO chat (id, tenant_id, profile_id, created_at) SELECT chat_id, tenant_id, profile_id, at FROM made");
        shop.update("""
                INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state, done_steps,
                                   stopped, back_list_status, last_error, todos, recommended_items, notifications,
                                   todo_result, recommended_result, notification_result, guard, guard_result,
                                   created_at, updated_at, version)
                SELECT m.round_id, m.tenant_id, m.profile_id, m.chat_id, 1, 0, r.prompt, r.language,
                       CASE WHEN failed THEN 'ERROR' ELSE 'COMPLETED' END, r.done_steps, r.stopped, r.back_list_status,
                       CASE WHEN failed THEN 'The model did not answer' END, r.todos, r.recommended_items, r.notifications,
                       r.todo_result, r.recommended_result, r.notification_result, r.guard, r.guard_result,
                       at, at + interval '3 s', r.version
                  FROM made m JOIN round r ON r.id = m.sample_id ORDER BY m.i""");
        shop.update("""
                INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, meal, snapshot, packed,
                                          accepted_at, step1_at, step2_at, step3_at, step4_at, settled_at, deadline, due_at)
                SELECT m.round_id, 0, m.tenant_id, m.chat_id, 1, p.prompt, p.user_query, p.meal, p.snapshot, p.packed,
                       at, at + interval '0.5 s', at + interval '1 s', at + interval '2 s', at + interval '3 s',
                       at + interval '3 s', at + interval '3 min', at + interval '3 s'
                  FROM made m JOIN pipeline_run p ON p.round_id = m.sample_id ORDER BY m.i""");
        shop.update("""
                INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
                SELECT tenant_id, 'charge', -1, 1000, 'recommendation', round_id, 0, at FROM made ORDER BY i""");
        shop.update("""
                INSERT INTO run_log
                SELECT l.* FROM made m JOIN pipeline_run p ON p.round_id = m.round_id JOIN round r ON r.id = m.round_id
                 CROSS JOIN LATERAL ended_run(p, r) AS l""");
        shop.update("""
                INSERT INTO chat_state (tenant_id, chat_id, chat_at, round_no, state)
                SELECT tenant_id, chat_id, at, 1, CASE WHEN failed THEN 'ERROR' ELSE 'COMPLETED' END FROM made""");
        shop.update("""
                INSERT INTO sdk_chat_event (tenant_id, event_no, id, profile_id, chat_id, round_id, rec_id, type, payload,
                                            product_facts, occurred_at, created_at)
                SELECT m.tenant_id, n.last_no + row_number() OVER (PARTITION BY m.tenant_id ORDER BY m.i, k),
                       pg_temp.id_at(at), m.profile_id, m.chat_id, m.round_id, 'rec-' || k, e.type, e.payload,
                       e.product_facts, at, at
                  FROM made m CROSS JOIN generate_series(1, ?) AS k JOIN event_number n ON n.tenant_id = m.tenant_id
                 CROSS JOIN (SELECT * FROM sdk_chat_event LIMIT 1) AS e
                 ORDER BY m.i, k""", EVENTS_PER_ROUND);
        shop.update("""
                UPDATE event_number n SET last_no = e.last_no
                  FROM (SELECT tenant_id, max(event_no) AS last_no FROM sdk_chat_event GROUP BY tenant_id) AS e
                 WHERE e.tenant_id = n.tenant_id""");
        shop.update("VACUUM ANALYZE");
        double inserted = (System.nanoTime() - start) / 1e9;
        shop.awaitRolledUp();
        report.text(
                "%,d rounds, %,d events, %,d tenants: inserted in %.0f s, rolled up %.0f s later; %,d MB.",
                shop.number("SELECT count(*) FROM round"),
                shop.number("SELECT count(*) FROM sdk_chat_event"),
                shop.number("SELECT count(*) FROM tenant"),
                inserted,
                (System.nanoTime() - start) / 1e9 - inserted,
                shop.number("SELECT pg_database_size(current_database())") / 1_000_000);
    }
}
