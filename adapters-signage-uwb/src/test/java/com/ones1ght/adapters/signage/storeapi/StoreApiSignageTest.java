package com.ones1ght.adapters.signage.storeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ones1ght.adapters.signage.storeapi.SignageReply.Kind;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.wire.ScriptedServer;
import com.ones1ght.application.shared.wire.WireFault;
import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.signage.port.SignageForwarderContract;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.signage.port.SignageTriggers;
import com.ones1ght.application.signage.port.SignageUnavailableException;
import com.ones1ght.domain.store.StoreId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreApiSignageTest implements SignageForwarderContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StoreId STORE = new StoreId("main");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.750Z");
    private static final String KEY = "key-of-the-store";

    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final ExecutorService serverThreads = Executors.newFixedThreadPool(4);
    private final Map<String, JsonNode> taken = new LinkedHashMap<>();
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;
    private StoreApiSignage signage;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(serverThreads);
        server.createContext("/stores/", this::serve);
        server.start();
        signage = signage(
                URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                        + server.getAddress().getPort()),
                Duration.ofSeconds(20));
    }

    private StoreApiSignage signage(URI url, Duration readTimeout) {
        SignageApiSettings settings = new SignageApiSettings(url, KEY, Duration.ofSeconds(10), readTimeout);
        assertThat(settings.toString()).doesNotContain(KEY);
        return new StoreApiSignage(
                new SignageApiClient(
                        settings, Clock.fixed(NOW, ZoneOffset.UTC), Tracing.OFF, (upstream, outcome, time) -> {}),
                threads);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        serverThreads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean isKnown = exchange.getRequestURI().getPath().equals("/stores/main/signage/triggers")
                    && ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (isKnown) {
                synchronized (taken) {
                    JsonNode trigger = JSON.readTree(body);
                    bodies.add(body);
                    taken.putIfAbsent(trigger.path("delivery_id").asText(), trigger);
                }
            }
            exchange.sendResponseHeaders(isKnown ? 202 : 404, -1);
        }
    }

    @Override
    public SignageForwarder forwarder() {
        return signage;
    }

    @Override
    public List<SignageForwarder> forwardersWithoutBackend() {
        server.stop(0);
        return List.of(signage);
    }

    @Override
    public StoreId store() {
        return STORE;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.REFUSES_UNKNOWN_STORES);
    }

    @Override
    public List<UUID> takenBy(int signageNo) {
        synchronized (taken) {
            return taken.values().stream()
                    .filter(trigger -> trigger.path("event").asText().equals("ADS_TRIGGERED"))
                    .filter(trigger -> trigger.path("signage_no").asInt(signageNo) == signageNo)
                    .filter(trigger ->
                            trigger.path("items").path(0).path("item_name").isTextual())
                    .map(trigger -> UUID.fromString(trigger.path("delivery_id").asText()))
                    .toList();
        }
    }

    @Test
    void forgottenItemsShouldBePassedOnUnchanged() throws IOException {
        String forgotten =
                "[{\"quantity\":1.50,\"price\":123456789012345678901234567890.10,\"b\":1,\"a\":\"豆腐\\u0000\"}]";
        SignageTrigger trigger =
                SignageTriggers.at(STORE, NOW).signage(2).forgotten(forgotten).enter();

        signage.forward(trigger).toCompletableFuture().join();

        assertThat(bodies.get(0)).contains("\"forgotten\":" + forgotten);
        JsonNode sent = JSON.readTree(bodies.get(0));
        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactly(
                        "event",
                        "delivery_id",
                        "tenant",
                        "profile_id",
                        "chat_id",
                        "round_id",
                        "signage_no",
                        "items",
                        "forgotten",
                        "occurred_at");
        assertThat(sent.path("occurred_at").asText()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void anExitShouldBeSentWithoutAbsentFields() throws IOException {
        signage.forward(SignageTriggers.at(STORE, NOW).exit())
                .toCompletableFuture()
                .join();

        JsonNode sent = JSON.readTree(bodies.get(0));
        assertThat(sent.path("event").asText()).isEqualTo("EXIT");
        assertThat(sent.has("signage_no")).isFalse();
        assertThat(sent.has("forgotten")).isFalse();
    }

    /** The body after a 2xx is ignored: the trigger was accepted. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "RESET_BEFORE_THE_ANSWER",
                "SILENCE_BEFORE_THE_ANSWER",
                "TOO_MANY_REQUESTS",
                "UNAVAILABLE",
                "SERVER_ERROR",
                "SERVER_ERROR_IN_HTML",
                "REFUSED_KEY",
                "REDIRECT",
                "NO_HTTP"
            })
    void aWireFaultShouldBeReportedAsUnavailableSignages(WireFault fault) {
        try (ScriptedServer faulty = new ScriptedServer(fault.behaviour())) {
            Throwable failure = failure(signage(faulty.base(), Duration.ofMillis(700)));

            assertThat(failure).isInstanceOf(SignageUnavailableException.class).hasMessageContaining("store-API");
            assertThat(failure.getMessage()).doesNotContain(KEY, "oops");
            assertThat(((SignageUnavailableException) failure).retryAfter())
                    .isEqualTo(
                            fault == WireFault.TOO_MANY_REQUESTS || fault == WireFault.UNAVAILABLE
                                    ? Duration.ofSeconds(7)
                                    : null);
        }
    }

    /** Refusals do not count for the circuit breaker: a store name sent by one client must not affect others. */
    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 413, 422})
    void aRefusalShouldNotAffectOtherTriggers(int status) {
        try (ScriptedServer refusing = new ScriptedServer(ScriptedServer.answering(status + " No", "", ""))) {
            SignageApiSettings settings =
                    new SignageApiSettings(refusing.base(), KEY, Duration.ofSeconds(10), Duration.ofSeconds(20));
            SignageApiClient client = new SignageApiClient(
                    settings, Clock.fixed(NOW, ZoneOffset.UTC), Tracing.OFF, (upstream, outcome, time) -> {});

            assertThat(client.send("nowhere", "{}")).isEqualTo(new SignageReply(Kind.REFUSED, status, null));
            assertThat(failure(new StoreApiSignage(client, threads)))
                    .isInstanceOfSatisfying(
                            SignageUnavailableException.class,
                            refused -> assertThat(refused.isRefusal()).isTrue())
                    .hasMessageContaining(String.valueOf(status));
        }
    }

    @Test
    void anUnreachableServerShouldBeReportedAsUnavailableSignages() {
        try (ScriptedServer gone = new ScriptedServer(WireFault.HTML.behaviour())) {
            gone.refuse();

            assertThat(failure(signage(gone.base(), Duration.ofSeconds(20))))
                    .isInstanceOf(SignageUnavailableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../main", "..", "a/b"})
    void aStoreNameThatIsNotOnePathSegmentShouldBeRefused(String name) {
        Throwable failure = catchThrowable(
                () -> signage.forward(SignageTriggers.at(new StoreId(name), NOW).enter())
                        .toCompletableFuture()
                        .join());

        assertThat(failure).hasCauseInstanceOf(SignageUnavailableException.class);
        assertThat(bodies).isEmpty();
    }

    private static Throwable failure(StoreApiSignage forwarder) {
        return catchThrowable(() -> forwarder
                        .forward(SignageTriggers.at(STORE, NOW).enter())
                        .toCompletableFuture()
                        .join())
                .getCause();
    }
}
