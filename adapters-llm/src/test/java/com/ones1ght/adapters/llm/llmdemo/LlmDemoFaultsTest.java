package com.ones1ght.adapters.llm.llmdemo;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.UpstreamSettings;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.wire.ScriptedServer;
import com.ones1ght.application.shared.wire.WireFault;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All wire faults in each of the three calls of a run, and how the round ends. */
class LlmDemoFaultsTest {

    private static final String KEY = "key-of-the-model";
    private static final PipelineRequest REQUEST = new PipelineRequest(
            "r.0",
            "shop",
            new StoreId("main"),
            Language.JA,
            "stew",
            "stew",
            List.of(),
            new ProfileDocument("{}"),
            List.of());

    private static final PipelineSnapshot OPENED = PipelineSnapshot.empty().withUpstreamSession("s1");
    private static final PipelineSnapshot ASKED = OPENED.withExtras(Map.of("llm_demo_asked", "true"));

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final ScriptedServer server = new ScriptedServer(WireFault.HTML.behaviour());
    private final LlmDemoPipeline pipeline = new LlmDemoPipeline(
            new HttpUpstream(
                    new UpstreamSettings(
                            "llm-demo",
                            server.base(),
                            KEY,
                            Duration.ofSeconds(5),
                            Duration.ofMillis(500),
                            Duration.ofMillis(1_200),
                            8),
                    threads,
                    Clock.systemUTC(),
                    Tracing.OFF,
                    (outcome, time) -> {}),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        server.close();
        threads.shutdownNow();
    }

    /** The run is retried until its deadline, and then ends with this failure. */
    private static Cause expected(WireFault fault) {
        return switch (fault) {
            case SILENCE_BEFORE_THE_ANSWER, SILENCE_WITHIN_THE_ANSWER, TRICKLE -> Cause.UPSTREAM_TIMEOUT;
            case RESET_BEFORE_THE_ANSWER,
                    RESET_WITHIN_THE_ANSWER,
                    NO_HTTP,
                    TOO_MANY_REQUESTS,
                    UNAVAILABLE,
                    SERVER_ERROR,
                    SERVER_ERROR_IN_HTML,
                    REFUSED_KEY,
                    REDIRECT -> Cause.UPSTREAM_ERROR;
            default -> Cause.INVALID_UPSTREAM_ANSWER;
        };
    }

    @ParameterizedTest
    @EnumSource
    void aFaultOfTheFirstCallShouldHaveItsCause(WireFault fault) {
        assertThat(failure(fault, PipelineSnapshot.empty())).isEqualTo(failed(fault));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            // The body of the answer to the question is ignored.
            names = {"NOTHING", "A_LIST", "AN_EMPTY_OBJECT"})
    void aFaultOfTheQuestionShouldHaveItsCause(WireFault fault) {
        assertThat(failure(fault, OPENED)).isEqualTo(failed(fault));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultOfAPollShouldHaveItsCause(WireFault fault) {
        assertThat(failure(fault, ASKED)).isEqualTo(failed(fault));
    }

    private static RunFailure failed(WireFault fault) {
        return new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, expected(fault));
    }

    @Test
    void anUnreachableServerShouldBeAnUpstreamError() {
        server.refuse();

        assertThat(failure(WireFault.HTML, PipelineSnapshot.empty()))
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.UPSTREAM_ERROR));
    }

    /** Wrong ids and wrong types of a session. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"session\": {\"session_id\": \"other\", \"status\": \"CHAT\", \"back_list_status\": \"in_progress\"}}",
                "{\"session\": {\"session_id\": \"s1\", \"status\": \"CHAT\", \"back_list_status\": \"maybe\"}}",
                "{\"session\": {\"session_id\": \"s1\", \"status\": \"READY\", \"back_list_status\": \"completed\"}}",
                "{\"session\": {\"session_id\": \"s1\", \"status\": \"CHAT\", \"back_list_status\": \"in_progress\"},"
                        + " \"query_results\": {\"meal\": \"stew\"}}"
            })
    void aMalformedPollShouldBeAnInvalidAnswer(String answer) {
        server.behave(ScriptedServer.answering("200 OK", "Content-Type: application/json\r\n", answer));

        assertThat(failureOf(ASKED))
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.INVALID_UPSTREAM_ANSWER));
    }

    @Test
    void partsThatCameWithAnInvalidStatusShouldBeKept() {
        server.behave(ScriptedServer.answering(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"session\": {\"session_id\": \"s1\", \"status\": \"READY\", \"back_list_status\": \"completed\"},"
                        + " \"query_results\": {\"meal\": {\"recipe_title\": \"Stew\", \"ingredients\": []}}}"));

        PipelineSnapshot next = advance(ASKED);

        assertThat(next.stepsDone()).isEqualTo(1);
        assertThat(failureOf(next))
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.SHOPPING_LIST, Cause.INVALID_UPSTREAM_ANSWER));
    }

    @Test
    void aPollWithoutNewsShouldChangeNothing() {
        server.behave(ScriptedServer.answering(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"session\": {\"session_id\": \"s1\", \"status\": \"CHAT\", \"back_list_status\": \"not_started\"},"
                        + " \"query_results\": {\"timing\": {\"ms\": 5}}}"));
        PipelineSnapshot once = advance(ASKED);

        server.behave(ScriptedServer.answering(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"session\": {\"session_id\": \"s1\", \"status\": \"CHAT\", \"back_list_status\": \"not_started\"},"
                        + " \"query_results\": {\"timing\": {\"ms\": 7}}}"));

        assertThat(advance(once).hasSameContentAs(once)).isTrue();
    }

    private RunFailure failure(WireFault fault, PipelineSnapshot current) {
        server.behave(fault.behaviour());
        return failureOf(current);
    }

    private PipelineSnapshot advance(PipelineSnapshot current) {
        return pipeline.advance(REQUEST, current)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    /** How the run fails, now or at its deadline; the message contains neither the key nor the answer. */
    private RunFailure failureOf(PipelineSnapshot current) {
        try {
            return advance(current).failure();
        } catch (CompletionException e) {
            StepUnavailableException unavailable = (StepUnavailableException) e.getCause();
            assertThat(unavailable.getMessage())
                    .contains("llm-demo")
                    .doesNotContain(KEY)
                    .doesNotContain("oops")
                    .doesNotContain("Sure!");
            return unavailable.failure();
        }
    }
}
