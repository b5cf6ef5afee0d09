package com.ones1ght.adapters.rest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.shared.Language;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonResultDocumentsTest {

    private static final String DRESSING = """
            {"id":881,"name":"%s","brand":"キユーピー","barcode":"4906028184943","price":3600,"price_unit":"₩",\
            "src_url":"https://cdn.example/881.png","quantity":100,"section_code":"PA","section_name":"식료품",\
            "location":{"x":28,"y":22.794,"radius":0.5}}""";
    private static final String BAG = """
            {"id":7,"name":"Bag","brand":null,"barcode":null,"price":1,"price_unit":"₩","src_url":null,\
            "quantity":null,"section_code":null,"section_name":null,"location":null}""";
    private static final String WHY = """
            "reason_detail":{"ko":"why","en":"why","ja":"why"},"reason_detail_marketing":{"ko":"가","en":"a","ja":"あ"}""";

    private final JsonResultDocuments documents = new JsonResultDocuments();

    @Test
    void todosHaveTheRecipeTheProductsAndJapaneseAsJpInIngredients() {
        assertThat(documents.todos(Results.todos(), Language.KO))
                .hasToString("""
                {"recipe_title":"카레","intro_message":"오늘은 \\"카레\\"","recipe_description":null,\
                "recommendation_message":"추천","ingredients":[\
                {"name":{"ko":"배추","en":"napa cabbage","jp":"白菜"},"category":"Produce","quantity":0.25,\
                "quantity_unit":{"ko":"포기","en":"head","jp":"玉"}},\
                {"name":{"ko":"소금","en":"salt","jp":"塩"},"category":null,"quantity":null,"quantity_unit":null}],\
                "items":[{"quantity":2,"product":%s},{"quantity":1,"product":%s}],"total":7201}""".formatted(DRESSING.formatted("참깨 드레싱"), BAG));
    }

    @Test
    void recommendedItemsHaveReasonsInThreeLanguagesAndNothingForAnalysts() {
        assertThat(documents.recommendedItems(Results.recommendedItems(), Language.JA))
                .hasToString("""
                [{"rec_id":"rec-1","reason":"cross-sell",\
                "reason_detail":{"ko":"lift 2.1","en":"lift 2.1","ja":"lift 2.1"},\
                "reason_detail_marketing":{"ko":"","en":"","ja":""},"product":%s}]""".formatted(DRESSING.formatted("ごまドレッシング")));
    }

    @Test
    void adsHaveNineteenKeysAndCouponsTheirLocationBesides() {
        assertThat(documents.notifications(Results.notifications(), Language.EN))
                .hasToString("""
                {"ad":{"signage":{"x":4,"y":1,"radius":2},"items":[\
                {"item_id":881,"rec_id":"rec-2","item_name":"간장 1L","item_name_en":"Soy Sauce 1L","brand":"Higeta",\
                "zone_id":12,"zone_name":"Pantry","type":"ads","discount_pct":5,"applied_score":0.85,\
                "priority_score":0.95,"method":"copurchase_lift","reason_type":"cross-sell",%1$s,\
                "rank":1,"price":3600,"price_unit":"₩","product":%2$s}]},\
                "coupon":[\
                {"item_id":null,"rec_id":"rec-2","item_name":"간장 1L","item_name_en":"Soy Sauce 1L","brand":"Higeta",\
                "zone_id":12,"zone_name":"Pantry","type":"coupon","discount_pct":5,"applied_score":0.85,\
                "priority_score":0.95,"method":"copurchase_lift","reason_type":"cross-sell",%1$s,\
                "rank":1,"price":null,"price_unit":null,"product":null,"location":null}]}""".formatted(WHY, DRESSING.formatted("Sesame Dressing")));
    }

    @Test
    void adIsAnObjectEvenWithoutItems() {
        assertThat(documents.notifications(new Notifications(null, List.of(), List.of()), Language.KO))
                .hasToString("{\"ad\":{\"signage\":null,\"items\":[]},\"coupon\":[]}");
    }

    @Test
    void couponSpotsHaveTheKeysOfCouponsAndTheirOwnLocation() {
        assertThat(documents.couponSpots(Results.couponSpots(), Language.EN))
                .hasToString("""
                [{"item_id":881,"rec_id":null,"item_name":"프로틴 바","item_name_en":"Protein Bar","brand":"B",\
                "zone_id":null,"zone_name":null,"type":"coupon","discount_pct":10,"applied_score":null,\
                "priority_score":null,"method":null,"reason_type":null,"reason_detail":null,\
                "reason_detail_marketing":null,"rank":1,"price":3600,"price_unit":"₩","product":%s,\
                "location":{"x":12.3,"y":4.5,"radius":1}}]""".formatted(DRESSING.formatted("Sesame Dressing")));
    }

    @Test
    void loneSurrogateOfAModelDoesNoHarm() {
        Meal meal = new Meal("a\ud800b", null, null, null, null, List.of());
        assertThat(documents.todos(new Todos(meal, List.of(), BigDecimal.ZERO), Language.KO))
                .hasToString("{\"recipe_title\":\"a?b\",\"intro_message\":null,\"recipe_description\":null,"
                        + "\"recommendation_message\":null,\"ingredients\":[],\"items\":[],\"total\":0}");
    }
}
