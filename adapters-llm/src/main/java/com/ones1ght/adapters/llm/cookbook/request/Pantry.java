package com.ones1ght.adapters.llm.cookbook.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.cookbook.language.Supplies;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.domain.profile.ProfileDocument;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a shopper has at home and does not buy: what the conversation says, and the profile's field {@code pantry}, at the
 * top level or in {@code extra}, as a text, a list or an object of name to true.
 */
public final class Pantry {

    private static final String FIELD = "pantry";

    private final Supplies supplies;

    private Pantry(Supplies supplies) {
        this.supplies = supplies;
    }

    public static Pantry of(ProfileDocument document, MealRequest mealRequest) {
        return of(document, mealRequest, LanguageAnalyzer.bundled());
    }

    public static Pantry of(ProfileDocument document, MealRequest mealRequest, LanguageAnalyzer analyzer) {
        JsonNode profile = Json.read(document.json());
        Set<String> concepts = new LinkedHashSet<>();
        collect(profile.path(FIELD), analyzer, concepts);
        collect(profile.path("extra").path(FIELD), analyzer, concepts);
        return new Pantry(mealRequest.constraints().atHand().and(new Supplies(concepts, Map.of())));
    }

    /** Whether the food is at hand, by its own name or by that of a family that it belongs to. */
    public boolean holds(Food food) {
        return supplies.hold(food);
    }

    /** How much of it has to be bought besides; empty where what is at hand is enough, or how much that is nobody said. */
    public Optional<Amount> missing(Food food, Amount needed) {
        if (!holds(food)) {
            return Optional.of(needed);
        }
        return supplies.of(food, needed.measure())
                .map(there -> needed.quantity().subtract(there.quantity()))
                .filter(rest -> rest.signum() > 0)
                .map(rest -> new Amount(rest, needed.measure()));
    }

    private static void collect(JsonNode node, LanguageAnalyzer analyzer, Set<String> into) {
        if (node.isTextual()) {
            into.addAll(analyzer.analyze(node.textValue()).foods());
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, analyzer, into));
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> field.getValue().asBoolean(false))
                    .forEach(field ->
                            into.addAll(analyzer.analyze(field.getKey()).foods()));
        }
    }
}
