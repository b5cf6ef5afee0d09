package com.ones1ght.adapters.rest.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeEvents;
import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.TenantId;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsResourceTest {

    private static final UUID ID = FakeGateway.ID;
    private static final String AS_ADMIN = "Bearer " + FakeGateway.ADMIN_KEY;
    private static final String WHAT = """
            "chat_id":"%1$s","round_id":"%1$s","rec_id":"r \\"1\\"",\
            """.formatted(ID);

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);

    @AfterEach
    void stop() {
        server.close();
    }

    private static LoggedEvent logged(
            String payload, @Nullable String forgotten, @Nullable String comment, @Nullable ProfileSummary profile) {
        Event event = new Event(
                FakeEvents.EVENT,
                new TenantId(ID),
                new ProfileId(ID),
                new ChatId(ID),
                new RoundId(ID),
                "r \"1\"",
                EventType.ADS_TRIGGERED,
                payload,
                forgotten,
                "{}",
                comment,
                FakeGateway.NOW);
        return new LoggedEvent(7, event, profile, FakeGateway.NOW);
    }

    private HttpResponse<String> ofTenant(String query) {
        return server.call("GET", "/v1/admin/events" + query, "Authorization", AS_ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "persona"})
    void shoppersAppGetsNothingThatIsForTheTenantAlone(String word) {
        gateway.events()
                .show(List.of(
                        logged("{\"n\":1.0}", "[ -0,{\"a\":1E5} ]", "why", null), logged("{}", null, null, null)));

        HttpResponse<String> response =
                server.call("GET", "/v1/" + word + "/" + ID + "/events?page=2&limit=5&order=asc");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"success\":true,\"data\":{\"items\":["
                        + "{\"event_id\":\"" + FakeEvents.EVENT + "\",\"type\":\"ADS_TRIGGERED\"," + WHAT
                        + "\"payload\":{\"n\":1.0,\"forgotten\":[ -0,{\"a\":1E5} ]},"
                        + "\"created_at\":\"2026-04-17T05:36:28Z\"},"
                        + "{\"event_id\":\"" + FakeEvents.EVENT + "\",\"type\":\"ADS_TRIGGERED\"," + WHAT
                        + "\"payload\":{},\"created_at\":\"2026-04-17T05:36:28Z\"}],"
                        + "\"pageInfo\":{\"total\":42,\"page\":2,\"limit\":5,\"order\":\"asc\"}}}");
    }

    @Test
    void tenantGetsAllOfIt() {
        ProfileSummary kim = new ProfileSummary("Kim \"K\"", null, 32L, Language.KO);
        gateway.events()
                .show(List.of(
                        logged("{\"forgotten\":\"mine\",\"n\":1.0}", "[1]", "why \"so\"", kim),
                        logged("{\"n\":1}", null, null, null)));

        assertThat(ofTenant("").body())
                .isEqualTo("{\"success\":true,\"data\":{\"items\":["
                        + "{\"event_id\":\"" + FakeEvents.EVENT + "\",\"type\":\"ADS_TRIGGERED\",\"profile_id\":\"" + ID
                        + "\",\"profile_summary\":{\"name\":\"Kim \\\"K\\\"\",\"gender\":null,\"age\":32,\"locale\":\"ko\"},"
                        + WHAT + "\"payload\":{\"forgotten\":[1],\"n\":1.0},\"analyst_comment\":\"why \\\"so\\\"\","
                        + "\"forgotten\":[1],\"created_at\":\"2026-04-17T05:36:28Z\"},"
                        + "{\"event_id\":\"" + FakeEvents.EVENT + "\",\"type\":\"ADS_TRIGGERED\",\"profile_id\":\"" + ID
                        + "\",\"profile_summary\":null," + WHAT
                        + "\"payload\":{\"n\":1},\"created_at\":\"2026-04-17T05:36:28Z\"}],"
                        + "\"pageInfo\":{\"total\":42,\"page\":0,\"limit\":100,\"order\":\"desc\"}}}");
    }

    @Test
    void listsAreNarrowedByWhatTheQuerySays() {
        ofTenant("?profile_id=" + ID
                + "&type=COUPON_ISSUED&from=2026-04-17T05:36:28Z&to=2026-04-17T14:36:28.5%2B09:00&limit=900");

        FakeEvents.OfTenant asked = gateway.events().asked(FakeEvents.OfTenant.class);
        assertThat(asked.tenant()).isEqualTo(new TenantId(ID));
        assertThat(asked.filter())
                .isEqualTo(new EventFilter(
                        new ProfileId(ID),
                        EventType.COUPON_ISSUED,
                        Instant.parse("2026-04-17T05:36:28Z"),
                        Instant.parse("2026-04-17T05:36:28.500Z")));
        assertThat(asked.page()).isEqualTo(new PageRequest(0, 500, PageRequest.Order.DESC));

        server.call("GET", "/v1/profile/" + ID + "/events?type=RECOMMEND_TAP");
        assertThat(gateway.events().asked(FakeEvents.OfProfile.class).type()).isEqualTo(EventType.RECOMMEND_TAP);
        ofTenant("");
        assertThat(gateway.events().asked(FakeEvents.OfTenant.class).filter()).isEqualTo(EventFilter.ALL);
    }

    @Test
    void aProfileIdThatIsNoneFitsNoEvent() {
        assertThat(ofTenant("?profile_id=c_91ab").statusCode()).isEqualTo(200);
        assertThat(gateway.events().asked(FakeEvents.OfTenant.class).filter().profile())
                .isEqualTo(new ProfileId(new UUID(0, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "type=,type",
        "type=ads_triggered,type",
        "from=,from",
        "from=yesterday,from",
        "from=2026-04-17,from",
        "from=2026-04-17T05:36:28,from",
        "to=%2B999999999-01-01T00:00:00Z,to",
        "to=2026-13-17T05:36:28Z,to",
        "limit=0,limit",
        "page=-1,page",
        "order=up,order"
    })
    void malformedQueryNamesItsParameter(String query, String parameter) {
        HttpResponse<String> response = ofTenant("?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"" + parameter + "\"");
    }

    @Test
    void eachKeyOpensItsOwnListAlone() {
        assertThat(server.call("GET", "/v1/admin/events").statusCode()).isEqualTo(403);
        assertThat(server.call("GET", "/v1/profile/" + ID + "/events", "Authorization", AS_ADMIN)
                        .statusCode())
                .isEqualTo(403);
    }
}
