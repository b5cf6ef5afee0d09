package com.ones1ght.adapters.llm.cookbook.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.domain.profile.ProfileDocument;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a shopper has at home and does not buy: what the conversation says, and the profile's field {@code pantry}, at the
 * top level or in {@code extra}, as a text, a list or an object of name to true.
 */
public final class Pantry {

    private static final String FIELD = "pantry";

    private final Set<String> concepts;

    private Pantry(Set<String> concepts) {
        this.concepts = concepts;
    }

    public static Pantry of(ProfileDocument document, MealRequest mealRequest) {
        return of(document, mealRequest, LanguageAnalyzer.bundled());
    }

    public static Pantry of(ProfileDocument document, MealRequest mealRequest, LanguageAnalyzer analyzer) {
        JsonNode profile = Json.read(document.json());
        Set<String> concepts = new LinkedHashSet<>(mealRequest.constraints().atHand());
        collect(profile.path(FIELD), analyzer, concepts);
        collect(profile.path("extra").path(FIELD), analyzer, concepts);
        return new Pantry(concepts);
    }

    /** Whether the food is at hand, by its own name or by that of a family that it belongs to. */
    public boolean holds(Food food) {
        return concepts.stream().anyMatch(food::is);
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
