package com.ones1ght.adapters.llm.cookbook.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.adapters.llm.cookbook.language.Limits;
import com.ones1ght.adapters.llm.cookbook.language.Mentioned;
import com.ones1ght.adapters.llm.cookbook.language.Supplies;
import com.ones1ght.adapters.llm.shared.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The constraints of a conversation as they stand in a raw meal. */
public final class RecordedConstraints {

    /** The field of a raw meal that holds the constraints. */
    public static final String FIELD = "gateway";

    private static final int MAX_AMOUNT = 3;

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,8}(?:\\.\\d{1,4})?) ([A-Z]+)");

    private RecordedConstraints() {}

    /** What {@link #of} reads. */
    public static ObjectNode write(ConversationConstraints constraints) {
        ObjectNode held = Json.object();
        held.set("unwanted_dishes", Json.strings(constraints.unwanted().dishes()));
        held.set("foods", Json.strings(constraints.wanted().foods()));
        held.set("unwanted_foods", Json.strings(constraints.unwanted().foods()));
        held.set("allergies", Json.strings(constraints.allergies()));
        held.set("unknown_allergens", Json.strings(constraints.unknownAllergens()));
        held.set("tags", Json.strings(constraints.wanted().tags()));
        held.set("unwanted_tags", Json.strings(constraints.unwanted().tags()));
        held.set("diets", Json.strings(constraints.diet().names()));
        held.set("additions", Json.strings(constraints.additions()));
        held.set("at_hand", Json.strings(constraints.atHand().foods()));
        ObjectNode amountsAtHand = held.putObject("amounts_at_hand");
        constraints
                .atHand()
                .amounts()
                .forEach((food, amount) -> amountsAtHand.put(
                        food, amount.quantity() + " " + amount.measure().name()));
        ObjectNode amounts = held.putObject("amounts");
        constraints.amounts().forEach(amounts::put);
        constraints.limits().servings().ifPresent(people -> held.put("servings", people));
        if (constraints.limits().further() != 0) {
            held.put("further", constraints.limits().further());
        }
        if (constraints.limits().guests() > 0) {
            held.put("guests", constraints.limits().guests());
        }
        constraints.limits().scale().ifPresent(scale -> held.put("scale", scale));
        constraints.limits().minutes().ifPresent(minutes -> held.put("minutes", minutes));
        constraints.limits().ingredients().ifPresent(count -> held.put("ingredients", count));
        constraints.limits().won().ifPresent(won -> held.put("won", won));
        ObjectNode json = Json.object().put("dish", constraints.dish());
        json.set("suggested", Json.strings(constraints.suggested()));
        json.set("constraints", held);
        return json;
    }

    /**
     * Reads the constraints from a raw meal.
     *
     * @return empty when the meal is none of this pipeline
     */
    public static Optional<ConversationConstraints> of(String mealJson, Cookbook cookbook) {
        JsonNode json = Json.read(mealJson).path(FIELD);
        String dish = json.path("dish").asText("");
        if (cookbook.dish(dish).isEmpty()) {
            return Optional.empty();
        }
        JsonNode held = json.path("constraints");
        return Optional.of(new ConversationConstraints(
                dish,
                Json.strings(json.path("suggested")),
                new Mentioned(Set.of(), Json.strings(held.path("foods")), Json.strings(held.path("tags"))),
                new Mentioned(
                        Json.strings(held.path("unwanted_dishes")),
                        Json.strings(held.path("unwanted_foods")),
                        Json.strings(held.path("unwanted_tags"))),
                Json.strings(held.path("allergies")),
                Json.strings(held.path("unknown_allergens")),
                diet(Json.strings(held.path("diets"))),
                Json.strings(held.path("additions")),
                new Supplies(Json.strings(held.path("at_hand")), amountsAtHand(held.path("amounts_at_hand"))),
                amounts(held.path("amounts")),
                new Limits(
                        number(held.path("servings"), Limits.MAX_SERVINGS),
                        Math.max(
                                -Limits.MAX_SERVINGS,
                                Math.min(held.path("further").asInt(0), Limits.MAX_SERVINGS)),
                        number(held.path("guests"), Limits.MAX_SERVINGS).orElse(0),
                        Optional.of(held.path("scale").asDouble(0)).filter(scale -> scale > 0 && scale <= MAX_AMOUNT),
                        number(held.path("minutes"), Integer.MAX_VALUE),
                        number(held.path("won"), Integer.MAX_VALUE),
                        number(held.path("ingredients"), Integer.MAX_VALUE),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static OptionalInt number(JsonNode node, int max) {
        int number = node.asInt(0);
        return number >= 1 && number <= max ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static Map<String, Double> amounts(JsonNode node) {
        Map<String, Double> amounts = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            double factor = field.getValue().asDouble(0);
            if (factor > 0 && factor <= MAX_AMOUNT) {
                amounts.put(field.getKey(), factor);
            }
        });
        return amounts;
    }

    private static Map<String, Amount> amountsAtHand(JsonNode node) {
        Map<String, Amount> amounts = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            Matcher amount = AMOUNT.matcher(field.getValue().asText());
            if (amount.matches() && Measure.known(amount.group(2)).isPresent()) {
                amounts.put(field.getKey(), new Amount(new BigDecimal(amount.group(1)), Measure.of(amount.group(2))));
            }
        });
        return amounts;
    }

    private static Diet diet(Set<String> names) {
        return names.stream().filter(Diet::isKnown).map(Diet::of).reduce(Diet.NONE, Diet::and);
    }
}
