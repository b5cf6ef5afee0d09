package com.ones1ght.adapters.rest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.application.chat.Baseline;
import com.ones1ght.application.chat.ChatTag;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.WatchChatUseCase.Query;
import com.ones1ght.application.chat.Watched;
import com.ones1ght.application.chat.Watched.Unchanged;
import com.ones1ght.application.chat.WatchedChat;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags and waits, as they come and go over HTTP. */
class PollConditionsTest {

    private static final String ID = "0190a000-0000-7000-8000-00000000000a";
    private static final String CHAT = "/v1/chat/" + ID + "/recommend/" + ID;
    private static final String ROUND = CHAT + "/" + ID;
    private static final ChatTag TAG = new ChatTag(7, 0xabcL);

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway, "https://shop.example");

    @AfterEach
    void stop() {
        server.close();
    }

    private Query polled(String path, String... headers) {
        gateway.show(CompletableFuture.completedFuture(new Unchanged(TAG)));
        assertThat(server.call("GET", path, headers).statusCode()).isEqualTo(304);
        return Objects.requireNonNull(gateway.lastPoll());
    }

    private static WatchedChat anEmptyChat() {
        return new WatchedChat(
                new ChatView(
                        new ChatId(FakeGateway.ID),
                        new ProfileId(FakeGateway.ID),
                        new ChatView.ProfileSummary(null, null, null, null),
                        null,
                        FakeGateway.NOW,
                        List.of()),
                JsonFragment.of("[]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CHAT, ROUND})
    void unchangedIs304WithItsTagAndWithoutABody(String path) {
        gateway.show(CompletableFuture.completedFuture(new Unchanged(TAG)));

        HttpResponse<String> response = server.call("GET", path, "If-None-Match", "W/\"7.abc\"");

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.headers().firstValue("ETag")).contains("W/\"7.abc\"");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
        assertThat(response.body()).isEmpty();
    }

    @Test
    void answerHasTheTagThatTheNextPollSends() {
        gateway.show(CompletableFuture.completedFuture(anEmptyChat()));

        HttpResponse<String> response = server.call("GET", CHAT);

        assertThat(response.statusCode()).isEqualTo(200);
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("W/\"0\\.[0-9a-f]{1,16}\"");
        assertThat(polled(CHAT, "If-None-Match", tag).baseline())
                .isEqualTo(Baseline.of(List.of(anEmptyChat().tag())));
    }

    @Test
    void pollWithoutATagIsAnsweredByTheLastAnswerAsLongAsItIsTheCurrentOne() {
        gateway.show(CompletableFuture.completedFuture(anEmptyChat()));
        HttpResponse<String> first = server.call("GET", CHAT);
        assertThat(Objects.requireNonNull(gateway.lastPoll()).baseline()).isEqualTo(Baseline.NONE);

        gateway.show(
                CompletableFuture.completedFuture(new Unchanged(anEmptyChat().tag())));
        HttpResponse<String> second = server.call("GET", CHAT + "?wait=9");

        Query poll = Objects.requireNonNull(gateway.lastPoll());
        assertThat(poll.baseline()).isEqualTo(Baseline.of(List.of(anEmptyChat().tag())));
        assertThat(poll.maxWait()).isZero();
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void lastAnswerIsThatOfTheSamePoll() {
        gateway.show(CompletableFuture.completedFuture(anEmptyChat()));
        server.call("GET", CHAT);

        gateway.show(CompletableFuture.completedFuture(anEmptyChat()));
        server.call("GET", CHAT.replace("a/recommend", "b/recommend"));

        assertThat(Objects.requireNonNull(gateway.lastPoll()).baseline()).isEqualTo(Baseline.NONE);
    }

    @Test
    void headIsGetWithoutABody() {
        gateway.show(CompletableFuture.completedFuture(anEmptyChat()));
        HttpResponse<String> response = server.call("HEAD", CHAT);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("ETag")).isPresent();
        assertThat(response.body()).isEmpty();

        gateway.show(CompletableFuture.completedFuture(new Unchanged(TAG)));
        assertThat(server.call("HEAD", CHAT + "?wait=1&since=7.abc").statusCode())
                .isEqualTo(304);
        assertThat(Objects.requireNonNull(gateway.lastPoll()).maxWait()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7.abc\"", "\"7.abc\"", " W/\"7.abc\" ", "W/\"7.0abc\""})
    void tagIsComparedWeakly(String header) {
        assertThat(polled(CHAT, "If-None-Match", header).baseline()).isEqualTo(Baseline.of(List.of(TAG)));
    }

    @Test
    void headerMayListTagsAmongThemForeignOnes() {
        Baseline two = Baseline.of(List.of(new ChatTag(1, 2), TAG));
        assertThat(polled(CHAT, "If-None-Match", "W/\"1.2\", \"a,b\",W/\"7.abc\"")
                        .baseline())
                .isEqualTo(two);
        assertThat(polled(CHAT, "If-None-Match", "W/\"1.2\"", "If-None-Match", "W/\"7.abc\"")
                        .baseline())
                .isEqualTo(two);
    }

    @Test
    void asteriskMeansAnyState() {
        assertThat(polled(CHAT, "If-None-Match", "*").baseline()).isEqualTo(Baseline.ANY);
        assertThat(polled(CHAT + "?since=*").baseline()).isEqualTo(Baseline.ANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7.abc",
                "W/\"\"",
                "\"7\"",
                "\"7.\"",
                "\".abc\"",
                "\"7.xyz\"",
                "\"-7.abc\"",
                "\"7.abc.1\"",
                "\"9999999999999999999.1\"",
                "\"1.11111111111111111\"",
                "\"7.ABC\"",
                "\"7.abc",
                "W/",
                ",",
                "\"**\""
            })
    void whatIsNoTagOfOursMatchesNothing(String header) {
        assertThat(polled(CHAT + "?since=7.abc", "If-None-Match", header).baseline())
                .isEqualTo(Baseline.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7.abc\"", "\"7.abc\"", "7.abc"})
    void sinceHoldsATag(String since) {
        String encoded = URLEncoder.encode(since, StandardCharsets.UTF_8);
        assertThat(polled(CHAT + "?since=" + encoded).baseline()).isEqualTo(Baseline.of(List.of(TAG)));
        assertThat(polled(ROUND + "?since=" + encoded).baseline()).isEqualTo(Baseline.of(List.of(TAG)));
    }

    @Test
    void headerWinsOverSince() {
        assertThat(polled(CHAT + "?since=1.2", "If-None-Match", "W/\"7.abc\"").baseline())
                .isEqualTo(Baseline.of(List.of(TAG)));
    }

    @Test
    void sinceThatIsNoTagMatchesNothing() {
        assertThat(polled(CHAT + "?since=").baseline()).isEqualTo(Baseline.NONE);
        assertThat(polled(CHAT + "?since=yesterday").baseline()).isEqualTo(Baseline.NONE);
    }

    @ParameterizedTest
    @CsvSource({"wait=0,0", "wait=25,25", "wait=07,7", "wait=3&wait=x,3", "other=1,0"})
    void waitIsAWholeNumberOfSeconds(String query, int seconds) {
        assertThat(polled(CHAT + "?" + query).maxWait()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(polled(ROUND + "?" + query).maxWait()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "-1", "%2B1", "1.5", "1e1", "x", "20s", "99999999999", "%D9%A3", "0x1", "%201"})
    void otherWaitsAreRefusedByName(String wait) {
        gateway.show(CompletableFuture.completedFuture(new Unchanged(TAG)));
        for (String path : List.of(CHAT, ROUND)) {
            HttpResponse<String> response = server.call("GET", path + "?wait=" + wait);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("\"errors\":[{\"field\":\"wait\"");
        }
    }

    @Test
    void invalidWaitPrecedesWhatIsNotFound() {
        assertThat(server.call("GET", "/v1/chat/c_91ab/recommend/x?wait=26").statusCode())
                .isEqualTo(400);
    }

    @Test
    void waitingPollIsAnsweredWhenItIsOver() {
        CompletableFuture<Watched> over = new CompletableFuture<>();
        gateway.show(over);
        CompletableFuture<HttpResponse<String>> response =
                CompletableFuture.supplyAsync(() -> server.call("GET", CHAT + "?wait=20&since=7.abc"));

        over.completeOnTimeout(new Unchanged(TAG), 300, TimeUnit.MILLISECONDS);

        assertThat(response.join().statusCode()).isEqualTo(304);
    }

    @Test
    void waitEndsWithItsKey() {
        CompletableFuture<Watched> never = new CompletableFuture<>();
        gateway.show(never);
        CompletableFuture<HttpResponse<String>> response =
                CompletableFuture.supplyAsync(() -> server.call("GET", CHAT + "?wait=20&since=7.abc"));
        while (gateway.lastPoll() == null) {
            Thread.onSpinWait();
        }

        gateway.revokeKeys();

        assertThat(response.join().statusCode()).isEqualTo(401);
        assertThat(response.join().headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(response.join().body()).contains("\"code\":\"INVALID_API_KEY\"");
        assertThat(never).as("the wait itself").isCompletedExceptionally();
    }

    @Test
    void webPagesMayReadTheTagAndSendIt() {
        gateway.show(CompletableFuture.completedFuture(new Unchanged(TAG)));

        HttpResponse<String> response =
                server.call("GET", CHAT, "If-None-Match", "W/\"7.abc\"", "Origin", "https://shop.example");

        assertThat(response.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed).contains("ETag"));
        assertThat(server.call("OPTIONS", CHAT, "Origin", "https://shop.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("If-None-Match"));
    }
}
