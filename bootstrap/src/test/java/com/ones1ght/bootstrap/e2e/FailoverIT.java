package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.bootstrap.e2e.PatroniCluster.Member;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on a database whose primary is killed and frozen under load: with synchronous replication nothing that was
 * accepted is lost or charged twice, and the service is back within five seconds of the cluster.
 */
@Tag("database")
@ExtendWith(FailoverIT.Installed.class)
class FailoverIT {

    private static final int FAILOVERS = Integer.getInteger("ones1ght.failovers", 4);
    private static final int BEHIND_PGBOUNCER = Integer.getInteger("ones1ght.failovers", 2);

    /** What the gateway may take once the cluster has a primary. */
    private static final Duration GATEWAY = Duration.ofSeconds(5);

    /** What of the primary's log may not have reached a standby that need not confirm it. */
    private static final Duration LAG = Duration.ofSeconds(1);

    private static final Duration FAILOVER = Duration.ofSeconds(90);
    private static final long CREDITS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void nothingAcceptedShouldBeLostWhenThePrimaryIsKilledOrFrozen() throws Exception {
        try (PatroniCluster cluster = PatroniCluster.start(folder, true)) {
            failOverUnderLoad(cluster, cluster.jdbcUrl(), FAILOVERS, true);
        }
    }

    @Test
    void norShouldItBehindPgBouncer() throws Exception {
        try (PatroniCluster cluster = PatroniCluster.start(folder, true)) {
            failOverUnderLoad(cluster, cluster.startPgBouncer(), BEHIND_PGBOUNCER, true);
        }
    }

    @Test
    void withAsynchronousReplicationOnlyTheLastMomentShouldBeLost() throws Exception {
        try (PatroniCluster cluster = PatroniCluster.start(folder, false)) {
            failOverUnderLoad(cluster, cluster.jdbcUrl(), 1, false);
        }
    }

    private static void failOverUnderLoad(PatroniCluster cluster, String url, int times, boolean synchronous) {
        Map<String, String> settings = Map.of(
                "ones1ght.db.url",
                url,
                "ones1ght.db.user",
                PatroniCluster.USER,
                "ones1ght.db.password",
                PatroniCluster.PASSWORD,
                "ones1ght.round.lease",
                "PT5S");
        try (PackagedServer first = PackagedServer.start(settings);
                PackagedServer second = PackagedServer.start(settings)) {
            Database database = new Database(first);
            Tenant tenant = database.newTenant("ko", CREDITS);
            FailoverLoad load = new FailoverLoad(tenant, first, second);
            long last = 0;
            try (load) {
                await().atMost(FAILOVER).until(() -> load.rounds().size() > 10);
                for (int i = 0; i < times; i++) {
                    last = failOver(cluster, load, i % 2 == 0);
                }
            }
            awaitSettled(database, tenant, load);
            if (synchronous) {
                assertNothingLost(database, tenant, load);
            } else {
                assertOnlyTheLastMomentLost(database, tenant, load, last);
            }
        }
    }

    /** Returns when the primary was stopped. */
    private static long failOver(PatroniCluster cluster, FailoverLoad load, boolean kill) {
        Member primary = cluster.primary().orElseThrow();
        int before = load.rounds().size();
        long start = System.nanoTime();
        if (kill) {
            primary.kill();
        } else {
            primary.freeze();
        }
        List<Member> others = cluster.othersThan(primary);
        await("another primary").atMost(FAILOVER).until(() -> others.stream().anyMatch(FailoverIT::accepts));
        Duration outage = Duration.ofNanos(System.nanoTime() - start);
        long up = System.nanoTime();
        await("the service").atMost(FAILOVER).until(() -> load.acceptsSince(up));
        Duration interruption = load.interruptionSince(start);
        if (kill) {
            primary.start();
        } else {
            primary.thaw();
        }
        cluster.awaitComplete();
        System.out.printf(
                "FailoverIT: %s of %s: the cluster was away for %.1f s, the service for %.1f s; %d rounds accepted before,"
                        + " %d since%n",
                kill ? "kill" : "freeze",
                primary,
                outage.toMillis() / 1000.0,
                interruption.toMillis() / 1000.0,
                before,
                load.rounds().size() - before);
        assertThat(interruption).isLessThan(outage.plus(GATEWAY));
        return start;
    }

    /** Whether a client without a pool can write there. Asks nobody that may hang: that would be counted as well. */
    private static boolean accepts(Member member) {
        String url = member.jdbcUrl() + "&connectTimeout=1&socketTimeout=1";
        try (Connection connection = DriverManager.getConnection(url, PatroniCluster.USER, PatroniCluster.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS failover_probe (at timestamptz)");
            statement.execute("INSERT INTO failover_probe VALUES (now())");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void awaitSettled(Database database, Tenant tenant, FailoverLoad load) {
        await("all rounds to settle")
                .atMost(Duration.ofSeconds(120))
                .until(() -> count(database, "round WHERE tenant_id = ? AND state IN ('CREATED', 'KICKED_OFF')", tenant)
                        == 0);
        await("all deliveries")
                .atMost(Duration.ofSeconds(120))
                .until(() -> count(database, "signage_outbox WHERE tenant_id = ?", tenant) == 0);
        System.out.printf(
                "FailoverIT: %d rounds and %d events accepted; refused meanwhile: %s%n",
                load.rounds().size(), load.events().size(), new TreeMap<>(load.failures()));
    }

    /** A request that is repeated while the commit of its first attempt waits for a standby is told to ask again. */
    private static void assertNothingLost(Database database, Tenant tenant, FailoverLoad load) {
        assertThat(load.failures().keySet())
                .allMatch(failure -> failure.startsWith("503 ") || failure.equals("409 IDEMPOTENCY_IN_PROGRESS"));
        assertThat(completed(database, tenant))
                .containsExactlyInAnyOrderElementsOf(load.rounds().keySet());
        assertChargedOnce(database, tenant);
        assertThat(database.list(
                        "SELECT 'evt_' || replace(id::text, '-', '') FROM sdk_chat_event WHERE tenant_id = ?",
                        tenant.id()))
                .containsExactlyInAnyOrderElementsOf(load.events());
    }

    private static void assertOnlyTheLastMomentLost(Database database, Tenant tenant, FailoverLoad load, long killed) {
        Map<String, Long> lost = new HashMap<>(load.rounds());
        lost.keySet().removeAll(completed(database, tenant));
        System.out.printf(
                "FailoverIT: %d rounds lost, the oldest of them accepted %d ms before%n",
                lost.size(),
                lost.values().stream()
                        .mapToLong(at -> Duration.ofNanos(killed - at).toMillis())
                        .max()
                        .orElse(0));
        assertThat(lost.values())
                .allSatisfy(
                        at -> assertThat(Duration.ofNanos(killed - at).abs()).isLessThan(LAG));
        assertThat(load.rounds().keySet()).containsAll(completed(database, tenant));
        assertChargedOnce(database, tenant);
    }

    private static void assertChargedOnce(Database database, Tenant tenant) {
        List<String> completed = completed(database, tenant);
        assertThat(database.list(
                        "SELECT round_id::text FROM credit_entry WHERE tenant_id = ? AND kind = 'charge'", tenant.id()))
                .containsExactlyInAnyOrderElementsOf(completed);
        assertThat(count(database, "credit_entry WHERE tenant_id = ? AND kind = 'refund'", tenant))
                .isZero();
        assertThat(database.balance(tenant)).isEqualTo(CREDITS - completed.size());
    }

    private static List<String> completed(Database database, Tenant tenant) {
        return database.list("SELECT id::text FROM round WHERE tenant_id = ? AND state = 'COMPLETED'", tenant.id());
    }

    private static long count(Database database, String rows, Tenant tenant) {
        return database.number("SELECT count(*) FROM " + rows, tenant.id());
    }

    /** Skips the test where the cluster's programs are not installed. */
    static final class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return PatroniCluster.TOOLS.stream()
                    .map(tool -> tool.condition(context))
                    .filter(ConditionEvaluationResult::isDisabled)
                    .findFirst()
                    .orElseGet(() -> ConditionEvaluationResult.enabled("All programs are installed"));
        }
    }
}
