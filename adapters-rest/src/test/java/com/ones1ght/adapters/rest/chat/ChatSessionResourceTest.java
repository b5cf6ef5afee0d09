package com.ones1ght.adapters.rest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.FakeVisits;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.visit.ChatSessionView;
import com.ones1ght.application.visit.ChatSessionView.Recommendation;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatSessionResourceTest {

    private static final String PROFILE = FakeGateway.ID.toString();
    private static final String SESSION = FakeVisits.VISIT.toString();
    private static final String CHATS = "/v1/chat/" + PROFILE;
    private static final String KICKOFF = CHATS + "/recommend";
    private static final String POLL = KICKOFF + "/" + SESSION;
    private static final JsonFragment LIST = JsonFragment.of("{ \"items\" : [1.50] }");
    private static final JsonFragment BACK_LIST = JsonFragment.of("{\"back_recommendations\":[1e2]}");

    private final FakeGateway gateway = new FakeGateway();
    private final FakeVisits visits = gateway.visits();
    private final TestServer server = new TestServer(gateway);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void newSessionIsReadyAndEmpty() {
        HttpResponse<String> response = server.call("POST", CHATS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(opened("READY", "not_started"));
    }

    @Test
    void sessionThatWasOpenIsShownAsItIs() {
        visits.show(view(RoundState.KICKED_OFF, new Progress(1, false), BackListStatus.IN_PROGRESS, null, null, null));
        assertThat(server.call("POST", CHATS).body()).isEqualTo(opened("CHAT", "in_progress"));
        visits.show(
                view(RoundState.COMPLETED, new Progress(4, false), BackListStatus.COMPLETED, null, LIST, BACK_LIST));
        assertThat(server.call("POST", CHATS).body()).isEqualTo(opened("READY", "completed"));
    }

    @Test
    void bodyOfTheOpeningIsIgnored() {
        assertThat(server.callWithJson("POST", CHATS, "{\"x\":").body()).isEqualTo(opened("READY", "not_started"));
        assertThat(server.send(
                                "POST",
                                CHATS,
                                BodyPublishers.ofString("x=y"),
                                "Authorization",
                                "Bearer " + FakeGateway.KEY)
                        .body())
                .isEqualTo(opened("READY", "not_started"));
    }

    @Test
    void sessionNeedsAVisit() {
        visits.failWith(new DomainException(ErrorCode.SESSION_NOT_STARTED, "because"));
        assertRefused(server.call("POST", CHATS), 409, "SESSION_NOT_STARTED");
    }

    @Test
    void questionWithASessionIsAcceptedInTheSession() {
        HttpResponse<String> response = ask("{\"session_id\":\"" + SESSION.toUpperCase(Locale.ROOT)
                + "\",\"prompt\":\"  카레  \",\"chat_id\":null,\"round_id\":null,\"x\":[1]}");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEqualTo("""
                {"success":true,"data":{"session":{"session_id":"%s","status":"CHAT",\
                "back_list_status":"not_started"}}}""".formatted(SESSION));
        var command = Objects.requireNonNull(visits.lastQuestion());
        assertThat(command.session()).isEqualTo(FakeVisits.VISIT);
        assertThat(command.profile()).hasToString(PROFILE);
        assertThat(command.prompt().text()).isEqualTo("카레");
        assertThat(gateway.lastKickOff()).isNull();
    }

    @Test
    void sessionThatIsNullIsNone() {
        assertThat(ask("{\"prompt\":\"x\",\"session_id\":null}").body()).contains("chat_id");
        assertThat(visits.lastQuestion()).isNull();
    }

    @Test
    void questionWithoutASessionIsNoneOfTheSession() {
        assertThat(ask("{\"prompt\":\"x\",\"meta\":{\"session_id\":\"" + SESSION + "\"}}")
                        .body())
                .contains("chat_id");
        assertThat(visits.lastQuestion()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"session_id\":\"%s\"}|400|prompt",
                "{\"session_id\":\"%s\",\"prompt\":null}|400|prompt",
                "{\"session_id\":\"%s\",\"prompt\":\" \"}|400|prompt",
                "{\"session_id\":\"%s\",\"prompt\":7}|400|prompt",
                "{\"session_id\":7,\"prompt\":\"x\"}|400|session_id",
                "{\"session_id\":{},\"prompt\":\"x\"}|400|session_id",
                "{\"session_id\":\"%s\",\"prompt\":\"x\",\"chat_id\":\"%s\"}|400|chat_id",
                "{\"session_id\":\"%s\",\"prompt\":\"x\",\"chat_id\":\"\"}|400|chat_id",
                "{\"session_id\":\"%s\",\"prompt\":\"x\",\"chat_id\":7}|400|chat_id",
                "{\"session_id\":\"%s\",\"prompt\":\"x\",\"round_id\":\"%s\"}|400|round_id",
                "{\"session_id\":\"s_91ab\",\"prompt\":\"x\",\"round_id\":\"%s\"}|400|round_id",
                "{\"session_id\":\"s_91ab\",\"prompt\":\"\"}|400|prompt",
                "{\"session_id\":\"s_91ab\",\"prompt\":\"x\"}|404|-",
                "{\"session_id\":\"\",\"prompt\":\"x\"}|404|-"
            })
    void invalidBodyNamesItsFieldAndAnIdThatIsNoneIsNotFound(String body, int status, String field) {
        HttpResponse<String> response = ask(body.replace("%s", SESSION));
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 400) {
            assertThat(response.body()).contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"");
        } else {
            assertThat(response.body()).contains("\"code\":\"NOT_FOUND\"").doesNotContain("errors");
        }
        assertThat(visits.lastQuestion()).isNull();
        assertThat(gateway.lastKickOff()).isNull();
    }

    @Test
    void allThatCannotGoTogetherWithASessionIsToldAtOnce() {
        assertThat(ask("{\"session_id\":\"x\",\"prompt\":\"x\",\"chat_id\":\"x\",\"round_id\":\"x\"}")
                        .body())
                .contains(
                        "\"errors\":[{\"field\":\"chat_id\",\"message\":\"chat_id cannot go together with session_id\"},"
                                + "{\"field\":\"round_id\",\"message\":\"round_id cannot go together with session_id\"}]");
    }

    @ParameterizedTest
    @CsvSource({"STAGE_NOT_CHAT,409", "CONFLICT,409", "INSUFFICIENT_CREDIT,402", "NOT_FOUND,404"})
    void refusalOfTheRulesIsTold(ErrorCode code, int status) {
        visits.failWith(new DomainException(code, "because"));
        assertRefused(ask("{\"session_id\":\"" + SESSION + "\",\"prompt\":\"x\"}"), status, code.name());
    }

    @Test
    void pollBeforeTheFirstQuestionIsReadyWithAnEmptyResult() {
        visits.show(CompletableFuture.completedFuture(new ChatSessionView(FakeVisits.session(), null)));
        HttpResponse<String> response = server.call("GET", POLL);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(polled(
                        "READY",
                        "not_started",
                        "10:00:00",
                        "null",
                        ",\"result\":{\"shopping_list\":null,\"back_list\":null}"));
        assertThat(Objects.requireNonNull(visits.lastWatched()).profile()).hasToString(PROFILE);
    }

    @Test
    void pollHasNoResultWhileTheRecommendationIsUnderWay() {
        show(view(RoundState.CREATED, Progress.START, null, null, null, null));
        assertThat(server.call("GET", POLL).body()).isEqualTo(polled("CHAT", "not_started", "10:07:00", "null", ""));
        show(view(RoundState.KICKED_OFF, new Progress(1, false), BackListStatus.NOT_STARTED, null, null, null));
        assertThat(server.call("GET", POLL).body()).isEqualTo(polled("CHAT", "not_started", "10:07:00", "null", ""));
    }

    @Test
    void pollHasTheShoppingListAsSoonAsItIsThereAndTheBackListWhenThatIsDone() {
        show(view(RoundState.KICKED_OFF, new Progress(2, false), BackListStatus.IN_PROGRESS, null, LIST, null));
        assertThat(server.call("GET", POLL).body())
                .isEqualTo(polled(
                        "READY",
                        "in_progress",
                        "10:07:00",
                        "null",
                        ",\"result\":{\"shopping_list\":{ \"items\" : [1.50] },\"back_list\":null}"));
        show(view(RoundState.COMPLETED, new Progress(4, false), BackListStatus.COMPLETED, null, LIST, BACK_LIST));
        HttpResponse<String> done = server.call("GET", POLL);
        assertThat(done.body())
                .isEqualTo(polled(
                        "READY",
                        "completed",
                        "10:07:00",
                        "null",
                        ",\"result\":{\"shopping_list\":{ \"items\" : [1.50] },"
                                + "\"back_list\":{\"back_recommendations\":[1e2]}}"));
        assertThat(done.headers().firstValueAsLong("Content-Length")).isPresent();
    }

    @Test
    void failedRecommendationHasItsErrorAndShowsNothingOfItsResult() {
        show(view(
                RoundState.ERROR,
                new Progress(3, true),
                BackListStatus.IN_PROGRESS,
                new RunFailure.StepFailed(PipelineStep.BACK_LIST, RunFailure.Cause.UPSTREAM_ERROR),
                LIST,
                BACK_LIST));
        assertThat(server.call("GET", POLL).body())
                .isEqualTo(polled(
                        "ERROR",
                        "in_progress",
                        "10:07:00",
                        "\"back_list failed: upstream error\"",
                        ",\"result\":{\"shopping_list\":null,\"back_list\":null}"));
    }

    @Test
    void answerThatComesLaterIsWaitedForAndSoIsItsRefusal() {
        ChatSessionView fresh = view(RoundState.CREATED, Progress.START, null, null, null, null);
        CompletableFuture<ChatSessionView> later = new CompletableFuture<>();
        visits.show(later);
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(() -> later.complete(fresh));
        assertThat(server.call("GET", POLL).body()).isEqualTo(polled("CHAT", "not_started", "10:07:00", "null", ""));
        CompletableFuture<ChatSessionView> ended = new CompletableFuture<>();
        visits.show(ended);
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
                .execute(() -> ended.completeExceptionally(new NotFoundException()));
        assertRefused(server.call("GET", POLL), 404, "NOT_FOUND");
    }

    @Test
    void idThatNamesAChatIsNotLookedForAmongTheSessions() {
        gateway.show(CompletableFuture.failedFuture(new DomainException(ErrorCode.CONFLICT, "this was the chat")));
        assertRefused(server.call("GET", POLL), 409, "CONFLICT");
        assertThat(visits.lastWatched()).isNull();
    }

    @Test
    void idThatNamesNeitherIsNotFoundAndLooksAsOneThatIsNone() {
        HttpResponse<String> unknown = server.call("GET", KICKOFF + "/" + UUID.randomUUID());
        assertRefused(unknown, 404, "NOT_FOUND");
        assertThat(visits.lastWatched()).isNotNull();
        assertThat(server.call("GET", KICKOFF + "/s_91ab").body()).isEqualTo(unknown.body());
        assertThat(server.call("GET", "/v1/chat/p_91ab/recommend/" + SESSION).body())
                .isEqualTo(unknown.body());
        assertThat(server.call("GET", POLL + "/" + SESSION).body()).isEqualTo(unknown.body());
        assertThat(server.call("DELETE", CHATS + "/session/" + UUID.randomUUID())
                        .body())
                .isEqualTo(unknown.body());
        assertThat(server.call("DELETE", CHATS + "/session/s_91ab").body()).isEqualTo(unknown.body());
    }

    @Test
    void endingSaysWhenAndWhy() {
        HttpResponse<String> response = server.call("DELETE", CHATS + "/session/" + SESSION);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("""
                {"success":true,"data":{"session_id":"%s","ended":true,"ended_at":"2026-04-17T10:05:00Z",\
                "reason":"explicit"}}""".formatted(SESSION));
    }

    private void show(ChatSessionView view) {
        visits.show(CompletableFuture.completedFuture(view));
    }

    private HttpResponse<String> ask(String body) {
        return server.callWithJson("POST", KICKOFF, body);
    }

    private static ChatSessionView view(
            RoundState state,
            Progress progress,
            @Nullable BackListStatus backListStatus,
            @Nullable RunFailure failure,
            @Nullable JsonFragment shoppingList,
            @Nullable JsonFragment backList) {
        return new ChatSessionView(
                FakeVisits.session(),
                new Recommendation(
                        new RoundId(FakeGateway.ID),
                        state,
                        progress,
                        backListStatus,
                        FakeVisits.STARTED.plusSeconds(420),
                        failure,
                        shoppingList,
                        backList));
    }

    private static String opened(String status, String backListStatus) {
        return """
                {"success":true,"data":{"session_id":"%1$s","profile_id":"%2$s","query_results":{"session":\
                {"session_id":"%1$s","status":"%3$s","back_list_status":"%4$s"}}}}""".formatted(SESSION, PROFILE, status, backListStatus);
    }

    private static String polled(String status, String backListStatus, String time, String lastError, String result) {
        return """
                {"success":true,"data":{"session_id":"%s","status":"%s","back_list_status":"%s",\
                "updated_at":"2026-04-17T%sZ","last_error":%s%s}}""".formatted(SESSION, status, backListStatus, time, lastError, result);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith("{\"success\":false,\"code\":\"" + code + "\",\"message\":\"");
    }
}
