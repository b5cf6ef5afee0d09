package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.bootstrap.telemetry.OtlpReceiver;
import com.ones1ght.bootstrap.telemetry.OtlpReceiver.Received;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes share nothing but the database; each serves what the other has begun. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT implements RoundStreamsOnTwoNodes {

    private static final int STEP_MILLIS = 400;
    private static final int TRIGGERS = 2_000;

    @TempDir
    private static Path folder;

    private static final String TRACE = "22222222222222222222222222222222";

    private static OtlpReceiver collector;
    private static PackagedServer first;
    private static PackagedServer second;

    private final Database database = new Database(first);
    private final Tenant tenant = database.newTenant("ko", 1000);
    private final Api onFirst = new Api(first.baseUrl(), tenant.key());
    private final Api onSecond = new Api(second.baseUrl(), tenant.key());

    @BeforeAll
    static void start() {
        collector = new OtlpReceiver();
        Map<String, String> settings = PacedWar.settings(
                folder,
                Map.of(
                        "ones1ght.telemetry.traces",
                        "true",
                        "ones1ght.telemetry.endpoint",
                        collector.base().toString(),
                        "ones1ght.telemetry.sampling",
                        "0",
                        "ones1ght.llm.paced.hold-file",
                        hold().toString(),
                        "ones1ght.llm.paced.step-millis",
                        "" + STEP_MILLIS,
                        "ones1ght.round.lease",
                        "PT3S",
                        "ones1ght.chat-session.idle",
                        "PT5S",
                        "ones1ght.stream.heartbeat",
                        "PT1S",
                        "ones1ght.stream.stall",
                        "PT3S"));
        first = PackagedServer.start(settings);
        second = first.startSecondNode(settings);
    }

    /** While it exists, no run goes beyond step 1. */
    private static Path hold() {
        return folder.resolve("hold");
    }

    @Override
    public Api onFirst() {
        return onFirst;
    }

    @Override
    public Api onSecond() {
        return onSecond;
    }

    @Override
    public Path holdFile() {
        return hold();
    }

    @Override
    public void revokeKeys() {
        database.update("UPDATE api_key SET revoked_at = now() WHERE tenant_id = ?", tenant.id());
    }

    @AfterEach
    void release() throws IOException {
        Files.deleteIfExists(hold());
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
        collector.close();
    }

    @Test
    @Order(1)
    void roundShouldBeWatchedOnAnyNode() {
        String profile = onFirst.newProfile();
        Kickoff kickoff = onFirst.kickOff(profile, "오늘 저녁 카레 땡기는데");

        JsonNode detail = onSecond.awaitCompleted(profile, kickoff.chat());

        Shapes.assertChat(detail);
        assertThat(onFirst.get(kickoff.chatPath()).data()).isEqualTo(detail);
        onSecond.post(Api.recommend(profile), Api.followUp(kickoff.chat(), "와인 추가"))
                .expect(202);
        onFirst.post(Api.recommend(profile), Api.followUp(kickoff.chat(), "더 맵게"))
                .expect(409, "PRIOR_ROUND_IN_FLIGHT");
        assertThat(onFirst.awaitCompleted(profile, kickoff.chat()).get("rounds"))
                .hasSize(2);
    }

    @Test
    @Order(1)
    void listShouldBeChangedOnAnyNodeWhileTheRoundRuns() {
        String profile = onFirst.newProfile();
        Kickoff kickoff = onFirst.kickOff(profile, "오늘 저녁 카레 땡기는데");
        String path = kickoff.roundPath() + "/todos";
        JsonNode items = Api.last(onSecond.poll(profile, kickoff.chat(), detail -> Api.last(detail)
                        .get("todos")
                        .isObject()))
                .at("/todos/items");

        String patch = "{\"items\":[{\"item_id\":%d,\"state\":\"%s\"}]}";
        onSecond.send("PATCH", path, patch.formatted(items.at("/0/product/id").asLong(), "picked"))
                .expect(200);
        onFirst.send("PATCH", path, patch.formatted(items.at("/1/product/id").asLong(), "have"))
                .expect(200);

        JsonNode completed = Api.last(onFirst.awaitCompleted(profile, kickoff.chat()));
        assertThat(completed.at("/todos/items/0/state").asText()).isEqualTo("picked");
        assertThat(completed.at("/todos/items/1/state").asText()).isEqualTo("have");
        assertThat(completed.at("/todos/items/2/state").asText()).isEqualTo("open");

        Reply shown = onFirst.get(kickoff.roundPath()).expect(200);
        CompletableFuture<Reply> secondDevice = onFirst.getLater(
                kickoff.roundPath() + "?wait=25",
                Map.of("If-None-Match", shown.header("ETag").orElseThrow()));
        onSecond.send("PATCH", path, patch.formatted(items.at("/2/product/id").asLong(), "removed"))
                .expect(200);

        assertThat(secondDevice
                        .join()
                        .expect(200)
                        .data()
                        .at("/todos/items/2/state")
                        .asText())
                .as("seen on the other node, long before the wait is over")
                .isEqualTo("removed");
    }

    @Test
    @Order(1)
    void roundShouldBeCancelledFromTheNodeThatDoesNotRunIt() throws IOException {
        Files.createFile(hold());
        String profile = onFirst.newProfile();
        Kickoff kickoff = onFirst.kickOff(profile, "오늘 저녁 카레 땡기는데");
        onSecond.poll(
                profile,
                kickoff.chat(),
                chat -> Api.last(chat).at("/pipeline_progress/step1").asText().equals("done"));

        JsonNode cancelled = onSecond.delete(kickoff.roundPath()).expect(200).data();

        Shapes.assertRound(cancelled);
        assertThat(cancelled.get("last_error").asText()).isEqualTo("cancelled");
        assertThat(database.balance(tenant)).isEqualTo(1000);
        Files.delete(hold());
        String released = "Round " + kickoff.round();
        await().atMost(Duration.ofSeconds(2)).until(() -> Stream.of(first, second)
                .flatMap(node -> node.log().lines())
                .anyMatch(line -> line.contains(released) && line.contains("was ended by a client")));
        assertThat(onFirst.get(kickoff.roundPath()).expect(200).data()).isEqualTo(cancelled);
    }

    @Test
    @Order(1)
    void bothNodesShouldWriteTheSameDemoKeys() {
        assertThat(second.sdkKey()).isEqualTo(first.sdkKey());
        assertThat(second.adminKey()).isEqualTo(first.adminKey());
        String profile = new Api(first.baseUrl(), first.sdkKey()).newProfile();
        new Api(second.baseUrl(), second.sdkKey()).get("/v1/profile/" + profile).expect(200);
    }

    @Test
    @Order(1)
    void tokenShouldBeValidOnBothNodes() {
        String profile = onFirst.newProfile();

        onSecond.withKey(onFirst.token(profile)).get("/v1/profile/" + profile).expect(200);
        onFirst.withKey(onSecond.token(profile)).get("/v1/profile/" + profile).expect(200);
    }

    @Test
    @Order(1)
    void chatSessionLeftAloneShouldEndByItselfOnBothNodes() {
        String profile = onFirst.newProfile();
        String session = onFirst.chatSession(profile);
        onSecond.get(Api.chatPath(profile, session)).expect(200);

        await().atMost(Duration.ofSeconds(60)).until(() -> reasonOfEnd(session).equals("IDLE"));

        onFirst.get(Api.chatPath(profile, session)).expect(404, "NOT_FOUND");
        onSecond.get(Api.chatPath(profile, session)).expect(404, "NOT_FOUND");
        assertThat(onSecond.get("/v1/profile/" + profile + "/session")
                        .expect(200)
                        .data()
                        .get("session_id")
                        .asText())
                .as("the shopping session goes on")
                .isEqualTo(session);
        onSecond.post("/v1/chat/" + profile, null).expect(200);
        onFirst.get(Api.chatPath(profile, session)).expect(200);
    }

    @Test
    @Order(1)
    void kickoffSentAgainToEitherNodeShouldBeOneRound() {
        String profile = onFirst.newProfile();
        long before = database.balance(tenant);
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "once-anywhere");
        byte[] body = Api.prompt("오늘 저녁 카레 땡기는데").getBytes(StandardCharsets.UTF_8);

        List<Reply> replies = AtOnce.on(
                20, i -> (i % 2 == 0 ? onFirst : onSecond).send("POST", Api.recommend(profile), headers, body));

        List<Reply> accepted =
                replies.stream().filter(reply -> reply.status() == 202).toList();
        assertThat(accepted.stream()
                        .filter(reply -> reply.header("Idempotent-Replayed").isEmpty()))
                .hasSize(1);
        replies.stream()
                .filter(reply -> reply.status() != 202)
                .forEach(reply -> reply.expect(409, "IDEMPOTENCY_IN_PROGRESS"));
        for (Api node : List.of(onFirst, onSecond)) {
            Reply again = node.send("POST", Api.recommend(profile), headers, body);
            assertThat(again.expect(202).text()).isEqualTo(accepted.get(0).text());
            assertThat(again.header("Idempotent-Replayed")).contains("true");
        }
        assertThat(database.balance(tenant)).isEqualTo(before - 1);
    }

    @Test
    @Order(1)
    void streamShouldTellOfTheOtherNodesEventsAndReplayThem() {
        String adminKey = database.newAdminKey(tenant);
        String profile = onFirst.newProfile();
        Kickoff kickoff = onFirst.kickOff(profile, "오늘 저녁 카레 땡기는데");
        String path = "/v1/chat/" + profile + "/trigger/coupon";
        String body = "{\"chat_id\":\"" + kickoff.chat() + "\",\"round_id\":\"" + kickoff.round()
                + "\",\"rec_id\":\"%s\",\"item_id\":1}";
        long known;
        try (EventReader reader = EventReader.connect(second.baseUrl(), adminKey, null)) {
            onFirst.post(path, body.formatted("a")).expect(202);
            EventReader.Read read = reader.await(1).get(0);
            assertThat(read.json().get("rec_id").asText()).isEqualTo("a");
            known = read.id();
        }
        onSecond.post(path, body.formatted("b")).expect(202);

        try (EventReader reader = EventReader.connect(first.baseUrl(), adminKey, known)) {
            onSecond.post(path, body.formatted("c")).expect(202);
            assertThat(reader.await(2))
                    .extracting(read -> read.json().get("rec_id").asText())
                    .containsExactly("b", "c");
        }
    }

    @Test
    @Order(1)
    void everySubscriberOnEitherNodeShouldSeeTwoThousandTriggersOnceAndInOrder() {
        String adminKey = database.newAdminKey(tenant);
        String profile = onFirst.newProfile();
        Kickoff kickoff = onFirst.kickOff(profile, "오늘 저녁 카레 땡기는데");
        String path = "/v1/chat/" + profile + "/trigger/coupon";
        List<EventReader> readers = new ArrayList<>();
        for (PackagedServer node : List.of(first, second, first, second)) {
            readers.add(EventReader.connect(node.baseUrl(), adminKey, null));
        }
        CompletableFuture<List<EventReader.Read>> restless = restless(adminKey);
        Semaphore underWay = new Semaphore(16);
        List<CompletableFuture<Reply>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < TRIGGERS; i++) {
            underWay.acquireUninterruptibly();
            Api node = i % 2 == 0 ? onFirst : onSecond;
            answers.add(node.postLater(path, coupon(kickoff, "n" + i))
                    .whenComplete((answer, failure) -> underWay.release()));
        }
        List<String> accepted = answers.stream()
                .map(answer -> answer.join().expect(202).data().get("event_id").asText())
                .toList();
        System.out.printf("TwoNodesIT: %.0f triggers/s%n", TRIGGERS * 1e9 / (System.nanoTime() - start));

        for (EventReader reader : readers) {
            List<EventReader.Read> seen = reader.await(TRIGGERS);
            assertThat(seen)
                    .extracting(read -> read.json().get("event_id").asText())
                    .containsExactlyInAnyOrderElementsOf(accepted);
            assertThat(seen).extracting(EventReader.Read::id).isSorted().doesNotHaveDuplicates();
            reader.close();
        }
        assertThat(restless.join())
                .as("seen by one who breaks off and comes back")
                .isEqualTo(readers.get(0).events());
    }

    /** Reads on the second node, breaks off at random moments and comes back with the id of what it saw last. */
    private static CompletableFuture<List<EventReader.Read>> restless(String adminKey) {
        Random random = new Random(7);
        EventReader begun = EventReader.connect(second.baseUrl(), adminKey, null);
        return CompletableFuture.supplyAsync(() -> {
            List<EventReader.Read> seen = new ArrayList<>();
            EventReader reader = begun;
            while (true) {
                List<EventReader.Read> more = reader.await(Math.min(TRIGGERS - seen.size(), 1 + random.nextInt(300)));
                reader.close();
                seen.addAll(more);
                if (seen.size() >= TRIGGERS) {
                    return seen;
                }
                reader = EventReader.connect(
                        second.baseUrl(), adminKey, seen.get(seen.size() - 1).id());
            }
        });
    }

    private static String coupon(Kickoff kickoff, String recId) {
        return "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"rec_id\":\"%s\",\"item_id\":1}"
                .formatted(kickoff.chat(), kickoff.round(), recId);
    }

    @Test
    @Order(1)
    void readerThatDoesNotReadShouldBeDroppedAndTheOthersServed() throws IOException {
        String adminKey = database.newAdminKey(tenant);
        String profile = onFirst.newProfile();
        Kickoff kickoff = onFirst.kickOff(profile, "오늘 저녁 카레 땡기는데");
        String large = coupon(kickoff, "r").replace("}", ",\"note\":\"" + "x".repeat(60_000) + "\"}");
        try (EventReader reader = EventReader.connect(first.baseUrl(), adminKey, null);
                Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4096);
            URI server = URI.create(first.baseUrl());
            deaf.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            deaf.getOutputStream()
                    .write(("GET /v1/admin/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                    + "Authorization: Bearer " + adminKey + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(deaf.getInputStream().read()).isEqualTo('H');

            int sent = 0;
            while (!first.log().contains("Closing an event stream whose client has stopped reading")) {
                assertThat(sent).as("events of 60 kB that nobody reads").isLessThan(2_000);
                onFirst.post("/v1/chat/" + profile + "/trigger/coupon", large).expect(202);
                sent++;
            }

            assertThat(reader.await(sent)).hasSize(sent);
        }
    }

    @Test
    @Order(1)
    void quietStreamShouldBeKeptOpenByComments() {
        try (EventReader reader = EventReader.connect(second.baseUrl(), database.newAdminKey(tenant), null)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> reader.comments() >= 4);
            assertThat(reader.events()).isEmpty();
        }
    }

    @Test
    @Order(1)
    void screenOfOneNodeShouldShowWhatTheOtherOneWasTold() {
        String profile = onFirst.newProfile("{\"name\":\"Kim\",\"locale\":\"ja\",\"store_id\":\"two-nodes\"}");
        Kickoff kickoff = onFirst.kickOff(profile, "カレー");
        String path = "/v1/chat/" + profile + "/trigger/signage";
        String ids = "\"chat_id\":\"%s\",\"round_id\":\"%s\"".formatted(kickoff.chat(), kickoff.round());
        try (PageReader there = PageReader.connect(first.baseUrl(), "two-nodes");
                PageReader elsewhere = PageReader.connect(second.baseUrl(), "two-nodes")) {
            byte[] enter = ("{" + ids + ",\"items\":[{\"rec_id\":\"r\",\"item_name\":\"두부\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            String trace = "33333333333333333333333333333333";
            onFirst.send(
                            "POST",
                            path,
                            Map.of(
                                    "Content-Type",
                                    "application/json",
                                    "traceparent",
                                    "00-" + trace + "-00f067aa0ba902b7-01"),
                            enter)
                    .expect(202);
            for (PageReader page : List.of(there, elsewhere)) {
                JsonNode entry =
                        page.await(state -> state.get("entry").isObject()).get("entry");
                assertThat(entry.get("language").asText())
                        .as("the shopper's, whatever script the name has")
                        .isEqualTo("ja");
            }

            await("the trace to lead to the screens of both nodes")
                    .until(() -> collector.spansOf(trace).stream()
                                    .filter(span -> span.name().equals("signage.show"))
                                    .map(Received::node)
                                    .distinct()
                                    .count()
                            == 2);

            onSecond.post(path, "{" + ids + ",\"action\":\"exit\"}").expect(202);
            for (PageReader page : List.of(there, elsewhere)) {
                page.await(state -> state.get("entry").isNull());
            }
        }
    }

    @Test
    @Order(1)
    void changeOnOneNodeShouldEndTheWaitOnTheOther() {
        String profile = onFirst.newProfile();
        Kickoff kickoff = onFirst.kickOff(profile, "오늘 저녁 카레 땡기는데");
        onFirst.awaitCompleted(profile, kickoff.chat());
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Reply shown = onSecond.get(kickoff.chatPath());
            CompletableFuture<Long> answered = onSecond.getLater(
                            kickoff.chatPath() + "?wait=25", Map.of("If-None-Match", etag(shown)))
                    .thenApply(reply -> {
                        reply.expect(200);
                        return System.nanoTime();
                    });
            // Connected and waiting, as far as a client can know.
            await().during(Duration.ofMillis(100)).until(() -> !answered.isDone());
            onFirst.post(
                            Api.recommend(profile),
                            i == 0
                                    ? Api.followUp(kickoff.chat(), "더 맵게")
                                    : Api.refinement(kickoff.chat(), lastRound(onFirst, kickoff), "더 맵게"))
                    .expect(202);
            long accepted = System.nanoTime();
            millis.add((answered.join() - accepted) / 1e6);
            onFirst.awaitCompleted(profile, kickoff.chat());
        }
        System.out.printf("TwoNodesIT: waits on the other node ended after %s ms%n", millis);
        assertThat(millis.stream().sorted().skip(1).findFirst().orElseThrow())
                .as("median of milliseconds after the change, on a machine that is busy with tests")
                .isLessThan(1_000);
    }

    private static String lastRound(Api node, Kickoff kickoff) {
        return Api.last(node.get(kickoff.chatPath()).data()).get("round_id").asText();
    }

    private static String etag(Reply reply) {
        return reply.header("ETag").orElseThrow();
    }

    private String reasonOfEnd(String session) {
        return database.string(
                "SELECT coalesce(max(end_reason), '') FROM chat_session WHERE visit_id = ?::uuid", session);
    }

    @Test
    @Order(2)
    void roundsOfAKilledNodeShouldGoOnElsewhere() throws IOException {
        Files.createFile(hold());
        String profile = onSecond.newProfile();
        List<Kickoff> kickoffs = new ArrayList<>();
        Map<String, String> traced =
                Map.of("Content-Type", "application/json", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        byte[] prompt = Api.prompt("오늘 저녁 카레 땡기는데").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            kickoffs.add(Kickoff.from(
                    profile,
                    onSecond.send("POST", Api.recommend(profile), traced, prompt)
                            .expect(202)));
        }
        await().until(() -> onSecond.get(kickoffs.get(0).roundPath())
                .data()
                .at("/pipeline_progress/step1")
                .asText()
                .equals("done"));
        assertThat(unsettled()).isPositive();
        Kickoff watched = kickoffs.get(0);
        Reply seen = onSecond.get(watched.roundPath());
        CompletableFuture<Reply> lost =
                onSecond.getLater(watched.roundPath() + "?wait=25", Map.of("If-None-Match", etag(seen)));
        String events = watched.roundPath() + "/events";
        StreamReader stream = StreamReader.connect(second.baseUrl() + events, tenant.key(), null);
        stream.await(1);

        await("the spans of all claims").until(() -> claims().size() >= kickoffs.size());

        second.kill();
        Files.delete(hold());
        long killed = System.nanoTime();

        assertThat(lost.handle((reply, failure) -> failure).join())
                .as("the wait dies with its node, unless it was over")
                .satisfiesAnyOf(failure -> assertThat(failure).isNull(), failure -> assertThat(failure)
                        .hasCauseInstanceOf(IOException.class));
        while (!seen.data().get("status").asText().equals("completed")) {
            Reply next = onFirst.get(watched.roundPath() + "?wait=25", Map.of("If-None-Match", etag(seen)));
            assertThat(next.expect(200).data().at("/pipeline_progress/step1").asText())
                    .isEqualTo("done");
            seen = next;
        }
        List<StreamReader.Event> followed = new ArrayList<>(stream.awaitEnd());
        String last = followed.get(followed.size() - 1).id();
        try (StreamReader resumed = StreamReader.connect(first.baseUrl() + events, tenant.key(), last)) {
            followed.addAll(resumed.awaitEnd());
        }
        List<String> steps = List.of("1.0", "1.1", "1.2", "1.3", "1.4", "1.end");
        assertThat(followed)
                .extracting(StreamReader.Event::id)
                .as("each once, some on either node")
                .isEqualTo(steps.subList(steps.indexOf(followed.get(0).id()), steps.size()));
        await().atMost(Duration.ofSeconds(60)).until(() -> unsettled() == 0);
        System.out.printf(
                "TwoNodesIT: the other node had finished all rounds %.1f s after the kill%n",
                (System.nanoTime() - killed) / 1e9);
        for (Kickoff kickoff : kickoffs) {
            JsonNode round = onFirst.get(kickoff.roundPath()).expect(200).data();
            Shapes.assertRound(round);
            assertThat(round.get("status").asText()).isEqualTo("completed");
        }
        assertThat(database.balance(tenant)).isEqualTo(1000 - 20);
        assertOneTraceOnBothNodes();
    }

    /** The killed node's rounds go on as spans of the other node, in the same trace. */
    private static void assertOneTraceOnBothNodes() {
        await().untilAsserted(() -> {
            List<Received> claims = claims();
            assertThat(claims).anySatisfy(again -> {
                assertThat(Long.parseLong(again.attributes().get("com.ones1ght.claims")))
                        .isGreaterThan(1);
                assertThat(claims)
                        .as("claimed by the killed node before")
                        .anyMatch(before -> !before.node().equals(again.node()) && isOfTheSameRound(before, again));
                assertThat(collector.spansOf(TRACE))
                        .anyMatch(step -> step.node().equals(again.node())
                                && isOfTheSameRound(step, again)
                                && "back_list".equals(step.attributes().get("com.ones1ght.step")));
            });
        });
    }

    private static List<Received> claims() {
        return collector.spansOf(TRACE).stream()
                .filter(span -> span.name().equals("round.claim"))
                .toList();
    }

    private static boolean isOfTheSameRound(Received one, Received other) {
        return Objects.equals(
                one.attributes().get("com.ones1ght.round.id"),
                other.attributes().get("com.ones1ght.round.id"));
    }

    private long unsettled() {
        return database.number(
                "SELECT count(*) FROM round WHERE tenant_id = ? AND state IN ('CREATED', 'KICKED_OFF')", tenant.id());
    }
}
