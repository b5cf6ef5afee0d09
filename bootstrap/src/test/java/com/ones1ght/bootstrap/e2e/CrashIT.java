package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the server, and of its database: nothing that was accepted is lost or paid for twice. */
class CrashIT {

    /** More of them in the benchmark's profile. */
    private static final int REPETITIONS = Integer.getInteger("ones1ght.crash.repetitions", 2);

    private static final int ROUNDS = 50;

    /** Kickoffs that are still on their way when the server dies: accepted or not, but never by halves. */
    private static final int LATE = 20;

    /** Long enough that all rounds are accepted before the first one ends. */
    private static final int STEP_MILLIS = 2000;

    /** A killed node's claims are taken over when its lease has run out. */
    private static final String LEASE = "PT3S";

    private static final String UNSETTLED =
            "SELECT count(*) FROM round WHERE tenant_id = ? AND state IN ('CREATED', 'KICKED_OFF')";

    @TempDir
    private static Path warFolder;

    /** The application of {@link #server}. */
    private static Path war;

    private static PackagedServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        war = Files.copy(PackagedServer.jar().resolveSibling("ones1ght.war"), warFolder.resolve("replaced.war"));
        server = PackagedServer.start(Map.of("ones1ght.war", war.toString()));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void everyAcceptedRoundShouldEndCompletedAndPaidOnceWhenTheServerIsKilled() throws Exception {
        long seed = Long.getLong("ones1ght.crash.seed", System.nanoTime());
        System.out.println("CrashIT: ones1ght.crash.seed=" + seed);
        Random random = new Random(seed);
        Map<String, String> settings = PacedWar.settings(
                folder, Map.of("ones1ght.llm.paced.step-millis", "" + STEP_MILLIS, "ones1ght.round.lease", LEASE));
        try (PackagedServer server = PackagedServer.start(settings)) {
            for (int i = 0; i < REPETITIONS; i++) {
                killWhileRoundsRun(server, Duration.ofMillis(random.nextInt(STEP_MILLIS)));
            }
        }
    }

    private static void killWhileRoundsRun(PackagedServer server, Duration delay) throws Exception {
        Database database = new Database(server);
        Tenant tenant = database.newTenant("ko", ROUNDS + LATE);
        Api api = new Api(server.baseUrl(), tenant.key());
        String profile = api.newProfile();
        List<Reply> accepted = new ArrayList<>();
        // A server that has just started may ask to come back while its pool of connections fills.
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            kickOff(api, profile, ROUNDS - accepted.size()).stream()
                    .map(CompletableFuture::join)
                    .filter(reply -> reply.status() != 503)
                    .forEach(reply -> accepted.add(reply.expect(202)));
            return accepted.size() == ROUNDS;
        });
        List<CompletableFuture<Reply>> late = new ArrayList<>();
        CompletableFuture.runAsync(
                        () -> {
                            late.addAll(kickOff(api, profile, LATE));
                            server.kill();
                        },
                        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS))
                .join();
        late.stream()
                .map(kickoff -> kickoff.exceptionally(lost -> null).join())
                .filter(reply -> reply != null && reply.status() != 503)
                .forEach(reply -> accepted.add(reply.expect(202)));
        long running = count(database, UNSETTLED, tenant);
        assertThat(running).as("rounds that run when the server dies").isPositive();
        server.startAgain();

        long stored = count(database, "SELECT count(*) FROM round WHERE tenant_id = ?", tenant);
        await().atMost(Duration.ofSeconds(60)).until(() -> count(database, UNSETTLED, tenant) == 0);
        System.out.printf(
                "CrashIT: killed %d ms after %d kickoffs; %d accepted, %d stored, %d running at the kill%n",
                delay.toMillis(), ROUNDS, accepted.size(), stored, running);

        Api again = new Api(server.baseUrl(), tenant.key());
        for (Reply reply : accepted) {
            String chat = reply.data().get("chat_id").asText();
            var detail = again.get(Api.chatPath(profile, chat)).expect(200).data();
            Shapes.assertChat(detail);
            assertThat(Api.last(detail).get("status").asText()).isEqualTo("completed");
            assertThat(Api.last(detail).get("round_id")).isEqualTo(reply.data().get("round_id"));
        }
        assertThat(stored).isGreaterThanOrEqualTo(accepted.size());
        assertThat(count(database, "SELECT count(*) FROM round WHERE tenant_id = ? AND state = 'COMPLETED'", tenant))
                .isEqualTo(stored);
        assertThat(count(database, "SELECT count(*) FROM credit_entry WHERE tenant_id = ? AND kind = 'charge'", tenant))
                .as("each round is charged, and once")
                .isEqualTo(stored);
        assertThat(count(
                        database,
                        "SELECT count(DISTINCT round_id) FROM credit_entry WHERE tenant_id = ? AND kind = 'charge'",
                        tenant))
                .isEqualTo(stored);
        assertThat(count(database, "SELECT count(*) FROM credit_entry WHERE tenant_id = ? AND kind = 'refund'", tenant))
                .isZero();
        assertThat(database.balance(tenant)).isEqualTo(ROUNDS + LATE - stored);
    }

    private static List<CompletableFuture<Reply>> kickOff(Api api, String profile, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> api.postLater(Api.recommend(profile), Api.prompt("오늘 저녁 카레 땡기는데 " + i)))
                .toList();
    }

    private static long count(Database database, String sql, Tenant tenant) {
        return database.number(sql, tenant.id());
    }

    @Test
    void newApplicationShouldBeServedAfterTheOldOneWasKilled() throws Exception {
        Api.demo(server).get("/release.txt").expect(404);
        server.kill();
        try (FileSystem content = FileSystems.newFileSystem(war)) {
            Files.writeString(content.getPath("/release.txt"), "new");
        }

        server.startAgain();

        assertThat(Api.demo(server).get("/release.txt").expect(200).text()).isEqualTo("new");
    }

    @Test
    void requestsShouldBeUnavailableWhileTheDatabaseIsGoneAndSucceedAfterwards() throws Exception {
        ProcessHandle serving = server.process();
        Api api = Api.demo(server);
        String profile = api.newProfile();
        api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        Map<Integer, Reply> seen = new ConcurrentHashMap<>();

        for (int i = 0; i < 5 && !seen.containsKey(503); i++) {
            killPostgresUnderRequests(server, api, profile, seen);
        }

        assertThat(seen.keySet()).as(seen.toString()).contains(503).isSubsetOf(200, 202, 503);
        Reply away = seen.get(503).expect(503, "UNAVAILABLE");
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(Json.keys(away.json())).containsExactly("code", "message", "request_id", "success");
        assertThat(server.process()).isEqualTo(serving);
        String chat = api.kickOff(profile, "김치찌개 먹고 싶어").chat();
        api.awaitCompleted(profile, chat);
    }

    private static void killPostgresUnderRequests(
            PackagedServer server, Api api, String profile, Map<Integer, Reply> seen) throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        String chats = Api.recommend(profile);
        List<Runnable> requests = List.of(
                () -> note(seen, api.get(chats)),
                () -> note(seen, api.get("/v1/profile/" + profile)),
                () -> note(seen, api.get("/v1/validation")),
                () -> note(seen, api.post("/v1/profile", "{\"id\":\"" + UUID.randomUUID() + "\"}")));
        requests.forEach(request -> clients.execute(() -> {
            while (!stop.get()) {
                request.run();
            }
        }));
        long before = server.postgres().pid();

        server.postgres().destroyForcibly();

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> server.postgres().pid() != before
                        && api.get("/v1/profile/" + profile).status() == 200
                        && api.get(chats).status() == 200);
        stop.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 50; i++) {
            api.get(chats).expect(200);
            api.post("/v1/profile", "{}").expect(200);
        }
    }

    private static void note(Map<Integer, Reply> seen, Reply reply) {
        seen.putIfAbsent(reply.status(), reply);
    }
}
