package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.llmdemo.LlmDemoServer;
import com.ones1ght.adapters.llm.openai.ChatServer;
import com.ones1ght.adapters.store.storeapi.StoreApiServer;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.bootstrap.telemetry.OtlpReceiver;
import com.ones1ght.bootstrap.telemetry.OtlpReceiver.Received;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server whose models, store and signages are all somewhere else, and what happens when they are away. */
class BackendsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int STORE_AWAY_SECONDS = Integer.getInteger("ones1ght.e2e.store-away-seconds", 4);

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACE = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    private static final String BREAKER = "ones1ght_upstream_breakers_open{upstream=\"llm-demo\"}";

    private static final String TRIGGERS_ANSWERED =
            "ones1ght_upstream_calls_total{outcome=\"answered\",upstream=\"signage-api\"}";
    private static final String EGGS_WITHHELD = "ones1ght_guard_withheld_total{reason=\"allergen:egg\"}";
    private static final String TOKENS = "ones1ght_model_tokens_total{kind=\"%s\",upstream=\"openai\"}";

    private static LlmDemoServer model;
    private static StoreApiServer shop;
    private static OtlpReceiver collector;
    private static PackagedServer server;

    /** Answers every question with a dish of eggs, whatever it is told. */
    private static ChatServer stubbornModel;

    /** Accepts connections, by way of the kernel, and never answers. */
    private static ServerSocket silentModel;

    private final Database database = new Database(server);
    private final Tenant tenant = database.newTenant("ko", 1000);
    private final Api api = new Api(server.baseUrl(), tenant.key());

    @BeforeAll
    static void start() throws IOException {
        silentModel = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        stubbornModel = new ChatServer(question -> ChatServer.Answer.saying(EggAnswers.MEAL));
        model = SocketBackends.model(Duration.ZERO);
        shop = SocketBackends.shop();
        Map<String, String> settings = new HashMap<>(SocketBackends.settings(model, shop));
        settings.put("ones1ght.signage", "store-api");
        settings.put("ones1ght.round.deadline", "PT6S");
        settings.put("ones1ght.openai.read-timeout", "PT1S");
        settings.put("ones1ght.model-urls", silentUrl() + "," + stubbornModel.base());
        settings.put("ones1ght.store-api.products-kept", "PT0S");
        settings.replaceAll((name, value) -> value.replace("http://127.0.0.1:", "http://some_backend:"));
        collector = new OtlpReceiver();
        settings.put("ones1ght.telemetry.traces", "true");
        settings.put("ones1ght.telemetry.endpoint", collector.base().toString());
        // Of the requests that are not sampled by their senders, none.
        settings.put("ones1ght.telemetry.sampling", "0");
        settings.put(PackagedServer.JVM_OPTIONS, "-Djdk.net.hosts.file=" + hosts());
        server = PackagedServer.start(settings);
    }

    private static String silentUrl() {
        return "http://some_backend:" + silentModel.getLocalPort() + "/v1";
    }

    /** Where the server finds names, and a name as compose files have them. */
    private static Path hosts() {
        try {
            String own = InetAddress.getLocalHost().getHostName();
            return Files.writeString(
                    Files.createTempFile("hosts", ""), "127.0.0.1 localhost some_backend " + own + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        silentModel.close();
        stubbornModel.close();
        if (server != null) {
            server.close();
        }
        shop.close();
        model.close();
        collector.close();
    }

    @AfterEach
    void comeBack() {
        shop.setAway(false);
        shop.setBreakingOff(false);
        model.setBroken(false);
        model.setCareless(false);
        model.setSilent(false);
    }

    @Test
    void aRoundShouldComeFromElsewhereAsItWouldFromHere() {
        String profile = api.newProfile();
        Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");

        JsonNode detail = api.awaitCompleted(profile, kickoff.chat());

        Shapes.assertChat(detail);
        JsonNode round = Api.last(detail);
        assertThat(round.at("/todos/items")).isNotEmpty();
        assertThat(round.at("/recommended_items")).isNotEmpty();
        assertThat(round.at("/notifications/ad/items")).hasSize(3);
        assertThat(round.at("/notifications/ad/signage").isObject()).isTrue();
        assertThat(round.at("/notifications/coupon_spot")).isNotEmpty();
        assertThat(round.at("/notifications/coupon_spot/0/product").isObject()).isTrue();
        assertThat(shop.authorizations()).isNotEmpty().containsOnly("Bearer " + SocketBackends.STORE_KEY);
        await().atMost(PATIENCE).until(() -> model.kickoffs() > 0 && model.sessions() < model.kickoffs());
    }

    @Test
    void cancelledRoundShouldLeaveNoSessionAtTheModel() {
        await().atMost(PATIENCE).until(() -> model.sessions() == 0);
        model.setSilent(true);
        Kickoff kickoff = api.kickOff(api.newProfile(), "오늘 저녁 카레 땡기는데");
        await().atMost(PATIENCE).until(() -> model.sessions() == 1);

        JsonNode cancelled = api.delete(kickoff.roundPath()).expect(200).data();

        assertThat(cancelled.get("last_error").asText()).isEqualTo("cancelled");
        assertThat(database.balance(tenant)).isEqualTo(1000);
        await().atMost(PATIENCE).until(() -> model.sessions() == 0);
        api.delete(kickoff.roundPath()).expect(409, "ROUND_SETTLED");
    }

    @Test
    void callsForARequestShouldBearItsIdAndItsTrace() {
        // As below: dictionaries are loaded just after the start.
        await().atMost(PATIENCE).until(() -> completes("오늘 저녁 카레 땡기는데"));
        String profile = api.newProfile();
        Kickoff kickoff =
                Kickoff.from(profile, asked("kickoff-1", TRACE, Api.recommend(profile), Api.prompt("오늘 저녁 카레 땡기는데")));
        api.awaitCompleted(profile, kickoff.chat());
        asked("trigger-1", "none of those", trigger(profile), ids(kickoff));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(shop.correlations())
                .anyMatch(call -> call.matches("triggers trigger-1 00-[0-9a-f-]+-0[02]")));
        await().untilAsserted(() -> assertThat(metric(TRIGGERS_ANSWERED)).isPositive());
        String trace = "00-" + TRACE_ID + "-[0-9a-f]{16}-01";
        assertThat(shop.correlations()).anyMatch(call -> call.matches("products kickoff-1 " + trace));
        assertThat(model.correlations())
                .anyMatch(call -> call.matches("POST kickoff-1 " + trace))
                .anyMatch(call -> call.matches("GET kickoff-1 " + trace));
        Kickoff other = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, other.chat());
        assertThat(shop.correlations())
                .as("calls of polls and of requests that have named themselves otherwise")
                .anyMatch(call -> call.matches("coupon-spots [0-9a-f-]{36} 00-[0-9a-f-]+-0[02]"));
    }

    /** From the client's request over the queue to the model and the store, and from the trigger to the screens. */
    @Test
    void traceShouldLeadFromTheClientToTheScreenWithoutItsShoppersWords() {
        String trace = "11111111111111111111111111111111";
        String sent = "00-" + trace + "-00f067aa0ba902b7-01";
        String profile =
                api.newProfile("{\"name\":\"MarkedName\",\"notes\":\"MarkedNotes\",\"allergies\":[\"MarkedAllergy\"]}");
        Kickoff kickoff = Kickoff.from(
                profile, asked("MarkedRequest", sent, Api.recommend(profile), Api.prompt("MarkedPrompt 카레")));
        api.awaitCompleted(profile, kickoff.chat());
        String entered = ids(kickoff).replace("}", ",\"items\":[{\"rec_id\":\"MarkedItem\",\"item_name\":\"두부\"}]}");
        asked("MarkedTrigger", sent, trigger(profile), entered);
        api.send("GET", "/v1/chat/MarkedPath/recommend", Map.of("traceparent", sent), null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(collector.spansOf(trace))
                .extracting(Received::name)
                .contains(
                        "POST /v1/chat/{profile_id}/recommend",
                        "round.claim",
                        "round.step",
                        "model.call",
                        "round.merge",
                        "store.call",
                        "POST /v1/chat/{profile_id}/trigger/signage",
                        "signage.deliver",
                        "signage.call",
                        "GET /v1/chat/{profile_id}/recommend"));
        List<Received> spans = collector.spansOf(trace);
        assertThat(spans)
                .extracting(span -> span.attributes().getOrDefault("com.ones1ght.step", ""))
                .contains("meal_suggest", "shopping_list", "upsell_surface", "back_list");
        Map<String, Received> byId = spans.stream().collect(Collectors.toMap(Received::id, span -> span));
        assertThat(spans).allSatisfy(span -> {
            assertThat(TelemetryGuide.attributes())
                    .containsAll(span.attributes().keySet());
            assertThat(TelemetryGuide.spans()).contains(span.name().replaceFirst(".* /v1/.*", "METHOD route"));
            if (span.kind() == SpanKind.SPAN_KIND_SERVER) {
                assertThat(span.parent()).isEqualTo("00f067aa0ba902b7");
            } else {
                assertThat(byId).containsKey(span.parent());
            }
        });
        assertThat(spans)
                .filteredOn(span -> span.name().equals("model.call"))
                .allSatisfy(call -> assertThat(byId.get(call.parent()).name()).isEqualTo("round.step"));
        assertThat(collector.texts()).isNotEmpty().allSatisfy(text -> assertThat(text)
                .doesNotContain("Marked", "MARKED", "카레", "두부", profile));
        assertThat(collector.spans())
                .as("sampled by their senders alone")
                .extracting(Received::trace)
                .isSubsetOf(trace, TRACE_ID);
    }

    private static String trigger(String profile) {
        return "/v1/chat/" + profile + "/trigger/signage";
    }

    private static String ids(Kickoff kickoff) {
        return "{\"chat_id\":\"%s\",\"round_id\":\"%s\"}".formatted(kickoff.chat(), kickoff.round());
    }

    private Reply asked(String requestId, String trace, String path, String json) {
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "X-Request-Id", requestId, "traceparent", trace);
        return api.send("POST", path, headers, json.getBytes(StandardCharsets.UTF_8))
                .expect(202);
    }

    @Test
    void triggersShouldBeTakenWhileTheStoreIsAwayAndDeliveredInOrderAfterwards() {
        List<String> profiles = new ArrayList<>();
        List<Kickoff> kickoffs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            profiles.add(api.newProfile());
            kickoffs.add(api.kickOff(profiles.get(i), "오늘 저녁 카레 땡기는데"));
            api.awaitCompleted(profiles.get(i), kickoffs.get(i).chat());
        }
        int before = shop.triggers().size();
        shop.setAway(true);
        Map<String, List<Integer>> sent = new LinkedHashMap<>();
        long end = System.nanoTime() + Duration.ofSeconds(STORE_AWAY_SECONDS).toNanos();
        for (int n = 0; n < 80 || System.nanoTime() < end; n++) {
            int who = n % profiles.size();
            api.post("/v1/chat/" + profiles.get(who) + "/trigger/signage", trigger(kickoffs.get(who), n))
                    .expect(202);
            sent.computeIfAbsent(profiles.get(who), first -> new ArrayList<>()).add(n);
        }
        assertThat(shop.triggers()).hasSize(before);

        shop.setBreakingOff(true);
        shop.setAway(false);
        await().atMost(PATIENCE).until(() -> shop.triggers().size() > before + profiles.size());
        assertThat(delivered(before).values())
                .as("nobody's second before the answer to the first")
                .allMatch(numbers -> numbers.size() == 1);
        shop.setBreakingOff(false);
        long back = System.nanoTime();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivered(before)).isEqualTo(sent));
        System.out.printf(
                "BackendsIT: %d triggers in %d s without the store, all delivered %.0f s after its return%n",
                sent.values().stream().mapToInt(List::size).sum(),
                STORE_AWAY_SECONDS,
                (System.nanoTime() - back) / 1e9);
        assertThat(server.log()).doesNotContain("is parked");
    }

    /** Clients name stores: one that is nowhere is its shoppers' matter alone. */
    @Test
    void triggersForAStoreThatIsNowhereShouldHoldUpNobodyElse() {
        int before = shop.triggers().size();
        for (int i = 0; i < 24; i++) {
            String lost = api.newProfile("{\"store_id\":\"" + StoreApiServer.NOWHERE + "\"}");
            Kickoff kickoff = api.kickOff(lost, "오늘 저녁 카레 땡기는데");
            api.post("/v1/chat/" + lost + "/trigger/signage", trigger(kickoff, i))
                    .expect(202);
        }
        await().atMost(PATIENCE).until(() -> shop.refused() >= 48);
        String profile = api.newProfile();
        Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");

        api.post("/v1/chat/" + profile + "/trigger/signage", trigger(kickoff, 100))
                .expect(202);

        await().atMost(Duration.ofSeconds(4)).until(() -> shop.triggers().size() > before);
        assertThat(delivered(before)).isEqualTo(Map.of(profile, List.of(100)));
    }

    /** By profile, in the order of their coming; what came again with the same id counts once. */
    private static Map<String, List<Integer>> delivered(int before) {
        Map<String, List<Integer>> delivered = new LinkedHashMap<>();
        Map<String, JsonNode> seen = new HashMap<>();
        for (JsonNode trigger : shop.triggers().stream().skip(before).toList()) {
            JsonNode known = seen.putIfAbsent(trigger.get("delivery_id").asText(), trigger);
            if (known == null) {
                delivered
                        .computeIfAbsent(trigger.get("profile_id").asText(), first -> new ArrayList<>())
                        .add(trigger.at("/items/0/n").asInt());
            } else {
                assertThat(trigger).isEqualTo(known);
            }
        }
        return delivered;
    }

    private static String trigger(Kickoff kickoff, int n) {
        return ("{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"signage_no\":1,"
                        + "\"items\":[{\"rec_id\":\"r%d\",\"item_name\":\"두부\",\"n\":%d}]}")
                .formatted(kickoff.chat(), kickoff.round(), n, n);
    }

    @Test
    void aRoundWhoseStoreStaysAwayShouldEndInErrorAndGiveItsCreditBack() {
        String profile = api.newProfile();
        shop.setAway(true);
        Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");

        JsonNode round = Api.last(api.poll(profile, kickoff.chat(), Api::lastIsSettled));

        Shapes.assertRound(round);
        assertThat(round.get("last_error").asText()).isEqualTo("shopping_list failed: store unavailable");
        assertThat(round.at("/notifications/coupon_spot").isArray()).isTrue();
        assertThat(database.balance(tenant)).isEqualTo(1000);
    }

    @Test
    void aModelThatNeverAnswersShouldEndTheRoundAsATimeout() {
        Api admin = new Api(server.baseUrl(), database.newAdminKey(tenant));
        admin.post(
                        "/v1/admin/models",
                        "{\"name\":\"silent\",\"type\":\"open_api\",\"backend\":\"openai\",\"url\":\"%s\",\"model\":\"m\",\"active\":true}"
                                .formatted(silentUrl()))
                .expect(201);
        String profile = api.newProfile();
        Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");

        JsonNode round = Api.last(api.poll(profile, kickoff.chat(), Api::lastIsSettled));

        Shapes.assertRound(round);
        assertThat(round.get("last_error").asText()).isEqualTo("meal_suggest failed: upstream timeout");
        assertThat(admin.get("/v1/admin/chats/" + kickoff.chat())
                        .expect(200)
                        .data()
                        .at("/rounds/0/last_error")
                        .asText())
                .isEqualTo("meal_suggest failed: upstream timeout");
        assertThat(server.log())
                .containsPattern("WARN.*\\R?.*" + kickoff.round()
                        + ".*UPSTREAM_TIMEOUT] \\(openai of .* did not answer in time");
        assertThat(database.balance(tenant)).isEqualTo(1000);
    }

    @Test
    void whatACarelessModelAnswersShouldBeWithheldAndChargedLikeAnyRound() {
        model.setCareless(true);
        JsonNode plain = roundOf(api.newProfile(), "오므라이스 만들어줘");
        double withheld = metric(EGGS_WITHHELD);
        long charge = 1000 - database.balance(tenant);

        JsonNode round = roundOf(api.newProfile("{\"allergies\":[\"egg\"]}"), "오므라이스 만들어줘");

        assertThat(plain.toString()).contains("유정란");
        EggAnswers.assertWithheld(round);
        assertThat(metric(EGGS_WITHHELD)).isGreaterThan(withheld);
        assertThat(database.balance(tenant)).isEqualTo(1000 - 2 * charge);
    }

    @Test
    void aModelThatInsistsOnForbiddenProductsShouldBeAskedToRepairAndItsProductsWithheld() {
        new Api(server.baseUrl(), database.newAdminKey(tenant))
                .post(
                        "/v1/admin/models",
                        "{\"name\":\"stubborn\",\"type\":\"open_api\",\"backend\":\"openai\",\"url\":\"%s\",\"model\":\"m\",\"active\":true}"
                                .formatted(stubbornModel.base().toString().replace("127.0.0.1", "some_backend")))
                .expect(201);
        // Dictionaries are loaded just after the start, for which a busy machine may need longer than a round has here.
        await().atMost(PATIENCE).until(() -> completes("오므라이스 만들어줘"));
        long charge = 1000 - database.balance(tenant);
        int before = stubbornModel.questions().size();
        double read = metric(TOKENS.formatted("prompt"));
        double written = metric(TOKENS.formatted("completion"));

        JsonNode round = roundOf(api.newProfile("{\"allergies\":[\"egg\"]}"), "오므라이스 만들어줘");

        List<JsonNode> asked = stubbornModel
                .questions()
                .subList(before, stubbornModel.questions().size());
        assertThat(asked).as("the question, and two repairs").hasSize(3);
        assertThat(asked.get(1).toString()).contains("which this shopper must not get");
        EggAnswers.assertWithheld(round);
        assertThat(metric(TOKENS.formatted("prompt")) - read).isEqualTo(3 * 11);
        assertThat(metric(TOKENS.formatted("completion")) - written).isEqualTo(3 * 7);
        assertThat(database.balance(tenant)).isEqualTo(1000 - 2 * charge);
    }

    private boolean completes(String prompt) {
        String profile = api.newProfile();
        JsonNode detail = api.poll(profile, api.kickOff(profile, prompt).chat(), Api::lastIsSettled);
        return Api.last(detail).get("status").asText().equals("completed");
    }

    private JsonNode roundOf(String profile, String prompt) {
        Kickoff kickoff = api.kickOff(profile, prompt);
        return Api.last(api.awaitCompleted(profile, kickoff.chat()));
    }

    @Test
    void aRoundWhoseStoreComesBackShouldComplete() {
        String profile = api.newProfile();
        shop.setAway(true);
        Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        await().atMost(PATIENCE).until(() -> api.get(kickoff.roundPath())
                .data()
                .at("/pipeline_progress/step1")
                .asText()
                .equals("done"));
        shop.setAway(false);

        api.awaitCompleted(profile, kickoff.chat());
    }

    @Test
    void breakersShouldOpenAndCloseAndBeSeenInTheMetrics() throws IOException, InterruptedException {
        String profile = api.newProfile();
        model.setBroken(true);
        List<Kickoff> failing = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            failing.add(api.kickOff(profile, "오늘 저녁 카레 땡기는데"));
        }
        await().atMost(PATIENCE).until(() -> metrics().contains(BREAKER + " 1"));
        JsonNode round = Api.last(api.poll(profile, failing.get(0).chat(), Api::lastIsSettled));
        assertThat(round.get("last_error").asText()).isEqualTo("meal_suggest failed: upstream error");

        model.setBroken(false);

        await().atMost(PATIENCE).untilAsserted(() -> {
            Kickoff next = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
            assertThat(Api.last(api.poll(profile, next.chat(), Api::lastIsSettled))
                            .get("status")
                            .asText())
                    .isEqualTo("completed");
        });
        assertThat(metrics())
                .contains(BREAKER + " 0")
                .containsPattern("ones1ght_upstream_calls_total\\{outcome=\"answered\",upstream=\"llm-demo\"} [1-9]")
                .containsPattern("ones1ght_upstream_calls_total\\{outcome=\"failed\",upstream=\"llm-demo\"} [1-9]")
                .containsPattern(
                        "ones1ght_upstream_calls_total\\{outcome=\"breaker_open\",upstream=\"llm-demo\"} [1-9]")
                .containsPattern("ones1ght_upstream_calls_total\\{outcome=\"answered\",upstream=\"store-api\"} [1-9]")
                .containsPattern("ones1ght_upstream_call_duration_seconds_count\\{upstream=\"llm-demo\"} [1-9]");
        await().atMost(PATIENCE).until(() -> failing.stream()
                .noneMatch(one ->
                        api.get(one.roundPath()).data().get("status").asText().equals("in_progress")));
    }

    private double metric(String series) {
        return OpenMetricsText.parse(
                        api.sendUnchecked("GET", "/metrics", Map.of("Accept", "application/openmetrics-text"))
                                .expect(200)
                                .text())
                .value(series);
    }

    private static String metrics() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/metrics"))
                .header("Accept", "text/plain")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
