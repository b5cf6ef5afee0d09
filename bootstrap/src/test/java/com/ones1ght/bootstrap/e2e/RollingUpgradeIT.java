package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.bootstrap.e2e.StreamReader.Event;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes behind nginx, under load, are upgraded one after the other from the previous release to this build, and go
 * back, by the steps of {@code docs/operations.md}: no client sees an error, and nothing is lost or charged twice.
 */
@Tag("database")
@ExtendWith({Nginx.Installed.class, PreviousRelease.Available.class})
class RollingUpgradeIT {

    private static final long CREDITS = 1_000_000;
    private static final int ROUNDS_BETWEEN = 24;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @TempDir
    private Path folderOfNginx;

    /** The settings in which versions of the product differ. */
    private record Version(String name, Map<String, String> settings) {

        static Version of(String name, Path jar, Path folder) {
            Path war = PacedWar.of(jar, folder.resolve(name + ".war"));
            return new Version(name, Map.of(PackagedServer.JAR, jar.toString(), "ones1ght.war", war.toString()));
        }
    }

    @Test
    void clientsShouldSeeNoErrorWhileNodesAreUpgradedAndGoBack() throws Exception {
        Version previous = Version.of("previous", PreviousRelease.jar(), folder);
        Version current = Version.of("current", PackagedServer.jar(), folder);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                PackagedServer first = PackagedServer.start(settings(postgres, previous));
                PackagedServer second = PackagedServer.start(settings(postgres, previous));
                Nginx nginx = Nginx.start(folderOfNginx, first.baseUrl(), second.baseUrl())) {
            Database database = new Database(first);
            Tenant tenant = database.newTenant("ko", CREDITS);
            UpgradeLoad load = new UpgradeLoad(new Api(nginx.baseUrl(), tenant.key()), database.newAdminKey(tenant));
            try (load) {
                awaitRounds(load);
                exchange(first, second, previous, current, nginx, load);
                assertBothServeTheSameChats(first, second, tenant);
                exchange(second, first, previous, current, nginx, load);
                exchange(first, second, current, previous, nginx, load);
                assertBothServeTheSameChats(first, second, tenant);
                exchange(second, first, current, previous, nginx, load);
            }
            assertThat(load.errors()).as(nginx.console()).isEmpty();
            assertNothingLost(database, tenant, load);
        }
    }

    private static Map<String, String> settings(EmbeddedPostgres postgres, Version version) {
        Map<String, String> settings = new HashMap<>(version.settings());
        settings.put("ones1ght.db.url", "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()));
        settings.put("ones1ght.db.user", "postgres");
        settings.put("ones1ght.http.port", Integer.toString(FreePort.next()));
        settings.put("ones1ght.http.drain", "PT3S");
        settings.put("ones1ght.http.trusted-proxies", "127.0.0.1");
        settings.put("ones1ght.log.access", "true");
        // Rounds are under way whenever a node stops.
        settings.put("ones1ght.llm.paced.step-millis", "400");
        return settings;
    }

    private static void awaitRounds(UpgradeLoad load) {
        int before = load.rounds().size();
        await("further rounds").atMost(LIMIT).until(() -> load.rounds().size() >= before + ROUNDS_BETWEEN);
    }

    /** The steps of the guide for one node. */
    private static void exchange(
            PackagedServer node, PackagedServer other, Version from, Version to, Nginx nginx, UpgradeLoad load)
            throws IOException {
        int errors = load.errors().size();
        int before = load.rounds().size();
        nginx.forwardTo(other.baseUrl());
        node.stop();
        node.startAgain(to.settings());
        nginx.forwardTo(node.baseUrl(), other.baseUrl());
        int meanwhile = load.rounds().size() - before;
        int served = served(node);
        await("the proxy to use the node").atMost(LIMIT).until(() -> served(node) > served);
        awaitRounds(load);
        System.out.printf(
                "RollingUpgradeIT: %s to %s: %d rounds accepted meanwhile, %d afterwards, %d errors%n",
                from.name(),
                to.name(),
                meanwhile,
                load.rounds().size() - before - meanwhile,
                load.errors().size() - errors);
    }

    /** How many questions the node has accepted since its first start, by its log. */
    private static int served(PackagedServer node) {
        return (int) node.log()
                .lines()
                .filter(line -> line.contains("/recommend 202 "))
                .count();
    }

    /** What one node has accepted, the other one continues. */
    private static void assertBothServeTheSameChats(PackagedServer first, PackagedServer second, Tenant tenant) {
        Api one = new Api(first.baseUrl(), tenant.key());
        Api other = new Api(second.baseUrl(), tenant.key());
        for (List<Api> nodes : List.of(List.of(one, other), List.of(other, one))) {
            Api asked = nodes.get(0);
            Api next = nodes.get(1);
            Kickoff kickoff = asked.kickOff(asked.newProfile(), "오늘 저녁 카레 땡기는데");
            next.awaitCompleted(kickoff.profile(), kickoff.chat());
            next.post(Api.recommend(kickoff.profile()), Api.followUp(kickoff.chat(), "와인 추가"))
                    .expect(202);
            asked.awaitCompleted(kickoff.profile(), kickoff.chat());
            next.post(Api.recommend(kickoff.profile()), Api.refinement(kickoff.chat(), kickoff.round(), "더 맵게"))
                    .expect(409);
            assertThat(asked.get(kickoff.chatPath()).data())
                    .isEqualTo(next.get(kickoff.chatPath()).data());
            next.delete("/v1/profile/" + kickoff.profile()).expect(200);
            asked.get(kickoff.chatPath()).expect(404);
        }
    }

    private static void assertNothingLost(Database database, Tenant tenant, UpgradeLoad load) {
        List<String> rounds = load.rounds().stream().map(Kickoff::round).toList();
        System.out.printf(
                "RollingUpgradeIT: %d rounds and %d events accepted in all%n",
                rounds.size(), load.events().size());
        assertThat(database.list("SELECT id::text FROM round WHERE tenant_id = ? AND state = 'COMPLETED'", tenant.id()))
                .containsExactlyInAnyOrderElementsOf(rounds);
        List<String> charged = database.list(
                "SELECT round_id::text FROM credit_entry WHERE tenant_id = ? AND kind = 'charge'", tenant.id());
        assertThat(charged).doesNotHaveDuplicates().containsAll(rounds);
        assertThat(database.number(
                        "SELECT count(*) FROM credit_entry WHERE tenant_id = ? AND kind = 'refund'", tenant.id()))
                .isZero();
        assertThat(database.balance(tenant)).isEqualTo(CREDITS - charged.size());
        assertThat(database.list(
                        "SELECT 'evt_' || replace(id::text, '-', '') FROM sdk_chat_event WHERE tenant_id = ?",
                        tenant.id()))
                .containsExactlyInAnyOrderElementsOf(load.events());
        assertThat(load.streamed().stream()
                        .map(event -> event.json().get("event_id").asText()))
                .containsExactlyInAnyOrderElementsOf(load.events());
        assertThat(load.streamed().stream().map(Event::id).map(Long::valueOf)).isSorted();
        await("all deliveries")
                .atMost(LIMIT)
                .until(() ->
                        database.number("SELECT count(*) FROM signage_outbox WHERE tenant_id = ?", tenant.id()) == 0);
    }
}
