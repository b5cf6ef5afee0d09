package com.ones1ght.bootstrap.e2e;

import static com.ones1ght.bootstrap.e2e.AskingClients.OF_THE_SERVER;
import static com.ones1ght.bootstrap.e2e.AskingClients.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.GuidedServer.Tenant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What the WAR does on any application server. The server is configured, started and stopped by the listings of its page
 * in docs/servers, once for all tests; {@code ./mvnw -Pservers verify} fetches the servers.
 */
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ApplicationServerContract {

    private static final int REDEPLOYMENTS = 5;
    private static final int REQUESTS_AT_ONCE = 64;
    private static final int CLIENTS = 4;

    /** The comparison of records, and caches of servers, remember the last type that they saw. */
    private static final long REMEMBERED_BY_OTHERS = 2;

    /** Sooner than the heartbeats, which would make up for what a server keeps back. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private GuidedServer server;
    private Api api;
    private Tenant tenant;

    /** The server with the listings of its page. */
    abstract GuidedServer prepare() throws Exception;

    @BeforeAll
    void start() throws Exception {
        server = prepare();
        server.run("Configure");
        server.run("Start");
        server.run("Deploy");
        tenant = server.firstTenant();
        api = new Api(server.baseUrl(), tenant.sdkKey());
    }

    @AfterAll
    void close() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void examplesOfTheClientGuidesShouldRun() throws Exception {
        SeedScripts scripts = new SeedScripts(server.folder(), api);
        scripts.koreanExample();
        scripts.japaneseExample();
        scripts.sessionExample();
        scripts.personaExample();
    }

    @Test
    @Order(2)
    void roundsAndEventsShouldBeStreamed() {
        long begin = System.nanoTime();
        String profile = api.newProfile();
        try (EventReader events = EventReader.connect(server.baseUrl(), tenant.adminKey(), null)) {
            Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
            try (StreamReader steps =
                    StreamReader.connect(server.baseUrl() + kickoff.roundPath() + "/events", api.key(), null)) {
                List<StreamReader.Event> all = steps.awaitEnd();

                assertThat(all.get(all.size() - 1).type()).isEqualTo("completed");
                assertThat(all).extracting(StreamReader.Event::type).contains("step");
            }
            api.post("/v1/chat/" + profile + "/trigger/signage", entering(kickoff))
                    .expect(202);
            assertThat(events.await(1).get(0).data()).contains(profile);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
    }

    private static String entering(Kickoff kickoff) {
        return ("{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"action\":\"enter\",\"signage_no\":1,"
                        + "\"items\":[{\"rec_id\":\"r\",\"item_name\":\"두부\"}]}")
                .formatted(kickoff.chat(), kickoff.round());
    }

    @Test
    @Order(3)
    void screenShouldBeToldItsStateAtOnce() throws Exception {
        URI stream = URI.create(server.baseUrl() + "/signage/1/stream?token=" + GuidedServer.DISPLAY_TOKEN);
        try (Stream<String> lines = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(stream).build(), BodyHandlers.ofLines())
                .body()) {
            String first = CompletableFuture.supplyAsync(() -> lines.findFirst().orElse(""))
                    .get(AT_ONCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(first).isNotBlank();
        }
    }

    @Test
    @Order(3)
    void waitingPollShouldBeAnsweredByTheResult() {
        String profile = api.newProfile();
        Kickoff kickoff = api.kickOff(profile, "something with tofu");
        Awaitility.await().atMost(LIMIT).until(() -> {
            Reply poll = api.get(kickoff.chatPath() + "?wait=20");
            return Api.lastIsSettled(poll.expect(200).data());
        });
    }

    @Test
    @Order(4)
    void pagesAndTheirFilesShouldBeServedBelowTheContextPath() {
        for (String path : List.of("/docs", "/signage/1?token=" + GuidedServer.DISPLAY_TOKEN)) {
            URI page = URI.create(server.baseUrl() + path);
            Reply document = api.get(path);
            document.expect(200);
            List<String> files = Pattern.compile("(?:href|src)=\"([^\"#]+)\"")
                    .matcher(document.text())
                    .results()
                    .map(match -> match.group(1))
                    .filter(file -> !file.startsWith("http") && !file.startsWith("data:"))
                    .toList();
            assertThat(files).as(path).isNotEmpty();
            for (String file : files) {
                String found = page.resolve(file).toString();
                assertThat(found).startsWith(server.baseUrl());
                assertThat(api.sendUnchecked(
                                        "GET", found.substring(server.baseUrl().length()), Map.of())
                                .status())
                        .as(file)
                        .isEqualTo(200);
            }
        }
        assertThat(api.get("/signage/1").status()).as("without the token").isEqualTo(403);
        assertThat(api.get("/docs/openapi.json").expect(200).text()).contains("OneS1ght Gateway");
    }

    @Test
    @Order(5)
    void failuresShouldHaveTheFormOfTheApi() {
        api.withKey(null).get("/v1/validation").expect(401, "INVALID_API_KEY");
        api.get("/v1/nothing").expect(404, "NOT_FOUND");
        api.delete("/v1/profile").expect(405, "METHOD_NOT_ALLOWED");
        api.post("/v1/profile", "{").expect(400, "INVALID_REQUEST");
        api.send("POST", "/v1/profile", Map.of("Content-Type", "text/plain"), new byte[] {'x'})
                .expect(415, "UNSUPPORTED_MEDIA_TYPE");
        api.post("/v1/profile", "{\"name\":\"" + "x".repeat(70_000) + "\"}").expect(413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    @Order(6)
    void redeploymentsShouldLeaveNothingInMemory() throws Exception {
        for (int i = 0; i < REDEPLOYMENTS; i++) {
            server.run("Redeploy");
            awaitServing();
            String profile = api.newProfile();
            api.awaitCompleted(profile, api.kickOff(profile, "something quick").chat());
        }

        // An idle thread of a server may remember its last request, until it gets another one.
        CompletableFuture.allOf(Stream.generate(() -> api.postLater("/v1/profile", "{\"name\":\"Kim\"}"))
                        .limit(REQUESTS_AT_ONCE)
                        .toArray(CompletableFuture[]::new))
                .join();
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(
                        server.deploymentsInMemory())
                .isLessThanOrEqualTo(REMEMBERED_BY_OTHERS));
    }

    private void awaitServing() {
        Awaitility.await()
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> validate().status() == 200);
    }

    private Reply validate() {
        return api.sendUnchecked("GET", "/v1/validation", Map.of("Authorization", "Bearer " + api.key()));
    }

    /**
     * Clients send questions until the server refuses them; what it has accepted is completed after the next start. While
     * it listens without the application, it answers as it likes (404, 500, 503), for which no WAR can do anything.
     */
    @Test
    @Order(7)
    void stopUnderLoadShouldLoseNothingAccepted() throws Exception {
        AskingClients clients = new AskingClients(api, CLIENTS);
        Awaitility.await().atMost(LIMIT).until(() -> clients.accepted().size() > CLIENTS);

        server.run("Stop");
        clients.stop();
        System.out.println("Answers until the server had stopped: " + clients.answers());
        assertThat(clients.answers().keySet())
                .allMatch(answer -> answer.startsWith("202")
                        || answer.equals("503 UNAVAILABLE")
                        || answer.equals(REFUSED)
                        || answer.startsWith(OF_THE_SERVER));
        server.run("Start");

        awaitServing();
        for (Kickoff each : clients.accepted()) {
            api.awaitCompleted(each.profile(), each.chat());
        }
        server.run("Stop");
    }
}
