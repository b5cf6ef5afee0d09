package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.shared.KoreanParticles;
import com.ones1ght.domain.shared.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders a dish's method with the ingredients of a variant. */
final class MethodText {

    private static final Pattern ONLY_WITH = Pattern.compile("\\[([a-z ]+)\\|([^\\]]*)\\]");
    private static final Pattern NAME = Pattern.compile("\\{([a-z ]+)\\}");

    private MethodText() {}

    static String of(DishVariant variant, Language language) {
        Map<String, Food> actual = new HashMap<>();
        variant.dish()
                .ingredients()
                .forEach(ingredient -> actual.put(ingredient.food().key(), ingredient.food()));
        variant.dropped().forEach(food -> actual.remove(food.key()));
        variant.replaced().forEach((was, is) -> actual.put(was.key(), is));
        String kept = ONLY_WITH
                .matcher(variant.dish().method().in(language))
                .replaceAll(
                        match -> actual.containsKey(match.group(1)) ? Matcher.quoteReplacement(match.group(2)) : "");
        String named = NAME.matcher(kept).replaceAll(match -> {
            Food food = actual.get(match.group(1));
            return food == null ? "" : Matcher.quoteReplacement(food.name().in(language));
        });
        return KoreanParticles.resolve(named).replaceAll(" {2,}", " ").strip();
    }
}
