package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of a name in a text: {@code food} for the food or what takes its place, {@code food=words} with these words
 * for the food itself, {@code food=words/words} with others for what takes its place, in which {@code ~} is the
 * name, and {@code !food} for what takes its place alone.
 *
 * @param key of a food of the recipe
 * @param own words for the food itself; null for its name
 * @param other words for what takes its place; null for the name
 * @param onlyOther whether the food itself is not named
 */
record NameSlot(String key, @Nullable String own, @Nullable String other, boolean onlyOther) {

    private static final String NAME = "~";

    static List<NameSlot> parseAll(String items) {
        return ResourceText.items(items).stream().map(NameSlot::parse).toList();
    }

    private static NameSlot parse(String item) {
        if (item.startsWith("!")) {
            return new NameSlot(item.substring(1), null, null, true);
        }
        String[] halves = item.split("=", 2);
        if (halves.length == 1) {
            return new NameSlot(item, null, null, false);
        }
        String[] words = halves[1].split("/", 2);
        return new NameSlot(halves[0], words[0], words.length == 2 ? words[1] : null, false);
    }

    /** What it says; empty when the food is left out. */
    Optional<String> name(Language language, Map<String, Food> actual) {
        Food food = actual.get(key);
        if (food == null) {
            return Optional.empty();
        }
        String name = food.nameInText().in(language);
        if (!food.key().equals(key)) {
            return Optional.of(other == null ? name : other.replace(NAME, name));
        }
        return onlyOther ? Optional.empty() : Optional.of(own == null ? name : own);
    }
}
