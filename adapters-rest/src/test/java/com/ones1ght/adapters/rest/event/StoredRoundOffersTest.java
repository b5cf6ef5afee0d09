package com.ones1ght.adapters.rest.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ones1ght.adapters.rest.chat.JsonResultDocuments;
import com.ones1ght.adapters.rest.chat.Results;
import com.ones1ght.adapters.rest.shared.JsonCuts;
import com.ones1ght.application.event.ToldItem;
import com.ones1ght.application.event.TriggeredRound.Offers;
import com.ones1ght.application.event.port.OfferDocuments.CompletedItem;
import com.ones1ght.application.event.port.OfferDocuments.Kind;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.TriggeredItem;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.Language;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredRoundOffersTest {

    private static final JsonResultDocuments DOCUMENTS = new JsonResultDocuments();
    private static final Offers NOTHING = new Offers(null, null, null, null);
    private static final Offers WHOLE = new Offers(
            DOCUMENTS.recommendedItems(Results.recommendedItems(), Language.JA),
            DOCUMENTS.notifications(Results.notifications(), Language.JA),
            DOCUMENTS.upsellIndex(new UpsellSurface(List.of(
                    Results.recommendedItems().get(0).item(),
                    new UpsellItem("up-2", "rec-9", null, "?", null, SurfaceReason.UPSELL, null, null, "unmatched")))),
            DOCUMENTS.backListIndex(Results.backList()));

    private final StoredRoundOffers documents = new StoredRoundOffers();

    private static ToldItem told(String json) {
        return new ToldItem(JsonCuts.unquoted(JsonCuts.fields(json).get("rec_id")), false, JsonFragment.of(json));
    }

    private CompletedItem complete(Kind kind, String json) {
        return documents.complete(WHOLE, kind, List.of(told(json))).get(0);
    }

    private static JsonNode fields(CompletedItem item) {
        try {
            return new ObjectMapper().readTree(item.fields().utf8());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theRoundsAdsAreTheItemsOfACallThatNamesNone() {
        List<CompletedItem> ads = documents.ads(WHOLE);

        assertThat(ads).hasSize(1);
        assertThat(ads.get(0).item()).isEqualTo(new TriggeredItem("rec-2", true, true));
        assertThat(ads.get(0).analystComment()).isEqualTo("for analysts only");
        assertThat(DOCUMENTS.notifications(Results.notifications(), Language.JA).toString())
                .as("as they are shown, byte for byte")
                .contains("\"items\":[" + ads.get(0).fields() + "]");
        assertThat(documents.ads(NOTHING)).isEmpty();
    }

    @Test
    void whatTheClientLeavesOutOrGivesAsNullIsFilled() {
        JsonNode filled = fields(complete(Kind.AD, "{\"rec_id\":\"rec-2\",\"brand\":null}"));

        assertThat(filled.get("item_id").asInt()).isEqualTo(881);
        assertThat(filled.get("item_name").asText()).isEqualTo("간장 1L");
        assertThat(filled.get("brand").asText()).isEqualTo("Higeta");
        assertThat(filled.get("price").asInt()).isEqualTo(3600);
        assertThat(filled.get("price_unit").asText()).isEqualTo("₩");
        assertThat(filled.get("reason_detail_marketing").get("ja").asText()).isEqualTo("あ");
        assertThat(filled.has("price_yen")).isFalse();
    }

    @Test
    void whatTheClientGivesWinsAndWhatNobodyKnowsIsKeptByteForByte() {
        CompletedItem completed = complete(
                Kind.AD,
                "{\"x\" : { \"n\":[1.0,-0,1E5, 12345678901234567890.10] ,\"\\u0041\":null},\"rec_id\":\"rec-2\","
                        + "\"brand\":\"Mine\",\"price_yen\":4900.00,\"y\":null,\"price\":\"free\"}");

        assertThat(completed.fields().toString())
                .contains("\"x\":{ \"n\":[1.0,-0,1E5, 12345678901234567890.10] ,\"\\u0041\":null}")
                .contains("\"brand\":\"Mine\"")
                .contains("\"price_yen\":4900.00")
                .contains("\"y\":null")
                .contains("\"price\":\"free\"")
                .doesNotContain("Higeta");
    }

    @Test
    void anItemIsLookedForFirstWhereItsKindIs() {
        assertThat(fields(complete(Kind.AD, "{\"rec_id\":\"rec-2\"}"))
                        .get("type")
                        .asText())
                .isEqualTo("ads");
        assertThat(fields(complete(Kind.COUPON, "{\"rec_id\":\"rec-2\"}"))
                        .get("type")
                        .asText())
                .isEqualTo("coupon");
        assertThat(complete(Kind.COUPON, "{\"rec_id\":\"rec-1\"}").item().isOfRound())
                .as("the round has it, though it is no coupon")
                .isTrue();
    }

    @Test
    void aRecommendedItemIsFilledFromItsProductAndFromWhatWasNoted() {
        CompletedItem completed = complete(Kind.RECOMMENDATION, "{\"rec_id\":\"rec-1\",\"action\":\"tap\"}");
        JsonNode filled = fields(completed);

        assertThat(filled.get("item_id").asInt()).isEqualTo(881);
        assertThat(filled.get("item_name").asText()).isEqualTo("x");
        assertThat(filled.get("item_name_en").asText()).isEqualTo("x");
        assertThat(filled.get("brand").asText()).isEqualTo("キユーピー");
        assertThat(filled.get("price").asInt()).isEqualTo(3600);
        assertThat(filled.get("price_unit").asText()).isEqualTo("₩");
        assertThat(filled.get("reason").asText()).isEqualTo("cross-sell");
        assertThat(filled.get("reason_type").asText()).isEqualTo("cross-sell");
        assertThat(filled.get("reason_detail").get("ko").asText()).isEqualTo("lift 2.1");
        assertThat(filled.get("product").get("name").asText()).isEqualTo("ごまドレッシング");
        assertThat(filled.get("action").asText()).isEqualTo("tap");
        assertThat(completed.analystComment()).isEqualTo("for analysts only");
        assertThat(completed.fields().toString()).doesNotContain("analyst");
    }

    @Test
    void aRecommendedItemMayBeNamedByUpstreamsId() {
        CompletedItem completed = complete(Kind.RECOMMENDATION, "{\"rec_id\":\"up-1\"}");

        assertThat(completed.item()).isEqualTo(new TriggeredItem("rec-1", true, false));
        assertThat(fields(completed).get("rec_id").asText())
                .as("what is given wins")
                .isEqualTo("up-1");
        assertThat(completed.analystComment()).isEqualTo("for analysts only");
        assertThat(complete(Kind.COUPON, "{\"rec_id\":\"up-1\"}").item().isOfRound())
                .isFalse();
    }

    @Test
    void anItemThatTheStoreDidNotKnowIsNotOneOfTheRound() {
        assertThat(complete(Kind.RECOMMENDATION, "{\"rec_id\":\"up-2\"}").item())
                .isEqualTo(new TriggeredItem("up-2", false, false));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheRoundDoesNotHaveIsWhatTheClientTells(Kind kind) {
        CompletedItem completed = documents
                .complete(WHOLE, kind, List.of(new ToldItem("new", true, JsonFragment.of("{\"rec_id\":\"new\"}"))))
                .get(0);

        assertThat(completed.item()).isEqualTo(new TriggeredItem("new", false, true));
        assertThat(completed.fields()).hasToString("{\"rec_id\":\"new\"}");
        assertThat(completed.analystComment()).isNull();
    }

    @Test
    void aRoundWithoutResultsHasNothing() {
        assertThat(documents
                        .complete(NOTHING, Kind.COUPON, List.of(told("{\"rec_id\":\"rec-2\"}")))
                        .get(0)
                        .item()
                        .isOfRound())
                .isFalse();
    }

    @Test
    void aRoundOfTheTimeBeforeTheIndexIsFilledFromItsProducts() {
        Offers old = new Offers(WHOLE.recommendedItems(), WHOLE.notifications(), null, null);

        CompletedItem completed = documents
                .complete(old, Kind.RECOMMENDATION, List.of(told("{\"rec_id\":\"rec-1\"}")))
                .get(0);

        assertThat(fields(completed).get("item_name").asText()).isEqualTo("ごまドレッシング");
        assertThat(completed.analystComment()).isNull();
    }

    @Test
    void productFactsAreTheProductsAlone() {
        assertThat(complete(
                                Kind.AD,
                                "{\"rec_id\":\"rec-2\",\"price_yen\":4900,\"note\":\"for Kim\",\"item_name\":null}")
                        .productFacts())
                .hasToString("{\"item_id\":881,\"item_name\":\"간장 1L\",\"item_name_en\":\"Soy Sauce 1L\","
                        + "\"price\":3600,\"price_unit\":\"₩\",\"price_yen\":4900}");
        assertThat(complete(Kind.AD, "{\"rec_id\":\"new\",\"price\":{\"of\":\"Kim\"},\"item_name\":[\"Kim\"]}")
                        .productFacts())
                .as("nothing but texts and numbers")
                .hasToString("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud83c", "quote \" and {brace}"})
    void whatModelsWriteCanBeStored(String text) {
        JsonFragment index = DOCUMENTS.upsellIndex(new UpsellSurface(
                List.of(new UpsellItem("u", "r", null, text, null, SurfaceReason.UPSELL, null, null, text))));

        CompletedItem completed = documents
                .complete(new Offers(null, null, index, null), Kind.RECOMMENDATION, List.of(told("{\"rec_id\":\"r\"}")))
                .get(0);

        assertThat(completed.analystComment())
                .doesNotContain("\u0000")
                .doesNotContain("\ud83c")
                .isNotEmpty();
    }
}
