package com.ones1ght.adapters.rest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.Dislike;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import com.ones1ght.domain.recommendation.AnalystComments;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.GuardedList;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.recommendation.TodoState;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.recommendation.WithheldItem;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonResultDocumentsTest {

    private static final String DRESSING = """
            {"id":881,"name":"%s","brand":"キユーピー","barcode":"4906028184943","price":3600,"price_unit":"₩",\
            "src_url":"https://cdn.example/881.png","quantity":100,"section_code":"PA","section_name":"%s",\
            "location":{"x":28,"y":22.794,"radius":0.5},"allergens":["egg","sesame"],"may_contain":[],"diets":null}""";
    private static final String BAG = """
            {"id":7,"name":"Bag","brand":null,"barcode":null,"price":1,"price_unit":"₩","src_url":null,\
            "quantity":null,"section_code":null,"section_name":null,"location":null,\
            "allergens":null,"may_contain":null,"diets":null}""";
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
                "items":[{"quantity":2,"state":"open","product":%s},{"quantity":1,"state":"open","product":%s}],\
                "total":7201}""".formatted(DRESSING.formatted("참깨 드레싱", "식료품"), BAG));
    }

    @Test
    void changedTodosKeepTheTextOfTheRecipe() {
        JsonFragment stored = JsonFragment.of("{\"recipe_title\":\"카레 \\u0041\",\"x\":1e5,"
                + "\"items\":[{\"quantity\":2,\"product\":{}}],\"total\":1.50}");
        TodoList list = new TodoList(List.of(
                new TodoItem(3, Results.dressing(), TodoState.HAVE),
                new TodoItem(2, Results.bareProduct(), TodoState.PICKED),
                new TodoItem(9, Results.bareProduct(), TodoState.REMOVED)));

        assertThat(documents.changedTodos(stored, list, Language.KO))
                .hasToString("""
                {"recipe_title":"카레 \\u0041","x":1e5,\
                "items":[{"quantity":3,"state":"have","product":%s},{"quantity":2,"state":"picked","product":%s},\
                {"quantity":9,"state":"removed","product":%s}],"total":2}""".formatted(DRESSING.formatted("참깨 드레싱", "식료품"), BAG, BAG));
    }

    @Test
    void linesOfAnEventAreThoseOfTheList() {
        assertThat(TodoDocument.of(List.of(new TodoItem(1, Results.bareProduct())), Language.KO))
                .hasToString("[{\"quantity\":1,\"state\":\"open\",\"product\":" + BAG + "}]");
    }

    @Test
    void recommendedItemsHaveReasonsInThreeLanguagesAndNothingForAnalysts() {
        assertThat(documents.recommendedItems(Results.recommendedItems(), Language.JA))
                .hasToString("""
                [{"rec_id":"rec-1","reason":"cross-sell",\
                "reason_detail":{"ko":"lift 2.1","en":"lift 2.1","ja":"lift 2.1"},\
                "reason_detail_marketing":{"ko":"","en":"","ja":""},"product":%s}]""".formatted(DRESSING.formatted("ごまドレッシング", "食料品")));
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
                "rank":1,"price":null,"price_unit":null,"product":null,"location":null}]}""".formatted(WHY, DRESSING.formatted("Sesame Dressing", "Pantry")));
    }

    @Test
    void adIsAnObjectEvenWithoutItems() {
        assertThat(documents.notifications(
                        new Notifications(null, List.of(), List.of(), AnalystComments.NONE), Language.KO))
                .hasToString("{\"ad\":{\"signage\":null,\"items\":[]},\"coupon\":[]}");
    }

    @Test
    void couponSpotsHaveTheKeysOfCouponsAndTheirOwnLocation() {
        assertThat(documents.couponSpots(Results.couponSpots(), Language.EN))
                .hasToString("""
                [{"item_id":881,"rec_id":null,"item_name":"Sesame Dressing","item_name_en":"Protein Bar","brand":"B",\
                "zone_id":null,"zone_name":null,"type":"coupon","discount_pct":10,"applied_score":null,\
                "priority_score":null,"method":null,"reason_type":null,"reason_detail":null,\
                "reason_detail_marketing":null,"rank":1,"price":3600,"price_unit":"₩","product":%s,\
                "location":{"x":12.3,"y":4.5,"radius":1}}]""".formatted(DRESSING.formatted("Sesame Dressing", "Pantry")));
    }

    @Test
    void shoppingListOfASessionKeepsWhatTheStoreDoesNotHave() {
        assertThat(documents.sessionShoppingList(
                        Results.shoppingList(), Map.of(Results.dressing().id(), Results.dressing()), Language.JA))
                .hasToString("""
                {"items":[\
                {"item_name_en":"Sesame Dressing","price_yen":380.5,"zone_name":"Pantry","id":881,"matched":true,\
                "product":{"id":881,"name":"ごまドレッシング","barcode":"4906028184943","price":3600,"price_unit":"₩",\
                "section_code":"PA","section_name":"食料品","src_url":"https://cdn.example/881.png"}},\
                {"item_name_en":"Lost","price_yen":100,"zone_name":null,"id":7,"matched":false,"product":null},\
                {"item_name_en":null,"price_yen":null,"zone_name":null,"id":null,"matched":false,"product":null}],\
                "total_yen":2450}""");
    }

    @Test
    void emptyShoppingListOfASessionHasAllItsKeys() {
        assertThat(documents.sessionShoppingList(new ShoppingList(List.of(), null), Map.of(), Language.KO))
                .hasToString("{\"items\":[],\"total_yen\":null}");
    }

    @Test
    void backListOfASessionHasTheReasonsOfTheStoreAndNothingForAnalysts() {
        assertThat(documents.sessionBackList(Results.backList())).hasToString("""
                {"back_recommendations":[\
                {"recommendation_id":"rec-2","item_name_en":"Soy Sauce 1L","price_yen":860,"reason_type":"cross-sell",\
                "store_reasoning":{"method":"copurchase_lift","scoring_equation":"a*b"}},\
                {"recommendation_id":"rec-3","item_name_en":null,"price_yen":null,"reason_type":null,\
                "store_reasoning":{"method":null,"scoring_equation":null}}]}""");
        assertThat(documents.sessionBackList(new BackList(List.of()))).hasToString("{\"back_recommendations\":[]}");
    }

    @Test
    void loneSurrogateOfAModelDoesNoHarm() {
        Meal meal = new Meal("a\ud800b", null, null, null, null, List.of());
        assertThat(documents.todos(new Todos(meal, List.of(), BigDecimal.ZERO), Language.KO))
                .hasToString("{\"recipe_title\":\"a?b\",\"intro_message\":null,\"recipe_description\":null,"
                        + "\"recommendation_message\":null,\"ingredients\":[],\"items\":[],\"total\":0}");
    }

    @Test
    void theGuardShouldNameWhatWasWithheldAndWhy() {
        Restriction egg = new AvoidedAllergen(Allergen.EGG);
        RoundGuard guard = new RoundGuard(
                List.of(egg, new FollowedDiet(Diet.HALAL), new Dislike("오이")),
                List.of("\"망고\""),
                List.of("low salt"),
                List.of(
                        new WithheldItem(GuardedList.TODOS, new ProductId(196), null, null, "계란", List.of(egg)),
                        new WithheldItem(
                                GuardedList.RECOMMENDED_ITEMS, new ProductId(7), "r1", "u1", "마요네즈", List.of(egg)),
                        new WithheldItem(GuardedList.INGREDIENTS, null, null, null, null, List.of(egg))));

        assertThat(documents.guard(guard)).hasToString("""
                {"restrictions":["allergen:egg","diet:halal","dislike:오이"],"unknown":["\\"망고\\""],\
                "unmet":["low salt"],"withheld":[\
                {"list":"todos","item_id":196,"rec_id":null,"name":"계란","because":["allergen:egg"]},\
                {"list":"recommended_items","item_id":7,"rec_id":"r1","name":"마요네즈","because":["allergen:egg"]},\
                {"list":"ingredients","item_id":null,"rec_id":null,"name":null,"because":["allergen:egg"]}]}""");
    }
}
