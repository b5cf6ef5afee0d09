package com.ones1ght.adapters.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.grocery.GrocerySteps;
import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.TokenUsage;
import com.ones1ght.adapters.llm.http.UpstreamSettings;
import com.ones1ght.adapters.llm.openai.ChatServer.Answer;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays back what servers of OpenAI's API are known to refuse, and how they differ in what they answer. */
class CompatibleServersTest {

    private static final String KEY = "key-of-the-model";
    private static final int MAX_TOKENS = 4_000;
    private static final String MEAL = """
            {"recipe_title":"Mapo","intro_message":"A dish","recipe_description":"A dish",\
            "recommendation_message":"A dish","notes":"","ingredients":[\
            {"name":{"ko":"두부","en":"Tofu","jp":"豆腐"},"category":"Deli","quantity":1,\
            "quantity_unit":{"ko":"모","en":"block","jp":"丁"}}]}""";

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<TokenUsage> used = new CopyOnWriteArrayList<>();
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("com.ones1ght.adapters.llm");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    private ChatServer server;
    private OpenAiPipeline pipeline;

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        if (server != null) {
            server.close();
        }
        threads.shutdownNow();
    }

    private void given(Function<JsonNode, Answer> behaviour) {
        logger.addHandler(handler);
        server = new ChatServer(behaviour);
        Duration limit = Duration.ofSeconds(20);
        UpstreamSettings settings = new UpstreamSettings("openai", server.base(), KEY, limit, limit, limit, 64);
        pipeline = new OpenAiPipeline(
                new HttpUpstream(settings, threads, Clock.systemUTC(), Tracing.OFF, (outcome, time) -> {}),
                "cook-1",
                MAX_TOKENS,
                new GrocerySteps(StoreFixtures.aShop()),
                used::add);
    }

    private PipelineSnapshot advance() {
        return advance(PipelineSnapshot.empty());
    }

    private PipelineSnapshot advance(PipelineSnapshot current) {
        PipelineRequest request = new PipelineRequest(
                "r.0",
                "shop",
                StoreFixtures.CORNER_SHOP,
                Language.EN,
                "tofu",
                "tofu",
                List.of(),
                new ProfileDocument("{}"),
                List.of());
        return pipeline.advance(request, current)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private static Answer meal() {
        return Answer.saying(MEAL);
    }

    private static Answer error(int status, String message, String param, String code) {
        return new Answer(
                status,
                "{\"error\":{\"message\":" + Answer.quoted(message) + ",\"type\":\"invalid_request_error\",\"param\":"
                        + param + ",\"code\":" + code + "}}");
    }

    private static String form(JsonNode question) {
        return question.at("/response_format/type").asText("text");
    }

    private static String words(JsonNode question) {
        return question.path("messages").toString().toLowerCase(Locale.ROOT);
    }

    private List<String> lines(Level least) {
        return logged.stream()
                .filter(line -> line.getLevel().intValue() >= least.intValue())
                .map(new SimpleFormatter()::formatMessage)
                .toList();
    }

    /** OpenAI's reasoning models, also behind Azure. */
    private static Answer reasoningModel(JsonNode question) {
        if (question.path("messages").findValuesAsText("role").contains("system")) {
            return error(
                    400,
                    "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
                    "\"messages[0].role\"",
                    "\"unsupported_value\"");
        }
        if (question.has("max_tokens")) {
            return error(
                    400,
                    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens'"
                            + " instead.",
                    "\"max_tokens\"",
                    "\"unsupported_parameter\"");
        }
        if (question.has("temperature")) {
            return error(
                    400,
                    "Unsupported value: 'temperature' does not support 0.4 with this model. Only the default (1) value"
                            + " is supported.",
                    "\"temperature\"",
                    "\"unsupported_value\"");
        }
        return meal();
    }

    @Test
    void parametersRejectedByAReasoningModelShouldBeOmittedFromThenOn() {
        given(CompatibleServersTest::reasoningModel);

        assertThat(advance().meal()).isNotNull();
        assertThat(server.questions()).hasSize(4);
        assertThat(advance().meal()).isNotNull();
        assertThat(server.questions()).hasSize(5);
        JsonNode last = server.lastQuestion();
        assertThat(form(last)).isEqualTo("json_schema");
        assertThat(last.path("max_completion_tokens").asInt()).isEqualTo(MAX_TOKENS);
        assertThat(last.path("messages").path(0).path("content").asText()).contains("You plan dinner", "tofu");
        assertThat(used).hasSize(2);
    }

    @Test
    void anAzureDeploymentWithoutResponseFormatShouldGetTheSchemaInTheMessage() {
        given(question -> switch (form(question)) {
            case "json_schema" ->
                error(
                        400,
                        "response_format value as json_schema is enabled only for api versions 2024-08-01-preview and"
                                + " later",
                        "null",
                        "\"BadRequest\"");
            case "json_object" ->
                error(
                        400,
                        "Invalid parameter: 'response_format' of type 'json_object' is not supported with this model.",
                        "\"response_format\"",
                        "null");
            default -> meal();
        });

        assertThat(advance().meal()).isNotNull();
        assertThat(words(server.lastQuestion())).contains("json schema", "recipe_title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":{\"message\":\"This response_format type is unavailable now\",\"type\":"
                        + "\"invalid_request_error\",\"param\":null,\"code\":\"invalid_request_error\"}}",
                "422 | Failed to deserialize the JSON body into the target type: response_format: response_format.type "
                        + "`json_schema` is unavailable now at line 1 column 1193"
            })
    void deepSeekShouldBeAskedForAnObjectWithTheWordJson(int status, String body) {
        given(question -> switch (form(question)) {
            case "json_schema" -> new Answer(status, body);
            default ->
                words(question).contains("json")
                        ? meal()
                        : error(
                                400,
                                "Prompt must contain the word 'json' in some form to use 'response_format' of type"
                                        + " 'json_object'",
                                "null",
                                "\"invalid_request_error\"");
        });

        assertThat(advance().meal()).isNotNull();
        assertThat(server.questions()).hasSize(2);
        assertThat(form(server.lastQuestion())).isEqualTo("json_object");
    }

    @Test
    void lmStudioShouldNotBeAskedForAnObject() {
        given(question -> switch (form(question)) {
            case "json_schema" -> new Answer(400, "{\"error\":\"Error in compiling the grammar of the schema\"}");
            case "json_object" ->
                new Answer(400, "{\"error\":\"'response_format.type' must be 'json_schema' or 'text'\"}");
            default -> meal();
        });

        assertThat(advance().meal()).isNotNull();
        assertThat(advance().meal()).isNotNull();
        assertThat(server.questions()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":{\"code\":400,\"message\":\"Failed to initialize samplers: failed to parse grammar\","
                        + "\"type\":\"invalid_request_error\"}}",
                "500 | {\"error\":{\"code\":500,\"message\":\"response_format type must be one of \\\"text\\\" or "
                        + "\\\"json_object\\\", but got: json_schema\",\"type\":\"server_error\"}}",
                "422 | {\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"response_format\"],\"msg\":\"Extra "
                        + "inputs are not permitted\",\"input\":{\"temperature\":0.4}}]}"
            })
    void aServerThatCannotHoldAModelToTheSchemaShouldBeAskedForAnObject(int status, String body) {
        given(question -> form(question).equals("json_schema") ? new Answer(status, body) : meal());

        assertThat(advance().meal()).isNotNull();
        assertThat(form(server.lastQuestion())).isEqualTo("json_object");
        assertThat(server.lastQuestion().has("temperature")).isTrue();
    }

    @Test
    void aTemplateWithoutASystemRoleShouldGetTheTaskInTheUserMessage() {
        given(question -> question.path("messages").findValuesAsText("role").contains("system")
                ? new Answer(
                        400,
                        "{\"object\":\"error\",\"message\":\"System role not supported\",\"type\":\"BadRequestError\","
                                + "\"param\":null,\"code\":400}")
                : meal());

        assertThat(advance().meal()).isNotNull();
        assertThat(server.lastQuestion().path("messages")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\":%1$s}",
                "{\"content\":%2$s}",
                "{\"content\":%3$s}",
                "{\"content\":%4$s}",
                "{\"content\":%1$s,\"reasoning_content\":\"Tofu {is} cheap\"}",
                "{\"content\":null,\"reasoning_content\":%1$s}",
                "{\"content\":\"\",\"reasoning\":%1$s}",
                "{\"content\":[{\"type\":\"text\",\"text\":%1$s}]}",
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"Hm\"}]},"
                        + "{\"type\":\"text\",\"text\":%1$s}]}"
            })
    void theMealShouldBeFoundWhereverTheServerPutsIt(String message) {
        String fields = message.formatted(
                Answer.quoted(MEAL),
                Answer.quoted("<think>\nTofu {is} cheap.\n</think>\n\n" + MEAL),
                Answer.quoted("```json\n" + MEAL + "\n```\n"),
                Answer.quoted("Tofu is cheap.\n</think>\n```\n" + MEAL + "\n```"));
        given(question -> Answer.ofMessage(fields.substring(1, fields.length() - 1), "stop"));

        assertThat(advance().meal()).isNotNull();
        assertThat(server.questions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"content\":\"{\\\"recipe_title\\\":\" | length | cut off by the limit of tokens | must be shorter",
                "\"content\":\"<think>Tofu is\" | length | cut off by the limit of tokens | must be shorter",
                "\"content\":null,\"refusal\":\"I cannot\" | stop | refused | not a refusal",
                "\"content\":\"\" | content_filter | refused | not a refusal",
                "\"content\":\"I like tofu\" | stop | must be one JSON object | must be one JSON object"
            })
    void theReasonOfARepairShouldBeLoggedAndSentToTheModel(String fields, String reason, String line, String told) {
        given(question -> question.path("messages").size() > 2 ? meal() : Answer.ofMessage(fields, reason));

        assertThat(advance(advance()).meal()).isNotNull();
        assertThat(lines(Level.INFO)).singleElement().asString().contains(line, "cook-1");
        assertThat(words(server.lastQuestion())).contains(told.toLowerCase(Locale.ROOT), "json schema");
        assertThat(words(server.lastQuestion())).doesNotContain("<think>");
    }

    @Test
    void tokensAndRepairsShouldBeKeptWithTheRun() {
        given(question -> question.path("messages").size() > 2 ? meal() : Answer.saying("I like tofu"));

        PipelineSnapshot done = advance(advance());

        assertThat(done.extras().get(RecommendationPipeline.SHOWN_TO_ADMINS))
                .isEqualTo("{\"backend\":\"openai\",\"model\":\"cook-1\",\"status\":null,\"repairs\":1,"
                        + "\"prompt_tokens\":22,\"completion_tokens\":14}");
        assertThat(used).containsExactly(new TokenUsage(11, 7), new TokenUsage(11, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":{\"message\":\"Bad oops\",\"code\":\"content_filter\"}} | content_filter",
                "401 | {\"error\":{\"message\":\"Incorrect API key oops\",\"code\":\"invalid_api_key\"}} | invalid_api_key",
                "403 | <html>oops</html> | 403",
                "404 | {\"error\":{\"message\":\"model \\\"cook-1\\\" not found oops\",\"type\":\"api_error\"}} | 404",
                "404 | {\"error\":\"response_format oops\"} | 404",
                "422 | [1, \"oops\"] | 422"
            })
    void aPermanentRefusalShouldEndTheRunAndBeLoggedOnce(int status, String body, String said) {
        given(question -> new Answer(status, body));

        PipelineSnapshot ended = advance();

        assertThat(ended.failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.UPSTREAM_ERROR));
        assertThat(server.questions()).hasSize(1);
        assertThat(lines(Level.WARNING))
                .singleElement()
                .asString()
                .contains("r.0", "openai", "cook-1", Integer.toString(status), said)
                .doesNotContain(KEY, "oops");
        assertThat(ended.extras().get(RecommendationPipeline.SHOWN_TO_ADMINS))
                .contains("\"status\":" + status, "\"backend\":\"openai\"", "\"model\":\"cook-1\"")
                .doesNotContain("oops");
    }

    @Test
    void aServerThatRejectsEverythingShouldNotBeAskedForEver() {
        given(question -> error(400, "temperature response_format max_tokens oops", "null", "null"));

        assertThat(advance().failure()).isNotNull();
        assertThat(server.questions()).hasSizeLessThan(8);
        assertThat(lines(Level.WARNING)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 502, 503, 504, 529})
    void transientFailuresShouldBeRetriedAfterTheRequestedDelay(int status) {
        given(question -> new Answer(status, "{\"error\":{\"message\":\"oops\"}}"));

        assertThatThrownBy(this::advance).cause().isInstanceOfSatisfying(StepUnavailableException.class, away -> {
            assertThat(away.retryAfter()).isEqualTo(Duration.ofSeconds(3));
            assertThat(away.getMessage()).contains(Integer.toString(status)).doesNotContain("oops");
        });
        assertThat(lines(Level.WARNING)).isEmpty();
    }
}
