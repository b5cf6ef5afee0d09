package com.ones1ght.adapters.rest.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeEvents;
import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.application.event.Forgotten;
import com.ones1ght.application.event.TriggerItemUseCase;
import com.ones1ght.application.event.TriggerPositionUseCase;
import com.ones1ght.application.event.TriggerSignageUseCase;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.CouponAction;
import com.ones1ght.domain.event.ItemFields;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.event.RecommendAction;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.Position;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerResourceTest {

    private static final String ID = FakeGateway.ID.toString();
    private static final String ROUND = "\"chat_id\":\"" + ID + "\",\"round_id\":\"" + ID + "\"";

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);
    private final JsonItemDocuments documents = new JsonItemDocuments();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> trigger(String what, String fields) {
        String body = "{" + ROUND + (fields.isEmpty() ? "" : "," + fields) + "}";
        return server.callWithJson("POST", "/v1/chat/" + ID + "/trigger/" + what, body);
    }

    private TriggerSignageUseCase.Command signage() {
        return gateway.events().asked(TriggerSignageUseCase.Command.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"action\":\"enter\"",
                "\"action\":null,\"items\":null,\"forgotten\":null,\"signage_no\":null",
                "\"items\":[],\"forgotten\":[ ]"
            })
    void roundAloneIsEnoughToEnter(String fields) {
        HttpResponse<String> response = trigger("signage", fields);

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body())
                .isEqualTo("{\"success\":true,\"data\":{\"event_ids\":[\"%1$s\",\"%1$s\"],\"accepted\":true}}"
                        .formatted(FakeEvents.EVENT));
        assertThat(signage().passage()).isEqualTo(Passage.ENTER);
        assertThat(signage().items()).isEmpty();
        assertThat(signage().forgotten()).isNull();
        assertThat(signage().signageNo()).isNull();
    }

    @Test
    void leavingSaysSoAndIgnoresWhatWasForgotten() {
        HttpResponse<String> response = trigger("signage", "\"action\":\"exit\",\"forgotten\":\"ignored\"");

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body())
                .isEqualTo("{\"success\":true,\"data\":{\"event_ids\":[],\"accepted\":true,\"action\":\"exit\"}}");
        assertThat(signage().forgotten()).isNull();
    }

    @Test
    void theOpenLinesOfTheListMayBeWhatWasForgotten() {
        assertThat(trigger("signage", "\"forgotten\":\"open\"").statusCode()).isEqualTo(202);

        assertThat(signage().forgotten()).isEqualTo(new Forgotten.OpenTodos());
    }

    private TriggerPositionUseCase.Command position() {
        return gateway.events().asked(TriggerPositionUseCase.Command.class);
    }

    @Test
    void positionIsAnsweredWithWhatWasEnteredAndLeft() {
        HttpResponse<String> response =
                trigger("position", "\"x\":-1.5e0,\"y\":7,\"accuracy\":0.25,\"forgotten\":\"open\"");

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body())
                .isEqualTo(("{\"success\":true,\"data\":{\"entered\":[2,3],\"left\":[1],"
                                + "\"event_ids\":[\"%1$s\",\"%1$s\"],\"accepted\":true}}")
                        .formatted(FakeEvents.EVENT));
        assertThat(position().position()).isEqualTo(new Position(-1.5, 7));
        assertThat(position().accuracy()).isEqualTo(0.25);
        assertThat(position().forgotten()).isEqualTo(new Forgotten.OpenTodos());
    }

    @Test
    void positionNeedsNeitherAccuracyNorWhatWasForgottenAndIgnoresTheIdempotencyKey() {
        String body = "{" + ROUND + ",\"x\":0,\"y\":0,\"accuracy\":null}";
        String path = "/v1/chat/" + ID + "/trigger/position";

        assertThat(server.callWithJson("POST", path, body, "Idempotency-Key", " ")
                        .statusCode())
                .isEqualTo(202);

        assertThat(position().accuracy()).isZero();
        assertThat(position().forgotten()).isNull();
    }

    @Test
    void positionThatNoPlanIsLargeEnoughForIsInvalid() {
        assertThat(trigger("position", "\"x\":1e309,\"y\":1").statusCode()).isEqualTo(400);
        assertThat(trigger("position", "\"x\":9e308,\"y\":1").body()).contains("\"field\":\"x\"");
        assertThat(trigger("position", "\"x\":1,\"y\":-9e308").body()).contains("\"field\":\"y\"");
        assertThat(trigger("position", "\"x\":1,\"y\":1,\"accuracy\":9e308").body())
                .contains("\"field\":\"accuracy\"");
        assertThat(trigger("position", "\"x\":1e300,\"y\":-1e-300").statusCode())
                .isEqualTo(202);
    }

    private ItemFields fields(String object) {
        return documents.read(JsonFragment.of(object));
    }

    @Test
    void itemsAndWhatWasForgottenComeInAsTheyAre() {
        String forgotten = "[ {\"z\":1.0,\"a\" : -0}, null,\"玉\\u0041\",[ ],1E5 ]";
        trigger(
                "signage",
                "\"items\":[{\"rec_id\":\"a\", \"x\":[1.0, 2] },{\"rec_id\":\"b\",\"item_id\":196}],\"signage_no\":2,"
                        + "\"forgotten\":" + forgotten);

        assertThat(signage().forgotten()).isEqualTo(new Forgotten.Reported(JsonFragment.of(forgotten)));
        assertThat(signage().signageNo()).isEqualTo(2);
        assertThat(signage().items())
                .containsExactly(
                        new ReportedItem("a", fields("{\"rec_id\":\"a\", \"x\":[1.0, 2] }")),
                        new ReportedItem("b", fields("{\"rec_id\":\"b\",\"item_id\":196}")));
        assertThat(signage().items()).extracting(ReportedItem::isDescribed).containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource({",ISSUED", "issued,ISSUED", "redeemed,REDEEMED", "dismissed,DISMISSED"})
    void couponSaysWhatHasBecomeOfIt(String kind, CouponAction expected) {
        HttpResponse<String> response = trigger(
                "coupon", "\"rec_id\":\"r\",\"price_yen\":9900.0" + (kind == null ? "" : ",\"kind\":\"" + kind + "\""));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body())
                .isEqualTo("{\"success\":true,\"data\":{\"event_id\":\"" + FakeEvents.EVENT + "\",\"accepted\":true}}");
        TriggerItemUseCase.Command command = gateway.events().asked(TriggerItemUseCase.Command.class);
        assertThat(command.action()).isEqualTo(expected);
        assertThat(command.item().recId()).isEqualTo("r");
        assertThat(command.item().isDescribed()).isFalse();
        assertThat(documents.write(command.item().fields()).toString())
                .as("what names the round is not of the item")
                .startsWith("{\"rec_id\":\"r\",\"price_yen\":9900.0")
                .doesNotContain("chat_id");
    }

    @ParameterizedTest
    @CsvSource({",IMPRESSION", "impression,IMPRESSION", "tap,TAP"})
    void recommendationSaysWhatTheShopperDid(String action, RecommendAction expected) {
        HttpResponse<String> response = trigger(
                "recommend",
                "\"rec_id\":\"r\",\"item_name\":\"김\"" + (action == null ? "" : ",\"action\":\"" + action + "\""));

        assertThat(response.statusCode()).isEqualTo(202);
        TriggerItemUseCase.Command command = gateway.events().asked(TriggerItemUseCase.Command.class);
        assertThat(command.action()).isEqualTo(expected);
        assertThat(command.item().isDescribed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signage|\"action\":\"leave\"|action",
                "signage|\"action\":1|action",
                "signage|\"items\":{}|items",
                "signage|\"items\":\"x\"|items",
                "signage|\"items\":[1]|items[0]",
                "signage|\"items\":[{\"rec_id\":\"a\"},{}]|items[1].rec_id",
                "signage|\"items\":[{\"rec_id\":null}]|items[0].rec_id",
                "signage|\"items\":[{\"rec_id\":7}]|items[0].rec_id",
                "signage|\"items\":[{\"rec_id\":\"a\",\"item_id\":\"196\"}]|items[0].item_id",
                "signage|\"items\":[{\"rec_id\":\"a\",\"discount_pct\":true}]|items[0].discount_pct",
                "signage|\"items\":[{\"rec_id\":\"a\",\"reason_detail\":[]}]|items[0].reason_detail",
                "signage|\"forgotten\":{}|forgotten",
                "signage|\"forgotten\":\"x\"|forgotten",
                "signage|\"forgotten\":\"\"|forgotten",
                "signage|\"forgotten\":\"OPEN\"|forgotten",
                "signage|\"forgotten\":\"open \"|forgotten",
                "signage|\"forgotten\":true|forgotten",
                "signage|\"signage_no\":\"1\"|signage_no",
                "signage|\"signage_no\":1.5|signage_no",
                "signage|\"signage_no\":2147483648|signage_no",
                "position|\"y\":1|x",
                "position|\"x\":1|y",
                "position|\"x\":null,\"y\":1|x",
                "position|\"x\":\"1\",\"y\":1|x",
                "position|\"x\":1,\"y\":[]|y",
                "position|\"x\":1,\"y\":1,\"accuracy\":-0.1|accuracy",
                "position|\"x\":1,\"y\":1,\"accuracy\":\"1\"|accuracy",
                "position|\"x\":1,\"y\":1,\"forgotten\":\"all\"|forgotten",
                "coupon|\"x\":1|rec_id",
                "coupon|\"rec_id\":1|rec_id",
                "coupon|\"rec_id\":\"r\",\"kind\":\"used\"|kind",
                "coupon|\"rec_id\":\"r\",\"item_name\":{}|item_name",
                "coupon|\"rec_id\":\"r\",\"price_yen\":\"9900\"|price_yen",
                "recommend|\"rec_id\":\"r\",\"action\":\"enter\"|action",
                "recommend|\"rec_id\":\"r\",\"reason_detail_marketing\":1|reason_detail_marketing"
            })
    void invalidBodyNamesItsField(String what, String fields, String field) {
        HttpResponse<String> response = trigger(what, fields);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"code\":\"INVALID_REQUEST\"")
                .contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"" + field + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signage", "coupon", "recommend"})
    void allThatIsWrongIsToldAtOnce(String what) {
        HttpResponse<String> response =
                server.callWithJson("POST", "/v1/chat/" + ID + "/trigger/" + what, "{\"rec_id\":\"r\",\"round_id\":1}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"errors\":[{\"field\":\"chat_id\",\"message\":\"chat_id is required\"},"
                        + "{\"field\":\"round_id\",\"message\":\"round_id must be a string\"}]");
    }

    @Test
    void moreThanAHundredItemsAreRefused() {
        String items = "{\"rec_id\":\"a\"},".repeat(101);
        HttpResponse<String> response =
                trigger("signage", "\"items\":[" + items.substring(0, items.length() - 1) + "]");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("items must have at most 100 elements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signage", "coupon", "recommend"})
    void whatIsNotThereAndAnIdThatIsNoneLookTheSame(String what) {
        gateway.events().failWith(new NotFoundException());
        String notFound = trigger(what, "\"rec_id\":\"r\"").body();
        assertThat(notFound).contains("\"code\":\"NOT_FOUND\"");

        for (String id : new String[] {"c_91ab", ""}) {
            String chat = "{\"rec_id\":\"r\",\"chat_id\":\"" + id + "\",\"round_id\":\"" + ID + "\"}";
            String round = "{\"rec_id\":\"r\",\"chat_id\":\"" + ID + "\",\"round_id\":\"" + id + "\"}";
            assertThat(server.callWithJson("POST", "/v1/chat/" + ID + "/trigger/" + what, chat)
                            .body())
                    .isEqualTo(notFound);
            assertThat(server.callWithJson("POST", "/v1/chat/" + ID + "/trigger/" + what, round)
                            .body())
                    .isEqualTo(notFound);
        }
        assertThat(server.callWithJson("POST", "/v1/chat/p_1/trigger/" + what, "{" + ROUND + ",\"rec_id\":\"r\"}")
                        .body())
                .isEqualTo(notFound);
    }

    @Test
    void anAdminsKeyTriggersNothing() {
        assertThat(server.callWithJson(
                                "POST",
                                "/v1/chat/" + ID + "/trigger/signage",
                                "{" + ROUND + "}",
                                "Authorization",
                                "Bearer " + FakeGateway.ADMIN_KEY)
                        .statusCode())
                .isEqualTo(403);
    }
}
