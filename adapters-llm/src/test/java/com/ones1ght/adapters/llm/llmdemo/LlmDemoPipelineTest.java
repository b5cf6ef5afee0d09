package com.ones1ght.adapters.llm.llmdemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.UpstreamSettings;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RecommendationPipelineContract;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LlmDemoPipelineTest implements RecommendationPipelineContract {

    private static final String MEAL =
            "\"meal\":{\"recipe_title\":\"%s\",\"ingredients\":[{\"name\":{\"jp\":\"x\"},\"quantity\":1}]}";
    private static final String LIST =
            ",\"shopping_list\":{\"items\":[{\"id\":1,\"price_yen\":-5},{\"id\":\"x\"},{\"id\":2,\"price_yen\":5,"
                    + "\"quantity\":1,\"matched\":true}],\"total_yen\":5},\"timing\":{\"ms\":1}";
    private static final String SURFACE =
            ",\"upsell_surface\":{\"items\":[{\"recommendation_id\":\"a\",\"item_id\":2,\"reason\":\"upsell\","
                    + "\"reason_detail\":\"good\"},{\"recommendation_id\":\"a\",\"reason\":\"upsell\"}]}";
    private static final String BACK =
            ",\"back_list\":{\"back_recommendations\":[{\"recommendation_id\":\"a\",\"notification_type\":\"ads\"},"
                    + "{\"recommendation_id\":\"b\",\"notification_type\":\"coupon\"}]}";

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger sessions = new AtomicInteger();
    private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
    private final Map<String, String> titles = new ConcurrentHashMap<>();
    private HttpServer server;
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean isSilent;
    private volatile int recommendStatus = 202;
    private volatile String recommendBody = "{}";
    private volatile String list = LIST;
    private LlmDemoPipeline pipeline;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        URI base = URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
        Duration limit = Duration.ofSeconds(20);
        pipeline = new LlmDemoPipeline(
                new HttpUpstream(
                        new UpstreamSettings("llm-demo", base, null, limit, limit, limit, 64),
                        threads,
                        Clock.systemUTC(),
                        Tracing.OFF,
                        (outcome, time) -> {}),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public RecommendationPipeline pipeline() {
        return pipeline;
    }

    @Override
    public RecommendationPipeline pipelineWithoutBackend() {
        server.stop(0);
        return pipeline;
    }

    @Override
    public PipelineRequest request(String requestId, Language language) {
        return new PipelineRequest(
                requestId,
                "shop",
                new StoreId("main"),
                language,
                "stew",
                "stew",
                List.of(),
                new ProfileDocument("{}"),
                List.of());
    }

    @Test
    void malformedEntriesAndRepeatedIdsShouldBeOmitted() {
        PipelineSnapshot end = PipelineSnapshot.empty();
        while (!end.isFinished()) {
            end = advance(end);
        }

        assertThat(end.shoppingList().value().items()).hasSize(1);
        assertThat(end.upsellSurface().value().items()).hasSize(1);
        assertThat(end.backList().value().recommendations()).hasSize(1);
        assertThat(end.extras()).containsKey("timing");
        assertThat(end.meal().value().ingredients().get(0).name().en()).isEqualTo("x");
    }

    @Test
    void anUnknownSessionShouldEndTheRunAsExpired() {
        recommendStatus = 404;

        assertThat(advance(advance(PipelineSnapshot.empty())).failure()).isEqualTo(new RunFailure.SessionExpired());
    }

    @Test
    void aMalformedPartShouldBeReportedForItsStep() {
        list = ",\"shopping_list\":[]";
        PipelineSnapshot withMeal = advance(advance(advance(PipelineSnapshot.empty())));

        assertThat(withMeal.stepsDone()).isEqualTo(1);
        assertThat(pipeline.advance(request("r.0", Language.EN), withMeal).toCompletableFuture())
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableOfType(ExecutionException.class)
                .extracting(failure -> ((StepUnavailableException) failure.getCause()).failure())
                .isEqualTo(new RunFailure.StepFailed(
                        PipelineStep.SHOPPING_LIST, RunFailure.Cause.INVALID_UPSTREAM_ANSWER));
    }

    @Test
    void anExceededCapShouldEndTheRunWithThatName() {
        recommendStatus = 409;
        recommendBody = "{\"code\":\"REFINEMENT_CAP_EXCEEDED\"}";

        assertThat(advance(advance(PipelineSnapshot.empty())).failure())
                .isEqualTo(new RunFailure.RefinementsExhausted());
    }

    @Test
    void anAbandonedRunShouldDropItsCallAndDeleteItsSessionAtOnce() {
        PipelineSnapshot asked = advance(advance(PipelineSnapshot.empty()));
        isSilent = true;
        CompletableFuture<PipelineSnapshot> poll =
                pipeline.advance(request("r.0", Language.EN), asked).toCompletableFuture();

        pipeline.abandon(request("r.0", Language.EN), asked);

        assertThat(poll).failsWithin(Duration.ofSeconds(10));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(deleted).containsExactly("s1"));
    }

    @Test
    void theCallThatOpensASessionShouldNotBeDroppedSinceItNamesTheSession() {
        CompletableFuture<PipelineSnapshot> opening = pipeline.advance(
                        request("r.0", Language.EN), PipelineSnapshot.empty())
                .toCompletableFuture();

        pipeline.abandon(request("r.0", Language.EN), PipelineSnapshot.empty());

        assertThat(opening)
                .succeedsWithin(Duration.ofSeconds(10))
                .extracting(PipelineSnapshot::upstreamSession)
                .isEqualTo("s1");
    }

    private PipelineSnapshot advance(PipelineSnapshot current) {
        return pipeline.advance(request("r.0", Language.EN), current)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (exchange.getRequestMethod().equals("DELETE")) {
            deleted.add(path[2]);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else if (path.length == 2) {
            String id = "s" + sessions.incrementAndGet();
            looks.put(id, new AtomicInteger());
            titles.put(id, body.contains("\"ko\"") ? "찌개" : body.contains("\"ja\"") ? "シチュー" : "Stew");
            answer(exchange, 201, "{\"session\":{\"session_id\":\"" + id + "\"}}");
        } else if (path.length == 4) {
            answer(exchange, recommendStatus, recommendBody);
        } else {
            if (isSilent) {
                awaitEnd();
            }
            int look = looks.get(path[2]).incrementAndGet();
            String results = "{" + MEAL.formatted(titles.get(path[2])) + (look > 1 ? list : "")
                    + (look > 2 ? SURFACE : "") + (look > 3 ? BACK : "");
            answer(
                    exchange,
                    200,
                    "{\"session\":{\"session_id\":\"" + path[2] + "\",\"status\":\"" + (look > 2 ? "READY" : "CHAT")
                            + "\",\"back_list_status\":\"" + (look > 3 ? "completed" : "in_progress")
                            + "\"},\"query_results\":" + results + "}}");
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
