package com.ones1ght.adapters.llm.llmdemo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An llm-demo as {@code docs/upstreams.md} describes it, on a local socket, with any pipeline as its model. It
 * counts calls.
 */
public final class LlmDemoServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = 4;

    /** The line of the prelude that has the profile's further fields. */
    private static final Pattern FURTHER = Pattern.compile("(?m)^(?:추가 정보|補足|Additional): (\\{.*})$");

    private static final Pattern PRELUDE =
            Pattern.compile("(?s)^(?:프로필|페르소나|추가 정보|プロフィール|ペルソナ|補足|Profile|Persona|Additional): .*?\n\n(.*)$");

    /** The state of a run. */
    private static final class Run {
        private final long startedAt = System.nanoTime();
        private final PipelineRequest request;
        private PipelineSnapshot snapshot = PipelineSnapshot.empty();

        Run(PipelineRequest request) {
            this.request = request;
        }
    }

    private final RecommendationPipeline model;
    private final Duration pace;
    private final ExecutorService threads;
    private final HttpServer server;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private final Map<String, Boolean> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger kickoffs = new AtomicInteger();
    private final List<String> correlations = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile boolean isBroken;
    private volatile boolean isCareless;
    private volatile boolean isSilent;

    /**
     * @param model computes the answers
     * @param pace the duration of each of the four steps; zero performs one step per poll
     * @param threads maximum number of concurrent calls
     */
    public LlmDemoServer(RecommendationPipeline model, Duration pace, int threads) {
        this.model = model;
        this.pace = pace;
        this.threads = Executors.newFixedThreadPool(threads);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(this.threads);
        server.createContext("/llm/sessions", this::serve);
        server.start();
    }

    /** For {@code ones1ght.llm-demo.url}. */
    public URI base() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/llm");
    }

    /** Whether every call is answered with 500 from now on. */
    public void setBroken(boolean broken) {
        isBroken = broken;
    }

    /** Whether the model pays no heed to profiles from now on. */
    public void setCareless(boolean careless) {
        isCareless = careless;
    }

    /** Whether polls show nothing new from now on. */
    public void setSilent(boolean silent) {
        isSilent = silent;
    }

    /** The number of polls. */
    public int looks() {
        return looks.get();
    }

    /** The number of started runs. */
    public int kickoffs() {
        return kickoffs.get();
    }

    /** Each call's method, its {@code X-Request-Id} and its {@code traceparent}, null if absent. */
    public List<String> correlations() {
        return List.copyOf(correlations);
    }

    /** The number of sessions that were not deleted. */
    public int sessions() {
        return sessions.size();
    }

    /** The highest number of concurrent calls so far. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            correlations.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("X-Request-Id") + " "
                    + exchange.getRequestHeaders().getFirst("traceparent"));
            String[] path = exchange.getRequestURI().getPath().split("/");
            if (isBroken) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            if (path.length == 3) {
                String id = UUID.randomUUID().toString();
                sessions.put(id, true);
                answer(exchange, 201, session(id, "READY", "not_started"));
                return;
            }
            String id = path[3];
            if (!sessions.containsKey(id)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.length == 5) {
                recommend(id, JSON.readTree(body));
                answer(exchange, 202, session(id, "CHAT", "not_started"));
            } else if (exchange.getRequestMethod().equals("DELETE")) {
                sessions.remove(id);
                runs.remove(id);
                exchange.sendResponseHeaders(204, -1);
            } else {
                looks.incrementAndGet();
                answer(exchange, 200, look(id));
            }
        } catch (RuntimeException e) {
            // On a thread of this server it would go unnoticed.
            throw new IOException("llm-demo of the test failed", e);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private void recommend(String id, JsonNode question) {
        runs.computeIfAbsent(id, first -> {
            kickoffs.incrementAndGet();
            return new Run(request(question, isCareless));
        });
    }

    private static PipelineRequest request(JsonNode question, boolean careless) {
        String query = question.path("user_query").asText();
        Matcher prelude = PRELUDE.matcher(query);
        boolean hasPrelude = prelude.matches();
        Matcher further = FURTHER.matcher(query);
        String profile = hasPrelude && !careless && further.find() ? further.group(1) : "{}";
        List<Turn> history = new ArrayList<>();
        JsonNode pairs = question.path("conversation_history");
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            history.add(new Turn(
                    pairs.path(i).path("content").asText(),
                    pairs.path(i + 1).path("content").asText()));
        }
        return new PipelineRequest(
                question.path("request_id").asText(),
                "demo",
                new StoreId("main"),
                Language.ofCode(question.path("locale").asText()).orElseThrow(),
                hasPrelude ? prelude.group(1) : query,
                query,
                history,
                new ProfileDocument(profile),
                List.of());
    }

    private ObjectNode look(String id) {
        Run run = runs.get(id);
        if (run == null) {
            return session(id, "READY", "not_started");
        }
        PipelineSnapshot now;
        synchronized (run) {
            int due = pace.isZero()
                    ? run.snapshot.stepsDone() + 1
                    : (int) ((System.nanoTime() - run.startedAt) / pace.toNanos());
            while (!isSilent && run.snapshot.stepsDone() < Math.min(due, STEPS)) {
                run.snapshot = model.advance(run.request, run.snapshot)
                        .toCompletableFuture()
                        .join();
            }
            now = run.snapshot;
        }
        int done = now.stepsDone();
        String status = done >= 3 ? "READY" : "CHAT";
        String backList = done == STEPS ? "completed" : done >= 2 ? "in_progress" : "not_started";
        ObjectNode answer = session(id, status, backList);
        answer.putNull("last_error");
        ObjectNode results = answer.putObject("query_results");
        put(results, "meal", now.meal());
        put(results, "shopping_list", now.shoppingList());
        put(results, "upsell_surface", now.upsellSurface());
        put(results, "back_list", now.backList());
        results.putObject("timing").put("looked_at", System.nanoTime());
        return answer;
    }

    private static void put(ObjectNode results, String part, @Nullable StepOutput<?> output) {
        try {
            results.set(part, output == null ? null : JSON.readTree(output.raw()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode session(String id, String status, String backListStatus) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("session").put("session_id", id).put("status", status).put("back_list_status", backListStatus);
        return answer;
    }

    private static void answer(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
