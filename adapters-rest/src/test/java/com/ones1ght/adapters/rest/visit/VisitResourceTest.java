package com.ones1ght.adapters.rest.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.FakeVisits;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitResourceTest {

    private static final String VISIT = FakeVisits.VISIT.toString();
    private static final String STARTED = """
            {"success":true,"data":{"session_id":"%s","%s_id":"%s","started_at":"2026-04-17T10:00:00Z\"""";

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "persona"})
    void startNeedsNoBodyAndNamesTheSession(String word) {
        HttpResponse<String> response = server.call("POST", session(word) + "/start");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(started(word) + "}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "persona"})
    void visitShowsItsStampsInOrderWithWhatTheClientTold(String word) {
        String meta = "{ \"zone\" : \"wine\", \"n\":[1.0,-0,1E5], \"a\":null }";
        assertThat(stamp(word, "{\"meta\":" + meta + ",\"status\":\"SHOPPING\"}")
                        .body())
                .isEqualTo(stamped("SHOPPING", 1));
        assertThat(stamp(word, "{\"status\":\" 결제 \\\"x\\\" \",\"meta\":null,\"x\":1}")
                        .body())
                .isEqualTo(stamped("결제 \\\"x\\\"", 2));
        String stamps = """
                "stamps":[{"status":"ENTER","timestamp":"2026-04-17T10:00:00Z"},\
                {"status":"SHOPPING","timestamp":"2026-04-17T10:01:00Z","meta":%s},\
                {"status":"결제 \\"x\\"","timestamp":"2026-04-17T10:02:00Z"}]}}""".formatted(meta);
        HttpResponse<String> shown = server.call("GET", session(word));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(started(word) + "," + stamps);
        HttpResponse<String> ended = server.call("POST", session(word) + "/end");
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(ended.body()).isEqualTo(started(word) + ",\"ended_at\":\"2026-04-17T11:30:00Z\"," + stamps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "end"})
    void bodyThatNobodyAsksForIsIgnoredWhateverItIs(String call) {
        String path = session("profile") + "/" + call;
        String expected = server.call("POST", path).body();
        for (String body : new String[] {"{}", "{", "null", "\u0000", "x".repeat(70_000)}) {
            assertThat(server.callWithJson("POST", path, body).body()).isEqualTo(expected);
            assertThat(server.callWithJson("POST", path, body, "Content-Type", "text/plain")
                            .body())
                    .isEqualTo(expected);
            assertThat(server.send(
                                    "POST",
                                    path,
                                    BodyPublishers.ofString(body),
                                    "Authorization",
                                    "Bearer " + FakeGateway.KEY)
                            .body())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|status",
                "{\"status\":null}|status",
                "{\"status\":7}|status",
                "{\"status\":[\"CHAT\"]}|status",
                "{\"status\":\"\"}|status",
                "{\"status\":\" \\t\\u3000\"}|status",
                "{\"Status\":\"CHAT\"}|status",
                "{\"status\":\"CHAT\",\"meta\":[]}|meta",
                "{\"status\":\"CHAT\",\"meta\":\"{}\"}|meta",
                "{\"status\":\"CHAT\",\"meta\":1}|meta",
                "{\"status\":\"CHAT\",\"meta\":false}|meta"
            })
    void invalidStampNamesItsField(String body, String field) {
        HttpResponse<String> response = stamp("profile", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"code\":\"INVALID_REQUEST\"")
                .contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"");
    }

    @Test
    void allThatIsWrongWithAStampIsToldAtOnce() {
        assertThat(stamp("profile", "{\"meta\":1}").body())
                .contains("\"errors\":[{\"field\":\"status\",\"message\":\"status is required\"},"
                        + "{\"field\":\"meta\",\"message\":\"meta must be an object\"}]");
        assertThat(stamp("profile", "{\"status\":\" \",\"meta\":1}").body())
                .contains("\"errors\":[{\"field\":\"status\",\"message\":\"status must not be blank\"},"
                        + "{\"field\":\"meta\",\"message\":\"meta must be an object\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"status\":\"CHAT\",\"meta\":{\"a\":1,\"a\":2}}",
                "{\"status\":\"CHAT\",\"meta\":{\"n\":1e400}}",
                "{\"status\":\"CHAT\",\"meta\":{\"s\":\"\\u0000\"}}",
                "{\"status\":\"CHAT\"}}"
            })
    void onlyASoundObjectIsAStamp(String body) {
        HttpResponse<String> response = stamp("persona", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"code\":\"INVALID_REQUEST\"");
    }

    @Test
    void stageMayHaveAHundredCodePointsAndNoMore() {
        String atLimit = "🛒".repeat(100);
        assertThat(stamp("profile", "{\"status\":\"" + atLimit + "\"}").statusCode())
                .isEqualTo(200);
        assertThat(stamp("profile", "{\"status\":\"" + atLimit + "x\"}").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "start,SESSION_ACTIVE",
        "stamp,NO_ACTIVE_SESSION",
        "stamp,INVALID_STAGE",
        "stamp,STAGE_REGRESSION",
        "end,NO_ACTIVE_SESSION"
    })
    void refusalOfTheRulesIsAConflict(String call, ErrorCode code) {
        gateway.visits().failWith(new DomainException(code, "because"));
        HttpResponse<String> response =
                server.callWithJson("POST", session("persona") + "/" + call, "{\"status\":\"CHAT\"}");
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).startsWith("{\"success\":false,\"code\":\"" + code + "\",\"message\":\"because\"");
    }

    @Test
    void whatIsNotThereAndAnIdThatIsNoneLookTheSame() {
        gateway.visits().failWith(new NotFoundException());
        String notFound = server.call("GET", "/v1/profile/" + FakeGateway.ID).body();
        for (String word : new String[] {"profile", "persona"}) {
            for (String id : new String[] {FakeGateway.ID.toString(), "p_91ab"}) {
                String path = "/v1/" + word + "/" + id + "/session";
                assertThat(server.call("GET", path).body()).isEqualTo(notFound);
                assertThat(server.call("POST", path + "/start").body()).isEqualTo(notFound);
                assertThat(server.call("POST", path + "/end").body()).isEqualTo(notFound);
                assertThat(server.callWithJson("POST", path + "/stamp", "{\"status\":\"CHAT\"}")
                                .body())
                        .isEqualTo(notFound);
            }
        }
    }

    @Test
    void invalidStampWinsOverAnIdThatIsNone() {
        assertThat(server.callWithJson("POST", "/v1/profile/x/session/stamp", "{}")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> stamp(String word, String body) {
        return server.callWithJson("POST", session(word) + "/stamp", body);
    }

    private static String session(String word) {
        return "/v1/" + word + "/" + FakeGateway.ID + "/session";
    }

    private static String started(String word) {
        return STARTED.formatted(VISIT, word, FakeGateway.ID);
    }

    private static String stamped(String status, int minute) {
        return "{\"success\":true,\"data\":{\"session_id\":\"" + VISIT + "\",\"status\":\"" + status
                + "\",\"timestamp\":\"2026-04-17T10:0" + minute + ":00Z\"}}";
    }
}
