package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What a decoder with fixed types expects of chats and rounds: exact keys, and the type of each value. */
final class Shapes {

    private static final Set<String> ROUND = Set.of(
            "round_no",
            "round_id",
            "prompt",
            "created_at",
            "updated_at",
            "status",
            "back_list_status",
            "pipeline_progress",
            "todos",
            "recommended_items",
            "notifications",
            "guard");

    private static final Set<String> PRODUCT = Set.of(
            "id",
            "name",
            "brand",
            "barcode",
            "price",
            "price_unit",
            "src_url",
            "quantity",
            "section_code",
            "section_name",
            "location",
            "allergens",
            "may_contain",
            "diets");

    private static final Set<String> SESSION_PRODUCT = new TreeSet<>(
            Set.of("id", "name", "barcode", "price", "price_unit", "section_code", "section_name", "src_url"));

    private static final Set<String> NOTIFICATION = Set.of(
            "item_id",
            "rec_id",
            "item_name",
            "item_name_en",
            "brand",
            "zone_id",
            "zone_name",
            "type",
            "discount_pct",
            "applied_score",
            "priority_score",
            "method",
            "reason_type",
            "reason_detail",
            "reason_detail_marketing",
            "rank",
            "price",
            "price_unit",
            "product");

    /** The way through the store; codes of one place share a number. */
    private static final Map<String, Integer> PLACES =
            places("PR", "DL", "BK SW SN", "AL", "DY DR", "PA", "MT", "FI", "FR");

    private Shapes() {}

    private static Map<String, Integer> places(String... groups) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            for (String code : groups[i].split(" ")) {
                places.put(code, i);
            }
        }
        return places;
    }

    static void assertChat(JsonNode chat) {
        assertThat(Json.keys(chat))
                .containsExactlyInAnyOrder("chat_id", "profile_id", "profile_summary", "created_at", "rounds");
        assertUuid(chat.get("chat_id"));
        assertUuid(chat.get("profile_id"));
        assertTimestamp(chat.get("created_at"));
        assertThat(Json.keys(chat.get("profile_summary"))).containsExactlyInAnyOrder("name", "gender", "age", "locale");
        int number = 1;
        for (JsonNode round : chat.get("rounds")) {
            assertRound(round);
            assertThat(round.get("round_no").asInt()).isEqualTo(number++);
        }
    }

    static void assertRound(JsonNode round) {
        String status = round.get("status").asText();
        Set<String> keys = new TreeSet<>(ROUND);
        if (status.equals("error")) {
            keys.add("last_error");
            assertText(round.get("last_error"));
        }
        assertThat(Json.keys(round)).isEqualTo(keys);
        assertThat(round.get("round_no").isIntegralNumber()).isTrue();
        assertUuid(round.get("round_id"));
        assertText(round.get("prompt"));
        assertTimestamp(round.get("created_at"));
        assertTimestamp(round.get("updated_at"));
        assertThat(status).isIn("in_progress", "completed", "error");
        JsonNode backList = round.get("back_list_status");
        assertThat(backList.isNull()
                        || Set.of("not_started", "in_progress", "completed").contains(backList.asText()))
                .isTrue();
        List<String> steps = assertProgress(round.get("pipeline_progress"));
        assertThat(steps.stream().allMatch("done"::equals))
                .as("completed is when all steps are done: " + steps)
                .isEqualTo(status.equals("completed"));
        assertTodos(round.get("todos"), steps.get(1).equals("done"));
        assertRecommended(round.get("recommended_items"), steps.get(2).equals("done"));
        assertNotifications(round.get("notifications"), steps.get(3).equals("done"));
        if (status.equals("completed")) {
            assertThat(backList.asText()).isEqualTo("completed");
        }
    }

    private static List<String> assertProgress(JsonNode progress) {
        assertThat(Json.keys(progress)).containsExactly("step1", "step2", "step3", "step4");
        List<String> steps = Api.list(progress).stream().map(JsonNode::asText).toList();
        assertThat(String.join(" ", steps)).matches("(done ?)*((running|error)( pending)*)?");
        return steps;
    }

    private static void assertTodos(JsonNode todos, boolean done) {
        if (!done) {
            assertThat(todos.isNull()).isTrue();
            return;
        }
        assertThat(Json.keys(todos))
                .containsExactlyInAnyOrder(
                        "recipe_title",
                        "intro_message",
                        "recipe_description",
                        "recommendation_message",
                        "ingredients",
                        "items",
                        "total");
        for (String text : List.of("recipe_title", "intro_message", "recipe_description", "recommendation_message")) {
            assertFilled(todos.get(text));
        }
        assertThat(todos.get("ingredients")).isNotEmpty();
        todos.get("ingredients").forEach(Shapes::assertIngredient);
        long total = 0;
        int place = 0;
        for (JsonNode item : todos.get("items")) {
            assertThat(Json.keys(item)).containsExactlyInAnyOrder("quantity", "state", "product");
            assertThat(item.get("state").asText()).isEqualTo("open");
            assertThat(item.get("quantity").isNumber()).isTrue();
            JsonNode product = item.get("product");
            assertProduct(product);
            total += product.get("price").asLong() * item.get("quantity").asLong();
            int next = PLACES.getOrDefault(product.get("section_code").asText(), Integer.MAX_VALUE);
            assertThat(next).as("walking order of " + todos.get("items")).isGreaterThanOrEqualTo(place);
            place = next;
        }
        assertThat(todos.get("total").asLong()).isEqualTo(total);
    }

    private static void assertIngredient(JsonNode ingredient) {
        assertThat(Json.keys(ingredient)).containsExactlyInAnyOrder("name", "category", "quantity", "quantity_unit");
        for (String field : List.of("name", "quantity_unit")) {
            assertThat(Json.keys(ingredient.get(field))).containsExactly("en", "jp", "ko");
            ingredient.get(field).forEach(Shapes::assertText);
        }
        assertText(ingredient.get("category"));
        assertThat(ingredient.get("quantity").isNumber()).isTrue();
    }

    private static void assertRecommended(JsonNode items, boolean done) {
        assertThat(items.isArray()).isTrue();
        if (!done) {
            assertThat(items).isEmpty();
        }
        for (JsonNode item : items) {
            assertThat(Json.keys(item))
                    .containsExactlyInAnyOrder(
                            "rec_id", "reason", "reason_detail", "reason_detail_marketing", "product");
            assertFilled(item.get("rec_id"));
            assertThat(item.get("reason").asText()).isIn("cross-sell", "upsell", "impulse");
            assertThreeLanguages(item.get("reason_detail"));
            assertThreeLanguages(item.get("reason_detail_marketing"));
            assertProduct(item.get("product"));
        }
    }

    private static void assertNotifications(JsonNode notifications, boolean done) {
        assertThat(Json.keys(notifications)).containsExactlyInAnyOrder("ad", "coupon", "coupon_spot");
        JsonNode ad = notifications.get("ad");
        JsonNode coupons = notifications.get("coupon");
        if (done) {
            assertThat(Json.keys(ad)).containsExactlyInAnyOrder("signage", "items");
            assertThat(ad.get("items").size()).isLessThanOrEqualTo(3);
            assertLocation(ad.get("signage"));
            assertRanked(ad.get("items"), "ads", NOTIFICATION);
        } else {
            assertThat(ad.isNull()).isTrue();
            assertThat(coupons).isEmpty();
        }
        Set<String> withLocation = new TreeSet<>(NOTIFICATION);
        withLocation.add("location");
        assertRanked(coupons, "coupon", withLocation);
        coupons.forEach(coupon -> assertLocation(coupon.get("location")));
        assertSpots(notifications.get("coupon_spot"), withLocation);
    }

    private static void assertRanked(JsonNode items, String type, Set<String> keys) {
        assertThat(items.isArray()).isTrue();
        double priority = Double.MAX_VALUE;
        int rank = 1;
        for (JsonNode item : items) {
            assertThat(Json.keys(item)).isEqualTo(new TreeSet<>(keys));
            assertThat(item.get("type").asText()).isEqualTo(type);
            assertThat(item.get("rank").asInt()).isEqualTo(rank++);
            assertFilled(item.get("rec_id"));
            assertThreeLanguages(item.get("reason_detail"));
            assertThreeLanguages(item.get("reason_detail_marketing"));
            double next = item.get("priority_score").isNull()
                    ? -Double.MAX_VALUE
                    : item.get("priority_score").asDouble();
            assertThat(next).isLessThanOrEqualTo(priority);
            priority = next;
            assertPriced(item);
        }
    }

    private static void assertSpots(JsonNode spots, Set<String> keys) {
        assertThat(spots.isArray()).isTrue();
        assertThat(spots).isNotEmpty();
        int rank = 1;
        for (JsonNode spot : spots) {
            assertThat(Json.keys(spot)).isEqualTo(new TreeSet<>(keys));
            assertThat(spot.get("type").asText()).isEqualTo("coupon");
            assertThat(spot.get("rank").asInt()).isEqualTo(rank++);
            for (String none : List.of(
                    "rec_id",
                    "zone_id",
                    "zone_name",
                    "applied_score",
                    "priority_score",
                    "method",
                    "reason_type",
                    "reason_detail",
                    "reason_detail_marketing")) {
                assertThat(spot.get(none).isNull()).as(none).isTrue();
            }
            assertLocation(spot.get("location"));
            assertPriced(spot);
        }
    }

    private static void assertPriced(JsonNode item) {
        JsonNode product = item.get("product");
        assertText(item.get("item_name"));
        if (product.isNull()) {
            assertThat(item.get("price").isNull()).isTrue();
            assertThat(item.get("price_unit").isNull()).isTrue();
        } else {
            assertProduct(product);
            assertThat(item.get("item_id")).isEqualTo(product.get("id"));
            assertThat(item.get("price")).isEqualTo(product.get("price"));
            assertThat(item.get("price_unit")).isEqualTo(product.get("price_unit"));
        }
    }

    static void assertProduct(JsonNode product) {
        assertThat(Json.keys(product)).isEqualTo(new TreeSet<>(PRODUCT));
        assertThat(product.get("id").isIntegralNumber()).isTrue();
        assertFilled(product.get("name"));
        assertText(product.get("barcode"));
        assertThat(product.get("price").isNumber()).isTrue();
        assertText(product.get("price_unit"));
        assertText(product.get("src_url"));
        assertThat(product.get("quantity").isIntegralNumber()).isTrue();
        assertText(product.get("section_code"));
        assertText(product.get("section_name"));
        assertLocation(product.get("location"));
    }

    private static void assertLocation(JsonNode location) {
        if (!location.isNull()) {
            assertThat(Json.keys(location)).containsExactly("radius", "x", "y");
            location.forEach(part -> assertThat(part.isNumber()).isTrue());
        }
    }

    private static void assertThreeLanguages(JsonNode text) {
        assertThat(Json.keys(text)).containsExactly("en", "ja", "ko");
        text.forEach(Shapes::assertFilled);
    }

    static void assertUuid(JsonNode id) {
        assertThat(UUID.fromString(id.asText()).toString()).isEqualTo(id.asText());
    }

    /** Whole seconds in UTC: the strictest of the decoders takes nothing else. */
    static void assertTimestamp(JsonNode timestamp) {
        assertThat(timestamp.asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        Instant.parse(timestamp.asText());
    }

    private static void assertText(JsonNode text) {
        assertThat(text.isTextual()).as(text.toString()).isTrue();
    }

    private static void assertFilled(JsonNode text) {
        assertText(text);
        assertThat(text.asText()).isNotBlank();
    }

    /** {@code result} of the session form, once the shopping list is there. */
    static void assertSessionResult(JsonNode result) {
        assertThat(Json.keys(result)).containsExactly("back_list", "shopping_list");
        JsonNode list = result.get("shopping_list");
        assertThat(Json.keys(list)).containsExactly("items", "total_yen");
        for (JsonNode item : list.get("items")) {
            assertThat(Json.keys(item))
                    .containsExactlyInAnyOrder("item_name_en", "price_yen", "zone_name", "id", "matched", "product");
            JsonNode product = item.get("product");
            assertThat(product.isNull()).isEqualTo(!item.get("matched").asBoolean());
            if (!product.isNull()) {
                assertThat(Json.keys(product)).isEqualTo(SESSION_PRODUCT);
                assertThat(product.get("id")).isEqualTo(item.get("id"));
            }
        }
        JsonNode backList = result.get("back_list");
        if (!backList.isNull()) {
            assertThat(Json.keys(backList)).containsExactly("back_recommendations");
            for (JsonNode item : backList.get("back_recommendations")) {
                assertThat(Json.keys(item))
                        .containsExactlyInAnyOrder(
                                "recommendation_id", "item_name_en", "price_yen", "reason_type", "store_reasoning");
                assertThat(Json.keys(item.get("store_reasoning"))).containsExactly("method", "scoring_equation");
            }
        }
    }
}
