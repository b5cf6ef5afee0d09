package com.ones1ght.adapters.rest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.Watched;
import com.ones1ght.application.chat.WatchedChat;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatResourceTest {

    private static final String ID = FakeGateway.ID.toString();
    private static final String CHATS = "/v1/chat/" + ID + "/recommend";
    private static final String FRESH_ROUND = """
            {"round_no":1,"round_id":"%1$s","prompt":"카레 \\"x\\"\\n","created_at":"2026-04-17T05:36:28Z",\
            "updated_at":"2026-04-17T05:36:28Z","status":"in_progress","back_list_status":null,\
            "pipeline_progress":{"step1":"running","step2":"pending","step3":"pending","step4":"pending"},\
            "todos":null,"recommended_items":[],"guard":null,"notifications":{"ad":null,"coupon":[],"coupon_spot":[{"rank":1}]}}""".formatted(ID);
    private static final String FAILED_ROUND = """
            {"round_no":2,"round_id":"%1$s","prompt":"y","created_at":"2026-04-17T05:36:28Z",\
            "updated_at":"2026-04-17T05:36:28Z","status":"error","back_list_status":"in_progress",\
            "pipeline_progress":{"step1":"done","step2":"done","step3":"done","step4":"error"},\
            "todos":{ "total" : 1.50 },"recommended_items":[1e2],"guard":{"restrictions":[]},\
            "notifications":{"ad":{},"coupon":[],"coupon_spot":[{"rank":1}]},\
            "last_error":"back_list failed: upstream timeout"}""".formatted(ID);

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void questionIsAcceptedWithItsIds() {
        String other = "0190A000-0000-7000-8000-00000000000B";
        HttpResponse<String> response = server.callWithJson(
                "POST", CHATS, "{\"prompt\":\"  카레  \",\"chat_id\":\"" + other + "\",\"round_id\":null,\"x\":[1]}");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body())
                .isEqualTo("{\"success\":true,\"data\":{\"chat_id\":\"" + ID + "\",\"round_id\":\"" + ID + "\"}}");
        var command = Objects.requireNonNull(gateway.lastKickOff());
        assertThat(command.prompt().text()).isEqualTo("카레");
        assertThat(command.chat()).hasToString(other.toLowerCase(Locale.ROOT));
        assertThat(command.round()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|prompt",
                "{\"prompt\":null}|400|prompt",
                "{\"prompt\":\"\"}|400|prompt",
                "{\"prompt\":\" \\u3000\\n\"}|400|prompt",
                "{\"prompt\":7}|400|prompt",
                "{\"prompt\":\"x\",\"chat_id\":7}|400|chat_id",
                "{\"prompt\":\"x\",\"chat_id\":{}}|400|chat_id",
                "{\"prompt\":\"x\",\"round_id\":[]}|400|round_id",
                "{\"prompt\":\"x\",\"round_id\":\"r_77fe\"}|400|round_id",
                "{\"prompt\":\"x\",\"chat_id\":null,\"round_id\":\"\"}|400|round_id",
                "{\"prompt\":\"\",\"chat_id\":\"c_91ab\"}|400|prompt",
                "{\"prompt\":\"x\",\"chat_id\":\"\"}|404|-",
                "{\"prompt\":\"x\",\"chat_id\":\"c_91ab\"}|404|-",
                "{\"prompt\":\"x\",\"chat_id\":\"1-1-1-1-1\"}|404|-",
                "{\"prompt\":\"x\",\"chat_id\":\"0190a000000070008000000000000000a\"}|404|-"
            })
    void invalidBodyNamesItsFieldAndAnIdThatIsNoneIsNotFound(String body, int status, String field) {
        HttpResponse<String> response = server.callWithJson("POST", CHATS, body);
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 400) {
            assertThat(response.body()).contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"");
        } else {
            assertThat(response.body()).contains("\"code\":\"NOT_FOUND\"").doesNotContain("errors");
        }
    }

    @Test
    void allThatIsWrongWithAQuestionIsToldAtOnce() {
        assertThat(server.callWithJson("POST", CHATS, "{\"prompt\":\" \",\"round_id\":\"x\"}")
                        .body())
                .contains("\"errors\":[{\"field\":\"prompt\",\"message\":\"prompt must not be blank\"},"
                        + "{\"field\":\"round_id\",\"message\":\"round_id needs the chat_id that it belongs to\"}]");
    }

    @Test
    void promptMayHaveFourThousandCodePointsAndNoMore() {
        String atLimit = "🍛".repeat(4_000);
        assertThat(server.callWithJson("POST", CHATS, "{\"prompt\":\"" + atLimit + "\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(server.callWithJson("POST", CHATS, "{\"prompt\":\"" + atLimit + "x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void listShowsChatsAndThePage() {
        assertThat(server.call("GET", CHATS).body()).isEqualTo("""
                {"success":true,"data":{"items":[{"chat_id":"%1$s","total_rounds":1,\
                "rounds":[{"round_no":1,"round_id":"%1$s"}],"created_at":"2026-04-17T05:36:28Z"}],\
                "pageInfo":{"total":42,"page":0,"limit":100,"order":"desc"}}}""".formatted(ID));
    }

    @ParameterizedTest
    @CsvSource({"page=2&limit=20&order=asc,2,20,ASC", "limit=501,0,500,DESC", "limit=99999999999999999999,0,500,DESC"})
    void pageLimitAndOrderAreRead(String query, int page, int limit, PageRequest.Order order) {
        assertThat(server.call("GET", CHATS + "?" + query).statusCode()).isEqualTo(200);
        assertThat(gateway.lastPage()).isEqualTo(new PageRequest(page, limit, order));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=-1",
                "page=1000001",
                "page=x",
                "page=1.5",
                "page=",
                "page=%2B1",
                "page=99999999999999999999",
                "page=٣",
                "limit=0",
                "limit=-5",
                "limit=ten",
                "order=up",
                "order=DESC",
                "order="
            })
    void badQueryIsRefusedByName(String query) {
        String encoded = query.replace("٣", "%D9%A3");
        HttpResponse<String> response = server.call("GET", CHATS + "?" + encoded);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"errors\":[{\"field\":\"" + query.substring(0, query.indexOf('=')) + "\"");
    }

    @Test
    void chatShowsAllKeysAndStoredFragmentsUntouched() {
        gateway.show(CompletableFuture.completedFuture(watched(freshRound(), failedRound())));
        HttpResponse<String> response = server.call("GET", CHATS + "/" + ID);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("""
                {"success":true,"data":{"chat_id":"%1$s","profile_id":"%1$s",\
                "profile_summary":{"name":"花子","gender":null,"age":32,"locale":"ja"},\
                "created_at":"2026-04-17T05:36:28Z","rounds":[%2$s,%3$s]}}""".formatted(ID, FRESH_ROUND, FAILED_ROUND));
        assertThat(response.headers().firstValueAsLong("Content-Length")).isPresent();
    }

    @Test
    void roundShowsThatRoundAlone() {
        gateway.show(CompletableFuture.completedFuture(watched(failedRound())));
        assertThat(server.call("GET", CHATS + "/" + ID + "/" + ID).body())
                .isEqualTo("{\"success\":true,\"data\":" + FAILED_ROUND + "}");
    }

    @Test
    void cancelledRoundIsShownAsAPollShowsIt() {
        gateway.show(CompletableFuture.completedFuture(watched(failedRound())));
        HttpResponse<String> response = server.call("DELETE", CHATS + "/" + ID + "/" + ID);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"success\":true,\"data\":" + FAILED_ROUND + "}");
    }

    @Test
    void cancelOfASettledOrUnknownRoundIsRefused() {
        String unknown = server.call("DELETE", CHATS + "/" + ID + "/" + ID).body();
        assertThat(unknown).contains("NOT_FOUND");
        assertThat(server.call("DELETE", CHATS + "/" + ID + "/r_77fe").body()).isEqualTo(unknown);
        assertThat(server.call("DELETE", CHATS + "/c_91ab/" + ID).body()).isEqualTo(unknown);
        gateway.failWith(new DomainException(ErrorCode.ROUND_SETTLED, "settled"));
        HttpResponse<String> settled = server.call("DELETE", CHATS + "/" + ID + "/" + ID);
        assertThat(settled.statusCode()).isEqualTo(409);
        assertThat(settled.body()).contains("\"code\":\"ROUND_SETTLED\"");
    }

    @Test
    void answerThatComesLaterIsWaitedFor() {
        CompletableFuture<Watched> later = new CompletableFuture<>();
        gateway.show(later);
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
                .execute(() -> later.complete(watched(freshRound())));
        assertThat(server.call("GET", CHATS + "/" + ID).body()).contains(FRESH_ROUND);
    }

    @Test
    void refusalThatComesLaterIsTheSameAsOneAtOnce() {
        String atOnce = server.call("GET", CHATS + "/" + ID).body();
        CompletableFuture<Watched> later = new CompletableFuture<>();
        gateway.show(later);
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
                .execute(() -> later.completeExceptionally(new NotFoundException()));
        HttpResponse<String> response = server.call("GET", CHATS + "/" + ID);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(atOnce);
        assertThat(server.call("GET", CHATS + "/c_91ab").body()).isEqualTo(atOnce);
        assertThat(server.call("GET", CHATS + "/" + ID + "/r_77fe").body()).isEqualTo(atOnce);
        assertThat(server.call("GET", "/v1/chat/p/recommend/" + ID).body()).isEqualTo(atOnce);
    }

    private static WatchedChat watched(RoundView... rounds) {
        ChatView chat = new ChatView(
                new ChatId(FakeGateway.ID),
                new ProfileId(FakeGateway.ID),
                new ChatView.ProfileSummary("花子", null, 32L, Language.JA),
                null,
                FakeGateway.NOW,
                List.of(rounds));
        return new WatchedChat(chat, JsonFragment.of("[{\"rank\":1}]"));
    }

    static RoundView freshRound() {
        return new RoundView(
                new RoundId(FakeGateway.ID),
                1,
                0,
                "카레 \"x\"\n",
                FakeGateway.NOW,
                FakeGateway.NOW,
                1,
                RoundState.CREATED,
                Progress.START,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RoundView failedRound() {
        return new RoundView(
                new RoundId(FakeGateway.ID),
                2,
                0,
                "y",
                FakeGateway.NOW,
                FakeGateway.NOW,
                1,
                RoundState.ERROR,
                new Progress(3, true),
                BackListStatus.IN_PROGRESS,
                JsonFragment.of("{ \"total\" : 1.50 }"),
                JsonFragment.of("[1e2]"),
                JsonFragment.of("{\"ad\":{},\"coupon\":[]}"),
                JsonFragment.of("{\"restrictions\":[]}"),
                new RunFailure.StepFailed(PipelineStep.BACK_LIST, RunFailure.Cause.UPSTREAM_TIMEOUT));
    }
}
