package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.bootstrap.e2e.EventReader.Read;
import com.ones1ght.domain.store.Geofence;
import com.ones1ght.domain.store.Position;
import com.ones1ght.domain.store.Signage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What apps tell of recommendations, and who learns of it: the rules of the contract over HTTP. */
@ExtendWith(SharedServer.class)
class TriggersIT {

    private static final String FORGOTTEN =
            "[ {\"z\":1.0,\"a\":-0,\"n\":12345678901234567890.10}, null, \"玉ねぎ\\u0041\", [ ], 1E5 ]";

    private Database database;
    private Tenant tenant;
    private Api api;
    private Api admin;
    private String adminKey;
    private String profile;
    private Kickoff kickoff;
    private JsonNode round;

    @BeforeEach
    void completeARound(PackagedServer server) {
        database = new Database(server);
        tenant = database.newTenant("ko", 100);
        adminKey = database.newAdminKey(tenant);
        api = new Api(server.baseUrl(), tenant.key());
        admin = api.withKey(adminKey);
        profile = api.newProfile("{\"name\":\"Kim\",\"age\":32,\"locale\":\"ko\"}");
        kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        round = Api.last(api.awaitCompleted(profile, kickoff.chat()));
    }

    private Reply trigger(String what, String fields) {
        return api.post(
                "/v1/chat/" + profile + "/trigger/" + what,
                "{\"chat_id\":\"%s\",\"round_id\":\"%s\"%s}"
                        .formatted(kickoff.chat(), kickoff.round(), fields.isEmpty() ? "" : "," + fields));
    }

    private List<JsonNode> events() {
        return Api.list(api.get("/v1/profile/" + profile + "/events?order=asc")
                .expect(200)
                .data()
                .get("items"));
    }

    private List<JsonNode> eventsOfTenant() {
        return Api.list(
                admin.get("/v1/admin/events?order=asc").expect(200).data().get("items"));
    }

    private JsonNode ad(int index) {
        return round.at("/notifications/ad/items/" + index);
    }

    @Test
    void enteringShouldWriteOneEventForEachAdOfTheRound() {
        JsonNode answer =
                trigger("signage", "\"forgotten\":" + FORGOTTEN).expect(202).data();

        int ads = round.at("/notifications/ad/items").size();
        assertThat(ads).isPositive();
        assertThat(Json.keys(answer)).containsExactlyInAnyOrder("event_ids", "accepted");
        assertThat(answer.get("event_ids")).hasSize(ads);
        List<JsonNode> events = events();
        assertThat(events).hasSize(ads);
        for (int i = 0; i < ads; i++) {
            JsonNode event = events.get(i);
            assertThat(Json.keys(event))
                    .containsExactlyInAnyOrder(
                            "event_id", "type", "chat_id", "round_id", "rec_id", "payload", "created_at");
            assertThat(event.get("event_id")).isEqualTo(answer.get("event_ids").get(i));
            assertThat(event.get("type").asText()).isEqualTo("ADS_TRIGGERED");
            assertThat(event.get("chat_id").asText()).isEqualTo(kickoff.chat());
            assertThat(event.get("round_id").asText()).isEqualTo(kickoff.round());
            assertThat(event.get("rec_id")).isEqualTo(ad(i).get("rec_id"));
            assertThat(event.get("payload").get("product")).isEqualTo(ad(i).get("product"));
            Shapes.assertTimestamp(event.get("created_at"));
        }
        String listed = api.get("/v1/profile/" + profile + "/events?limit=1").text();
        assertThat(Json.tokens(listed)).containsSubsequence(Json.tokens(FORGOTTEN));
        assertThat(listed).contains("12345678901234567890.10").doesNotContain("analyst_comment");
        List<JsonNode> ofTenant = eventsOfTenant();
        assertThat(ofTenant).hasSize(ads);
        assertThat(ofTenant.get(0).get("analyst_comment").asText()).isNotBlank();
        assertThat(ofTenant.get(0).get("forgotten"))
                .isEqualTo(ofTenant.get(0).get("payload").get("forgotten"));
        assertThat(ofTenant.get(0).get("profile_summary").get("name").asText()).isEqualTo("Kim");
    }

    @Test
    void positionsOfANoisyWalkShouldEnterAndLeaveEachCircleOnce(PackagedServer server) {
        List<Signage> screens = new EmbeddedStore().signages(EmbeddedStore.MAIN);
        List<String> passages = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        try (EventReader reader = EventReader.connect(server.baseUrl(), adminKey, null)) {
            for (Position measured : walk(screens)) {
                JsonNode answer = api.post(positions(), position(measured, ",\"forgotten\":\"open\""))
                        .expect(202)
                        .data();
                assertThat(Json.keys(answer)).containsExactlyInAnyOrder("entered", "left", "event_ids", "accepted");
                answer.get("left").forEach(number -> passages.add("exit " + number));
                answer.get("entered").forEach(number -> passages.add("enter " + number));
                answer.get("event_ids").forEach(id -> ids.add(id.asText()));
            }
            int ads = round.at("/notifications/ad/items").size();
            List<Read> read = reader.await(2 * ads);
            assertThat(passages).containsExactly("enter 1", "exit 1", "enter 2", "exit 2");
            assertThat(read).hasSize(2 * ads);
            assertThat(read)
                    .extracting(event -> event.json().get("event_id").asText())
                    .isEqualTo(ids);
            assertThat(read).allSatisfy(event -> {
                assertThat(event.type()).isEqualTo("ADS_TRIGGERED");
                assertThat(event.json().get("forgotten")).isEqualTo(round.at("/todos/items"));
            });
        }
    }

    @Test
    void positionsAtOnceShouldEnterOnce() {
        List<CompletableFuture<Reply>> replies = IntStream.range(0, 8)
                .mapToObj(i -> api.postLater(positions(), position(new Position(4, 2), "")))
                .toList();

        assertThat(replies.stream()
                        .mapToInt(reply -> reply.join().data().get("entered").size())
                        .sum())
                .isEqualTo(1);
        assertThat(eventsOfTenant()).hasSize(round.at("/notifications/ad/items").size());
    }

    /** What a phone does: each measured position goes through the geofence, and what that says goes to the gateway. */
    @Test
    void aNoisyWalkShouldBeGreetedOnceByEachScreenOnItsWay(PackagedServer server) {
        List<Signage> screens = new EmbeddedStore().signages(EmbeddedStore.MAIN);
        String walker = api.newProfile("{\"store_id\":\"walk\"}");
        Kickoff asked = api.kickOff(walker, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(walker, asked.chat());
        List<String> told = new ArrayList<>();
        Set<Integer> near = Set.of();
        try (PageReader first = PageReader.connect(server.baseUrl(), 1, "walk");
                PageReader second = PageReader.connect(server.baseUrl(), 2, "walk")) {
            for (Position measured : walk(screens)) {
                Geofence.Movement movement = Geofence.FOR_UWB.move(near, measured, 0, screens);
                for (int left : movement.left()) {
                    told.add("exit " + left);
                    tell(walker, asked, "exit", left);
                    (left == 1 ? first : second)
                            .await(state -> state.get("entry").isNull());
                }
                for (int entered : movement.entered()) {
                    told.add("enter " + entered);
                    tell(walker, asked, "enter", entered);
                    (entered == 1 ? first : second)
                            .await(state -> state.get("entry").isObject());
                }
                near = movement.near();
            }
        }
        assertThat(told).containsExactly("enter 1", "exit 1", "enter 2", "exit 2");
    }

    private String positions() {
        return "/v1/chat/" + profile + "/trigger/position";
    }

    private String position(Position at, String fields) {
        return "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"x\":%s,\"y\":%s%s}"
                .formatted(kickoff.chat(), kickoff.round(), at.x(), at.y(), fields);
    }

    private void tell(String walker, Kickoff asked, String action, int signage) {
        api.post(
                        "/v1/chat/" + walker + "/trigger/signage",
                        ("{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"action\":\"%s\",\"signage_no\":%d,"
                                        + "\"items\":[{\"rec_id\":\"r\",\"item_name\":\"두부\"}]}")
                                .formatted(asked.chat(), asked.round(), action, signage))
                .expect(202);
    }

    /** From the door past one screen after the other and on, a step of 0.2 m each, measured as well as UWB can. */
    private static List<Position> walk(List<Signage> screens) {
        List<Position> corners = new ArrayList<>(List.of(new Position(4, -6)));
        screens.forEach(screen -> corners.add(
                new Position(screen.location().x(), screen.location().y())));
        corners.add(new Position(40, 18));
        Random noise = new Random(7);
        List<Position> measured = new ArrayList<>();
        for (int leg = 1; leg < corners.size(); leg++) {
            Position from = corners.get(leg - 1);
            Position to = corners.get(leg);
            int steps = (int) Math.ceil(Math.hypot(to.x() - from.x(), to.y() - from.y()) / 0.2);
            for (int step = 0; step < steps; step++) {
                double share = (double) step / steps;
                measured.add(new Position(
                        from.x() + share * (to.x() - from.x()) + 0.3 * noise.nextGaussian(),
                        from.y() + share * (to.y() - from.y()) + 0.3 * noise.nextGaussian()));
            }
        }
        return measured;
    }

    @Test
    void leavingShouldWriteNoEvent() {
        JsonNode answer = trigger("signage", "\"action\":\"exit\",\"forgotten\":[1]")
                .expect(202)
                .data();

        assertThat(answer).isEqualTo(Json.read("{\"event_ids\":[],\"accepted\":true,\"action\":\"exit\"}"));
        assertThat(events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"forgotten\":[]", "\"forgotten\":null"})
    void nothingForgottenShouldLeaveNoKey(String fields) {
        trigger("signage", fields).expect(202);

        assertThat(admin.get("/v1/admin/events").expect(200).text()).doesNotContain("forgotten");
    }

    @Test
    void itemsOfTheCallShouldBeFilledFromTheRoundAndWinOverIt() {
        String recId = Json.quoted(ad(0).get("rec_id").asText());
        trigger(
                        "signage",
                        "\"items\":[{\"rec_id\":" + recId
                                + ",\"brand\":\"De Cecco\",\"price_yen\":4900.00,\"live\":{\"x\":1.0},\"item_name\":null}]")
                .expect(202);

        JsonNode payload = events().get(0).get("payload");
        assertThat(payload.get("brand").asText()).isEqualTo("De Cecco");
        assertThat(api.get("/v1/profile/" + profile + "/events").text())
                .contains("\"price_yen\":4900.00,")
                .contains("\"live\":{\"x\":1.0}");
        for (String filled : List.of("item_id", "item_name", "price", "price_unit", "discount_pct", "zone_name")) {
            assertThat(payload.get(filled)).as(filled).isEqualTo(ad(0).get(filled));
        }
    }

    @Test
    void oneUnknownItemShouldRejectTheWholeCall() {
        String known = "{\"rec_id\":" + Json.quoted(ad(0).get("rec_id").asText()) + "}";

        trigger("signage", "\"items\":[" + known + ",{\"rec_id\":\"nobody's\",\"brand\":\"x\"}]")
                .expect(404, "NOT_FOUND");
        assertThat(events()).isEmpty();

        trigger("signage", "\"items\":[" + known + ",{\"rec_id\":\"mine\",\"item_name\":\"김\"}]")
                .expect(202);
        assertThat(events()).hasSize(2);
        assertThat(eventsOfTenant().get(1).has("analyst_comment")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({",COUPON_ISSUED", "issued,COUPON_ISSUED", "redeemed,COUPON_REDEEMED", "dismissed,COUPON_DISMISSED"})
    void couponShouldBeFilledFromTheRound(String kind, String type) {
        JsonNode coupon = round.at("/notifications/coupon/0");
        JsonNode answer = trigger(
                        "coupon",
                        "\"rec_id\":" + coupon.get("rec_id") + (kind == null ? "" : ",\"kind\":\"" + kind + "\""))
                .expect(202)
                .data();

        assertThat(Json.keys(answer)).containsExactlyInAnyOrder("event_id", "accepted");
        JsonNode event = events().get(0);
        assertThat(event.get("event_id")).isEqualTo(answer.get("event_id"));
        assertThat(event.get("type").asText()).isEqualTo(type);
        assertThat(event.get("payload").get("item_name")).isEqualTo(coupon.get("item_name"));
        assertThat(event.get("payload").get("price")).isEqualTo(coupon.get("price"));
        assertThat(eventsOfTenant().get(0).get("analyst_comment").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({",RECOMMEND_IMPRESSION", "impression,RECOMMEND_IMPRESSION", "tap,RECOMMEND_TAP"})
    void recommendedItemShouldBeFilledFromTheRound(String action, String type) {
        JsonNode item = round.at("/recommended_items/0");
        trigger(
                        "recommend",
                        "\"rec_id\":" + item.get("rec_id") + (action == null ? "" : ",\"action\":\"" + action + "\""))
                .expect(202);

        JsonNode event = events().get(0);
        assertThat(event.get("type").asText()).isEqualTo(type);
        JsonNode payload = event.get("payload");
        assertThat(payload.get("item_name").asText()).isNotBlank();
        assertThat(payload.get("price")).isEqualTo(item.get("product").get("price"));
        assertThat(payload.get("price_unit")).isEqualTo(item.get("product").get("price_unit"));
        assertThat(payload.get("reason_detail")).isEqualTo(item.get("reason_detail"));
        assertThat(eventsOfTenant().get(0).get("analyst_comment").asText()).isNotBlank();
    }

    @Test
    void unknownRecIdShouldNotBeFoundUnlessTheAppSaysWhatItIs() {
        for (String what : List.of("coupon", "recommend")) {
            trigger(what, "\"rec_id\":\"nobody's\"").expect(404, "NOT_FOUND");
            trigger(what, "\"rec_id\":\"nobody's\",\"item_name\":null,\"brand\":\"x\"")
                    .expect(404, "NOT_FOUND");
            trigger(what, "\"rec_id\":\"mine\",\"item_id\":512").expect(202);
            trigger(what, "\"rec_id\":\"mine\",\"item_name\":\"김\"").expect(202);
        }
        assertThat(events()).hasSize(4);
    }

    @Test
    void recIdOfAnEventShouldStayKnownAfterARefinement() {
        String redeemed = round.at("/notifications/coupon/0/rec_id").toString();
        String untouched = round.at("/recommended_items/0/rec_id").toString();
        trigger("coupon", "\"rec_id\":" + redeemed + ",\"price_yen\":4900.00").expect(202);
        api.post(Api.recommend(profile), Api.refinement(kickoff.chat(), kickoff.round(), "다른 거"))
                .expect(202);

        trigger("coupon", "\"rec_id\":" + redeemed + ",\"kind\":\"redeemed\",\"brand\":null")
                .expect(202);
        trigger("recommend", "\"rec_id\":" + untouched).expect(404, "NOT_FOUND");

        List<JsonNode> events = eventsOfTenant();
        JsonNode first = events.get(0);
        JsonNode second = events.get(1);
        assertThat(Json.keys(second.get("payload"))).containsAll(Json.keys(first.get("payload")));
        assertThat(second.at("/payload/item_name")).isEqualTo(first.at("/payload/item_name"));
        assertThat(second.at("/payload/brand")).isEqualTo(first.at("/payload/brand"));
        assertThat(second.at("/payload/price_yen")).isEqualTo(first.at("/payload/price_yen"));
        assertThat(second.at("/payload/price_yen").decimalValue()).isEqualByComparingTo("4900");
        assertThat(second.get("analyst_comment")).isEqualTo(first.get("analyst_comment"));
    }

    @Test
    void listsShouldBePagedAndFiltered() {
        for (String kind : List.of("issued", "redeemed", "dismissed", "issued")) {
            trigger("coupon", "\"rec_id\":\"x\",\"item_id\":1,\"kind\":\"" + kind + "\"")
                    .expect(202);
        }
        JsonNode page = api.get("/v1/persona/" + profile + "/events?page=1&limit=3&order=asc")
                .expect(200)
                .data();
        assertThat(page.get("items")).hasSize(1);
        assertThat(page.get("pageInfo")).isEqualTo(Json.read("{\"total\":4,\"page\":1,\"limit\":3,\"order\":\"asc\"}"));
        assertThat(api.get("/v1/profile/" + profile + "/events?type=COUPON_ISSUED")
                        .data()
                        .get("items"))
                .hasSize(2);
        String createdAt = events().get(0).get("created_at").asText();
        assertThat(total("?to=" + createdAt)).isZero();
        assertThat(total("?from=" + createdAt)).isEqualTo(4);
        assertThat(total("?profile_id=" + profile)).isEqualTo(4);
        assertThat(total("?profile_id=" + UUID.randomUUID())).isZero();
        assertThat(total("?profile_id=c_91ab")).isZero();
        admin.get("/v1/admin/events?type=none").expect(400, "INVALID_REQUEST");
        admin.get("/v1/admin/events?from=yesterday").expect(400, "INVALID_REQUEST");
        api.get("/v1/profile/" + profile + "/events?limit=0").expect(400, "INVALID_REQUEST");
    }

    private int total(String query) {
        return admin.get("/v1/admin/events" + query)
                .expect(200)
                .data()
                .at("/pageInfo/total")
                .asInt();
    }

    @Test
    void eachKeyShouldOpenItsOwnSideAlone() {
        api.get("/v1/admin/events").expect(403, "FORBIDDEN");
        api.get("/v1/admin/stream").expect(403, "FORBIDDEN");
        api.withKey("nobody's").get("/v1/admin/stream").expect(401, "INVALID_API_KEY");
        admin.get("/v1/profile/" + profile + "/events").expect(403, "FORBIDDEN");
        admin.post("/v1/chat/" + profile + "/trigger/signage", "{}").expect(403, "FORBIDDEN");
        admin.post("/v1/admin/stream", "{}").expect(405, "METHOD_NOT_ALLOWED");
        Api stranger = admin.withKey(database.newAdminKey(database.newTenant("ko", 1)));
        trigger("coupon", "\"rec_id\":\"x\",\"item_id\":1").expect(202);
        assertThat(stranger.get("/v1/admin/events").expect(200).data().get("items"))
                .isEmpty();
    }

    @Test
    void deletedProfileShouldLeaveTheProductAlone() {
        trigger("signage", "\"forgotten\":[\"Kim forgot this\"]").expect(202);
        trigger("coupon", "\"rec_id\":\"x\",\"item_name\":\"김\",\"price_yen\":980,\"note\":\"Kim\"")
                .expect(202);
        List<JsonNode> before = eventsOfTenant();

        api.delete("/v1/profile/" + profile).expect(200);

        api.get("/v1/profile/" + profile + "/events").expect(404, "NOT_FOUND");
        trigger("signage", "").expect(404, "NOT_FOUND");
        Reply listed = admin.get("/v1/admin/events?order=asc").expect(200);
        assertThat(listed.text()).doesNotContain("Kim").doesNotContain("analyst_comment");
        List<JsonNode> after = Api.list(listed.data().get("items"));
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < after.size(); i++) {
            for (String kept :
                    List.of("event_id", "type", "profile_id", "chat_id", "round_id", "rec_id", "created_at")) {
                assertThat(after.get(i).get(kept)).isEqualTo(before.get(i).get(kept));
            }
            assertThat(after.get(i).get("profile_summary").isNull()).isTrue();
        }
        assertThat(after.get(after.size() - 1).get("payload"))
                .isEqualTo(Json.read("{\"item_name\":\"김\",\"price_yen\":980}"));
        assertThat(database.number("SELECT count(*) FROM signage_outbox WHERE profile_id = ?::uuid", profile))
                .isZero();
    }

    @Test
    void streamShouldTellOfNewEventsAndReplayWhatWasMissed() {
        trigger("coupon", "\"rec_id\":\"before\",\"item_id\":1").expect(202);
        long known;
        try (EventReader reader = EventReader.connect(api.baseUrl(), adminKey, null)) {
            trigger("signage", "\"forgotten\":" + FORGOTTEN).expect(202);
            int ads = round.at("/notifications/ad/items").size();
            List<Read> read = reader.await(ads);

            assertThat(read).extracting(Read::type).containsOnly("ADS_TRIGGERED");
            assertThat(Json.tokens(read.get(0).data())).containsSubsequence(Json.tokens(FORGOTTEN));
            assertThat(read.get(0).json()).isEqualTo(eventsOfTenant().get(1));
            assertThat(read).extracting(Read::id).isSorted().doesNotHaveDuplicates();
            known = read.get(read.size() - 1).id();
        }
        trigger("recommend", "\"rec_id\":\"missed\",\"item_id\":1").expect(202);

        try (EventReader again = EventReader.connect(api.baseUrl(), adminKey, known)) {
            assertThat(again.await(1).get(0).json().get("rec_id").asText()).isEqualTo("missed");
            trigger("recommend", "\"rec_id\":\"live\",\"item_id\":1").expect(202);
            assertThat(again.await(2).get(1).json().get("rec_id").asText()).isEqualTo("live");
        }
    }

    @Test
    void manyTriggersAtOnceShouldReachEachReaderOnceAndInOrder() {
        try (EventReader one = EventReader.connect(api.baseUrl(), adminKey, null);
                EventReader two = EventReader.connect(api.baseUrl(), adminKey, 0L)) {
            List<CompletableFuture<Reply>> replies = IntStream.range(0, 300)
                    .mapToObj(i -> api.postLater(
                            "/v1/chat/" + profile + "/trigger/coupon",
                            "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"rec_id\":\"r%d\",\"item_id\":1}"
                                    .formatted(kickoff.chat(), kickoff.round(), i)))
                    .toList();
            replies.forEach(reply -> reply.join().expect(202));

            List<Long> expected = LongStream.rangeClosed(1, 300).boxed().toList();
            assertThat(one.await(300)).extracting(Read::id).isEqualTo(expected);
            assertThat(two.await(300)).extracting(Read::id).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "0x1", "99999999999999999999"})
    void malformedLastEventIdShouldBeRefused(String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.baseUrl() + "/v1/admin/stream"))
                .header("Authorization", "Bearer " + adminKey)
                .header("Last-Event-ID", id)
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.read(response.body()).get("code").asText()).isEqualTo("INVALID_REQUEST");
    }
}
