package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.KoreanParticles;
import com.ones1ght.domain.shared.Language;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with slots for ingredients, so that it names what is in the dish and nothing else. {@code {a, b}} lists those of
 * the ingredients that are there; {@link NameSlot} tells what an item may look like. A sentence, or a part of it in
 * brackets, is left out when a slot in it has nothing to name.
 */
final class TextTemplate {

    private static final Pattern SENTENCE_START = Pattern.compile("(?:^|\\. )[a-z]");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final TextPart.Group sentences;

    private TextTemplate(TextPart.Group sentences) {
        this.sentences = sentences;
    }

    /** @throws IllegalArgumentException for brackets that do not match */
    static TextTemplate parse(String text) {
        return new TextTemplate(new TextParser(text).sentences());
    }

    /** @param actual what is in the place of each food of the recipe, by its key; what is left out is missing */
    String fill(Language language, Map<String, Food> actual) {
        StringBuilder filled = new StringBuilder();
        sentences.append(filled, language, actual);
        String plain = SPACES.matcher(filled).replaceAll(" ").strip();
        return switch (language) {
            case KO -> KoreanParticles.resolve(plain);
            case EN ->
                SENTENCE_START.matcher(plain).replaceAll(match -> Matcher.quoteReplacement(upperCase(match.group())));
            case JA -> plain;
        };
    }

    /** The foods of the recipe that it can name. */
    Set<String> foods() {
        Set<String> foods = new LinkedHashSet<>();
        sentences.collect(foods);
        return foods;
    }

    private static String upperCase(String start) {
        int last = start.length() - 1;
        return start.substring(0, last) + Character.toUpperCase(start.charAt(last));
    }
}
