package com.ones1ght.adapters.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ones1ght.adapters.llm.grocery.GrocerySteps;
import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.TokenUsage;
import com.ones1ght.adapters.llm.http.UpstreamSettings;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RecommendationPipelineContract;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.wire.ScriptedServer;
import com.ones1ght.application.shared.wire.WireFault;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.shared.Language;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiPipelineTest implements RecommendationPipelineContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "key-of-the-model";

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ExecutorService serverThreads = Executors.newFixedThreadPool(2);
    private final FakeStoreCatalog shop = StoreFixtures.aShop();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final List<TokenUsage> used = new CopyOnWriteArrayList<>();
    /** The next answers of the model; the last one is repeated. */
    private final List<String> sayings = new CopyOnWriteArrayList<>();

    private HttpServer server;
    private OpenAiPipeline pipeline;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(serverThreads);
        server.createContext("/v1/chat/completions", this::serve);
        server.start();
        pipeline = pipeline(
                URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                        + server.getAddress().getPort() + "/v1"),
                Duration.ofSeconds(20));
    }

    private OpenAiPipeline pipeline(URI base, Duration limit) {
        UpstreamSettings settings =
                new UpstreamSettings("openai", base, KEY, Duration.ofSeconds(5), limit, limit.multipliedBy(2), 64);
        return new OpenAiPipeline(
                new HttpUpstream(settings, threads, Clock.systemUTC(), Tracing.OFF, (outcome, time) -> {}),
                "cook-1",
                null,
                new GrocerySteps(shop),
                used::add);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        serverThreads.shutdownNow();
    }

    @Test
    void abandonedRunShouldDropTheCallToASlowModelAndNoOther() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            OpenAiPipeline slow =
                    pipeline(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/v1"), Duration.ofSeconds(60));
            CompletableFuture<PipelineSnapshot> dropped = slow.advance(
                            request("r.0", Language.EN), PipelineSnapshot.empty())
                    .toCompletableFuture();
            CompletableFuture<PipelineSnapshot> other = slow.advance(
                            request("r.1", Language.EN), PipelineSnapshot.empty())
                    .toCompletableFuture();

            slow.abandon(request("r.0", Language.EN), PipelineSnapshot.empty());

            assertThat(dropped).failsWithin(Duration.ofSeconds(10));
            assertThat(other).isNotDone();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question = JSON.readTree(exchange.getRequestBody());
            questions.add(question);
            String task = question.at("/messages/0/content").asText();
            String said = sayings.isEmpty()
                    ? meal(
                            task.contains("notes in Korean")
                                    ? "두부 요리"
                                    : task.contains("notes in Japanese") ? "とうふの料理" : "A dish")
                    : sayings.size() > 1 ? sayings.remove(0) : sayings.get(0);
            byte[] answer = completion(said).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (RuntimeException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String completion(String content) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
                + "\"message\":{\"role\":\"assistant\",\"content\":"
                + JsonNodeFactory.instance.textNode(content) + "}}],\"usage\":{\"total_tokens\":5}}";
    }

    private static String meal(String said) {
        return ("{\"recipe_title\":\"Mapo\",\"intro_message\":\"%s\",\"recipe_description\":\"%s\","
                        + "\"recommendation_message\":\"%s\",\"notes\":\"%s\",\"ingredients\":["
                        + "{\"name\":{\"ko\":\"두부\",\"en\":\"Tofu\",\"jp\":\"豆腐\"},\"category\":\"Deli\",\"quantity\":1,"
                        + "\"quantity_unit\":{\"ko\":\"모\",\"en\":\"block\",\"jp\":\"丁\"}},"
                        + "{\"name\":{\"ko\":\"용과\",\"en\":\"dragon fruit\",\"jp\":\"ドラゴンフルーツ\"},"
                        + "\"category\":\"Produce\",\"quantity\":0.5,"
                        + "\"quantity_unit\":{\"ko\":\"개\",\"en\":\"piece\",\"jp\":\"個\"}}]}")
                .formatted(said, said, said, said);
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
        return request(requestId, language, "{}");
    }

    private static PipelineRequest request(String requestId, Language language, String profile) {
        return new PipelineRequest(
                requestId,
                "shop",
                StoreFixtures.CORNER_SHOP,
                language,
                "tofu",
                "Profile: name Kim\n\ntofu",
                List.of(new Turn("before", "{\"recipe_title\":\"Earlier\"}")),
                new ProfileDocument(profile),
                List.of());
    }

    private static PipelineRequest restrictedBy(String... codes) {
        PipelineRequest any = request("r.0", Language.EN, "{}");
        return new PipelineRequest(
                any.requestId(),
                any.tenantCode(),
                any.store(),
                any.language(),
                any.prompt(),
                any.userQuery(),
                any.history(),
                any.profile(),
                Stream.of(codes)
                        .map(code -> Restriction.ofCode(code).orElseThrow())
                        .toList());
    }

    private PipelineSnapshot advanceUntilTheMeal(PipelineRequest request) {
        PipelineSnapshot snapshot = PipelineSnapshot.empty();
        for (int calls = 0; calls < 20 && snapshot.meal() == null; calls++) {
            snapshot = pipeline.advance(request, snapshot).toCompletableFuture().join();
        }
        return snapshot;
    }

    @Test
    void aMealThatNeedsForbiddenProductsShouldBeRepaired() {
        sayings.add(meal("A dish"));
        sayings.add(meal("A dish")
                .replace("두부", "용과")
                .replace("Tofu", "dragon fruit")
                .replace("豆腐", "果物"));

        PipelineSnapshot snapshot = advanceUntilTheMeal(restrictedBy("allergen:soy"));

        assertThat(questions).hasSize(2);
        assertThat(questions.get(1).at("/messages/4/content").asText()).contains("Tofu");
        assertThat(questions.get(1).at("/messages/5/content").asText())
                .contains("It needs Tofu, which this shopper must not get")
                .doesNotContain("dragon");
        assertThat(snapshot.meal().value().ingredients())
                .extracting(ingredient -> ingredient.name().en())
                .containsOnly("dragon fruit");
        assertThat(snapshot.extras().get(RecommendationPipeline.SHOWN_TO_ADMINS))
                .contains("\"repairs\":1");
        assertThat(snapshot.failure()).isNull();
    }

    @Test
    void aModelThatInsistsShouldHaveItsMealAcceptedAndTheProductLeftToTheGuard() {
        sayings.add(meal("A dish"));

        PipelineRequest request = restrictedBy("allergen:soy");
        PipelineSnapshot snapshot = advanceUntilTheMeal(request);
        PipelineSnapshot listed =
                pipeline.advance(request, snapshot).toCompletableFuture().join();

        assertThat(questions).hasSize(3);
        assertThat(snapshot.failure()).isNull();
        assertThat(listed.shoppingList().value().items())
                .extracting(ShoppingLine::productId)
                .contains(StoreFixtures.TOFU.id());
    }

    @Test
    void aMealThatNeedsNothingForbiddenShouldCostOneQuestion() {
        sayings.add(meal("A dish"));

        advanceUntilTheMeal(restrictedBy("allergen:egg", "diet:vegan", "dislike:tofu"));

        assertThat(questions).hasSize(1);
    }

    @Test
    void aCandidateShouldWaitForTheStoreWithoutAskingTheModelAgain() {
        sayings.add(meal("A dish"));
        PipelineRequest request = restrictedBy("allergen:soy");
        PipelineSnapshot candidate = pipeline.advance(request, PipelineSnapshot.empty())
                .toCompletableFuture()
                .join();
        shop.goAway();

        assertThat(pipeline.advance(request, candidate))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(StepUnavailableException.class);
        assertThat(questions).hasSize(1);
    }

    @Test
    void theModelShouldGetItsTaskTheConversationAndTheForm() {
        advance(PipelineSnapshot.empty());

        JsonNode question = questions.get(0);
        assertThat(question.path("model").asText()).isEqualTo("cook-1");
        assertThat(question.at("/response_format/type").asText()).isEqualTo("json_schema");
        assertThat(question.path("messages"))
                .extracting(message -> message.path("role").asText())
                .containsExactly("system", "user", "assistant", "user");
        assertThat(question.at("/messages/2/content").asText()).isEqualTo("{\"recipe_title\":\"Earlier\"}");
        assertThat(question.at("/messages/3/content").asText()).isEqualTo("Profile: name Kim\n\ntofu");
    }

    @Test
    void whatTheStoreSellsShouldBeOnTheListAndTheRestUnmatched() {
        PipelineSnapshot list = advance(advance(PipelineSnapshot.empty()));

        assertThat(list.shoppingList().value().items())
                .extracting(ShoppingLine::productId)
                .containsExactly(StoreFixtures.TOFU.id(), null);
        assertThat(questions).hasSize(1);
    }

    @Test
    void aModelsMealShouldNotBringAnAllergenIntoTheBasket() {
        PipelineRequest allergic = request("r.0", Language.EN, "{\"allergies\":\"tofu\"}");
        PipelineSnapshot meal = advance(allergic, PipelineSnapshot.empty());

        assertThat(advance(allergic, meal).shoppingList().value().items())
                .extracting(ShoppingLine::matched)
                .containsExactly(false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure! How about mapo tofu?",
                "",
                "null",
                "[]",
                "{\"recipe_title\": \"Mapo\"",
                "{\"recipe_title\": \"Mapo\"}",
                "```json\n{}\n```",
                "{} {}"
            })
    void anUnusableMealShouldBeSentBackWithTheError(String answer) {
        sayings.addAll(List.of(answer, meal("A dish")));

        PipelineSnapshot first = advance(PipelineSnapshot.empty());
        PipelineSnapshot second = advance(first);

        assertThat(first.meal()).isNull();
        assertThat(second.meal()).isNotNull();
        JsonNode messages = questions.get(1).path("messages");
        assertThat(messages).hasSize(6);
        assertThat(messages.path(4).path("content").asText()).isEqualTo(answer.isEmpty() ? "(nothing)" : answer);
        assertThat(messages.path(5).path("content").asText()).contains(" must be ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quantity\":1,            | \"quantity\":-1,         | ingredients[0].quantity",
                "\"quantity\":1,            | \"quantity\":\"1\",      | ingredients[0].quantity",
                "\"quantity\":1,            | \"quantity\":1e999999,   | ingredients[0].quantity",
                "\"jp\":\"豆腐\"              | \"ja\":\"豆腐\"            | ingredients[0].name.jp",
                "\"ko\":\"개\"               | \"ko\":1                | ingredients[1].quantity_unit.ko",
                "\"category\":\"Deli\"      | \"category\":null        | ingredients[0].category",
                "\"recipe_title\":\"Mapo\"  | \"recipe_title\":5       | recipe_title"
            })
    void aMalformedFieldShouldBeNamed(String right, String wrong, String field) {
        assertThat(meal("A dish")).contains(right);
        sayings.add(meal("A dish").replace(right, wrong));

        advance(advance(PipelineSnapshot.empty()));

        assertThat(questions.get(1).at("/messages/5/content").asText()).contains(field + " must be ", "must");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"recipe_title\":\"Mapo\" | \"recipe_title\":\"Mapo\",\"gateway\":{\"dish\":\"kimchi-jjigae\"}",
                "\"category\":\"Deli\"     | \"category\":\"Deli\",\"brand\":\"X\"",
                "\"ko\":\"개\"              | \"ko\":\"개\",\"ja\":\"個\""
            })
    void unknownFieldsShouldNotBeKept(String right, String longer) {
        String meal = meal("A dish");
        assertThat(meal).contains(right);
        sayings.add(meal);
        String plain = advance(PipelineSnapshot.empty()).meal().raw();
        sayings.add(meal.replace(right, longer));

        assertThat(advance(PipelineSnapshot.empty()).meal().raw()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quantity\":1,           | \"quantity\":0,",
                "\"quantity\":1,           | \"quantity\":1e-9999999,",
                "\"notes\":\"A dish\"      | \"notes\":\"\"",
                "\"category\":\"Deli\"     | \"category\":\"\"",
                "\"ko\":\"두부\"            | \"ko\":\"\"",
                "\"ko\":\"모\",\"en\":\"block\",\"jp\":\"丁\" | \"ko\":\"\",\"en\":\"\",\"jp\":\" \"",
                "\"intro_message\":\"A dish\" | \"intro_message\":\"\""
            })
    void whatTheSchemaAllowsShouldBeAccepted(String said, String empty) {
        assertThat(meal("A dish")).contains(said);
        sayings.add(meal("A dish").replace(said, empty));

        PipelineSnapshot list = advance(advance(PipelineSnapshot.empty()));

        assertThat(list.shoppingList().value().items()).hasSize(2);
        assertThat(questions).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"recipe_title\":\"Mapo\" | \"recipe_title\":\" \" | recipe_title must not be empty",
                "\"ko\":\"두부\",\"en\":\"Tofu\",\"jp\":\"豆腐\" | \"ko\":\"\",\"en\":\"\",\"jp\":\"\" "
                        + "| ingredients[0].name must not be empty"
            })
    void aMealAndItsIngredientsShouldHaveNames(String said, String empty, String problem) {
        assertThat(meal("A dish")).contains(said);
        sayings.add(meal("A dish").replace(said, empty));

        advance(advance(PipelineSnapshot.empty()));

        assertThat(questions.get(1).at("/messages/5/content").asText()).contains(problem);
    }

    @Test
    void aThirdShouldBeRoundedAndNotRejected() {
        sayings.add(meal("A dish").replace("\"quantity\":1,", "\"quantity\":0.33333333333333333333,"));

        assertThat(advance(PipelineSnapshot.empty())
                        .meal()
                        .value()
                        .ingredients()
                        .get(0)
                        .quantity())
                .isEqualByComparingTo("0.333");
    }

    @ParameterizedTest
    @CsvSource({
        "KO, A dish, Korean",
        "KO, Try 김치 fried rice, Korean",
        "KO, 今夜は김치チャーハンをどうぞ, Korean",
        "JA, 두부 요리, Japanese",
        "JA, 麻婆豆腐, Japanese",
        "EN, 두부 요리, English",
        "EN, とうふ, English",
        "EN, 今晚吃麻婆豆腐 A, English"
    })
    void anAnswerInTheWrongLanguageShouldBeSentBack(Language asked, String said, String name) {
        sayings.add(meal(said));
        PipelineRequest request = request("r.0", asked);

        advance(request, advance(request, PipelineSnapshot.empty()));

        assertThat(questions.get(1).at("/messages/5/content").asText()).contains("must be written in " + name);
    }

    @ParameterizedTest
    @CsvSource({"EN, Kimchi (김치) fried rice", "KO, 참치 mayo 덮밥을 드셔 보세요", "JA, 今夜はLAカルビをどうぞ"})
    void aForeignNameWithinTheRightLanguageShouldPass(Language asked, String said) {
        sayings.add(meal(said));

        assertThat(advance(request("r.0", asked), PipelineSnapshot.empty()).meal())
                .isNotNull();
    }

    @Test
    void aLongAnswerShouldNotBeTruncatedWithinACharacter() {
        sayings.addAll(List.of("x".repeat(7_999) + "😀 and more", meal("A dish")));

        advance(advance(PipelineSnapshot.empty()));

        assertThat(questions.get(1).at("/messages/4/content").asText()).isEqualTo("x".repeat(7_999));
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_REQUESTS", "UNAVAILABLE"})
    void theRetryDelayOfTheServerShouldReachTheRun(WireFault fault) {
        try (ScriptedServer busy = new ScriptedServer(fault.behaviour())) {
            OpenAiPipeline waiting = pipeline(busy.base(), Duration.ofSeconds(20));

            assertThatThrownBy(() -> advance(waiting, request("r.0", Language.EN), PipelineSnapshot.empty()))
                    .cause()
                    .isInstanceOfSatisfying(StepUnavailableException.class, away -> assertThat(away.retryAfter())
                            .isEqualTo(Duration.ofSeconds(7)));
        }
    }

    @Test
    void eightRepairsShouldBeTheMaximum() {
        sayings.add("I cannot cook.");
        PipelineSnapshot snapshot = PipelineSnapshot.empty();
        while (!snapshot.isFinished()) {
            snapshot = advance(snapshot);
        }

        assertThat(snapshot.failure()).isEqualTo(new RunFailure.RefinementsExhausted());
        assertThat(questions).hasSize(1 + 8);
    }

    @Test
    void groceryStepsShouldBeRetriedWhileTheStoreIsUnavailable() {
        PipelineSnapshot meal = advance(PipelineSnapshot.empty());
        shop.goAway();

        assertThat(failureOf(pipeline, meal))
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.SHOPPING_LIST, Cause.STORE_UNAVAILABLE));
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultShouldHaveItsCause(WireFault fault) {
        try (ScriptedServer faulty = new ScriptedServer(fault.behaviour())) {
            Cause expected =
                    switch (fault) {
                        case SILENCE_BEFORE_THE_ANSWER, SILENCE_WITHIN_THE_ANSWER, TRICKLE -> Cause.UPSTREAM_TIMEOUT;
                        case HTML,
                                PROSE,
                                NOTHING,
                                TRUNCATED,
                                TWO_VALUES,
                                TEN_MEBIBYTES,
                                DEEP_NESTING,
                                A_LIST,
                                AN_EMPTY_OBJECT -> Cause.INVALID_UPSTREAM_ANSWER;
                        default -> Cause.UPSTREAM_ERROR;
                    };

            assertThat(failureOf(pipeline(faulty.base(), Duration.ofMillis(600)), PipelineSnapshot.empty()))
                    .isEqualTo(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, expected));
        }
    }

    private PipelineSnapshot advance(PipelineSnapshot current) {
        return advance(request("r.0", Language.EN), current);
    }

    private PipelineSnapshot advance(PipelineRequest request, PipelineSnapshot current) {
        return advance(pipeline, request, current);
    }

    private static PipelineSnapshot advance(
            OpenAiPipeline pipeline, PipelineRequest request, PipelineSnapshot current) {
        return pipeline.advance(request, current)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private RunFailure failureOf(OpenAiPipeline failing, PipelineSnapshot current) {
        try {
            return advance(failing, request("r.0", Language.EN), current).failure();
        } catch (CompletionException e) {
            StepUnavailableException unavailable = (StepUnavailableException) e.getCause();
            assertThat(unavailable.getMessage()).doesNotContain(KEY).doesNotContain("oops");
            return unavailable.failure();
        }
    }
}
