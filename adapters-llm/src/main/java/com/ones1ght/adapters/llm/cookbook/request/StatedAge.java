package com.ones1ght.adapters.llm.cookbook.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The age in a profile, in years: a number, or a text that begins with one: "16살", "10代". */
final class StatedAge {

    private static final Pattern YEARS = Pattern.compile("\\D{0,3}?(\\d{1,3})(?!\\d)");

    private StatedAge() {}

    static OptionalLong in(List<JsonNode> levels) {
        return levels.stream()
                .flatMap(level -> level.properties().stream())
                .filter(field -> field.getKey().equals("age") || ProfileKey.of(field.getKey()) == ProfileKey.AGE)
                .map(field ->
                        YEARS.matcher(TextNormalizer.normalize(field.getValue().asText())))
                .filter(Matcher::lookingAt)
                .mapToLong(years -> Long.parseLong(years.group(1)))
                .findFirst();
    }
}
