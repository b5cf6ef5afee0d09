package com.ones1ght.adapters.rest.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.chat.JsonResultDocuments;
import com.ones1ght.adapters.rest.chat.Results;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.FieldValue;
import com.ones1ght.domain.event.FieldValue.Kind;
import com.ones1ght.domain.event.ItemCompletion;
import com.ones1ght.domain.event.ItemField;
import com.ones1ght.domain.event.ItemFields;
import com.ones1ght.domain.event.ProductFact;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.event.TriggeredItem;
import com.ones1ght.domain.recommendation.Offer;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JsonItemDocumentsTest {

    private static final Offer AD = Results.notifications().ads().get(0);

    private final JsonItemDocuments documents = new JsonItemDocuments();

    private ItemFields read(String object) {
        return documents.read(JsonFragment.of(object));
    }

    private String completed(Offer offer, String reported) {
        TriggeredItem known = new TriggeredItem(offer.recommendationId(), documents.fields(offer), null);
        return documents
                .write(ItemCompletion.fill(new ReportedItem("x", read(reported)), known)
                        .fields())
                .toString();
    }

    @Test
    void adsAndCouponsHaveTheFieldsThatClientsAreShown() {
        String shown = new JsonResultDocuments()
                .notifications(Results.notifications(), Language.KO)
                .toString();
        Offer coupon = Results.notifications().coupons().get(0);
        RecommendedItem named = new RecommendedItem(
                Results.recommendedItems().get(0).item(), Results.dressing().namedIn(Language.KO));

        assertThat(shown).contains("\"coupon\":[" + documents.write(documents.fields(coupon)) + "]");
        assertThat(documents.write(documents.fields(named)).toString()).contains("\"name\":\"참깨 드레싱\"");
    }

    @Test
    void aRecommendedItemHasTheFieldsOfAdsBesideItsProduct() {
        Offer item = new RecommendedItem(
                Results.recommendedItems().get(0).item(), Results.dressing().namedIn(Language.JA));

        assertThat(documents.write(documents.fields(item))).hasToString("""
                {"item_id":881,"rec_id":"rec-1","item_name":"x","item_name_en":"x","brand":"キユーピー",\
                "reason_type":"cross-sell","price":3600,"price_unit":"₩","reason":"cross-sell",\
                "reason_detail":{"ko":"lift 2.1","en":"lift 2.1","ja":"lift 2.1"},\
                "reason_detail_marketing":{"ko":"","en":"","ja":""},\
                "product":{"id":881,"name":"ごまドレッシング","brand":"キユーピー","barcode":"4906028184943",\
                "price":3600,"price_unit":"₩","src_url":"https://cdn.example/881.png","quantity":100,\
                "section_code":"PA","section_name":"食料品","location":{"x":28,"y":22.794,"radius":0.5},\
                "allergens":["egg","sesame"],"may_contain":[],"diets":null}}""");
    }

    @Test
    void aRecommendedItemWithoutANameHasItsProducts() {
        @Nullable String none = null;
        UpsellItem item = new UpsellItem(null, "r", null, none, none, SurfaceReason.UPSELL, null, null, null);

        assertThat(documents
                        .fields(new RecommendedItem(item, Results.bareProduct()))
                        .values())
                .containsEntry(ProductFact.ITEM_NAME, new FieldValue("\"Bag\"", Kind.PLAIN))
                .containsEntry(ProductFact.ITEM_NAME_EN, new FieldValue("null", Kind.NONE));
    }

    @Test
    void valuesPassThroughByteForByte() {
        String completed = completed(
                AD,
                "{\"x\" : { \"n\":[1.0,-0,1E5, 12345678901234567890.10] ,\"\\u0041\":null},\"rec_id\":\"rec-2\","
                        + "\"brand\":\"Mine\",\"price_yen\":4900.00,\"y\":null,\"price\":\"free\",\"item_name\":null}");

        assertThat(completed)
                .startsWith("{\"item_id\":881,\"rec_id\":\"rec-2\",\"item_name\":\"간장 1L\",")
                .contains("\"brand\":\"Mine\"")
                .contains("\"price\":\"free\"")
                .endsWith(",\"x\":{ \"n\":[1.0,-0,1E5, 12345678901234567890.10] ,\"\\u0041\":null},"
                        + "\"price_yen\":4900.00,\"y\":null}")
                .doesNotContain("Higeta");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "null,NONE",
                "\"\",PLAIN",
                "\"null\",PLAIN",
                "-0,PLAIN",
                "1E5,PLAIN",
                "true,OTHER",
                "false,OTHER",
                "[ ],OTHER",
                "{},OTHER"
            })
    void valuesAreToldApart(String written, Kind kind) {
        assertThat(read("{\"x\": " + written + " }").values())
                .containsEntry(new ItemField.Other("x"), new FieldValue(written, kind));
    }

    @ParameterizedTest
    @EnumSource
    void productFactsAreRecognizedByTheirNames(ProductFact fact) {
        String name = fact.name().toLowerCase(java.util.Locale.ROOT);

        assertThat(read("{\"" + name + "\":1}").values()).containsOnlyKeys(fact);
    }

    @Test
    void namesOfFieldsMayBeAnything() {
        String odd = "{\"\":1,\"a\\\"b\":2,\"item_name \":3}";

        assertThat(documents.write(read(odd))).hasToString(odd);
    }
}
