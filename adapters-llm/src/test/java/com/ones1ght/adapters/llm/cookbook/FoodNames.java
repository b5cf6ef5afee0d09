package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the names of foods in texts, by the letter: no analyzer can hide one. */
public final class FoodNames {

    private static final int MAX_NAME = 30;

    /** Words that are no food where recipes use them, or one in every kitchen. */
    private static final Map<Language, Set<String>> HARMLESS = Map.of(
            Language.KO,
            Set.of("다시", "불고기", "칼국수", "쌀국수", "야키교자", "군만두", "팬케이크", "매운 기름"),
            Language.EN,
            Set.of(
                    "water",
                    "broth",
                    "oil",
                    "black bean sauce",
                    "gyoza",
                    "dumpling",
                    "green onion pancake",
                    "chili con carne",
                    "shepherd's pie"),
            Language.JA,
            Set.of(
                    "水", "スープ", "油", "らかに", "やかに", "豊かに", "始めたら", "フライパン", "タコス", "焼きそば", "パンケーキ", "いかが", "アイスティー",
                    "だし用", "タイカレー"));

    private final Foods foods;
    private final Map<Language, Map<String, Set<String>>> concepts = new EnumMap<>(Language.class);

    public FoodNames(Foods foods) {
        this.foods = foods;
        foods.words().forEach((concept, words) -> words.forEach(word -> add(languageOf(word), word, concept)));
        foods.all().forEach(food -> {
            for (Language language : Language.values()) {
                add(language, food.nameInText().in(language), food.key());
            }
        });
    }

    /** The names in a text of foods that are not among those given. */
    public List<String> strangers(String text, Language language, Collection<Food> there) {
        return in(text, language).stream()
                .filter(name -> concepts.get(language).get(name).stream()
                        .noneMatch(concept -> there.stream().anyMatch(food -> food.contains(concept))))
                .toList();
    }

    /** The foods that a text names. */
    public List<Food> foods(String text, Language language) {
        return in(text, language).stream()
                .flatMap(name -> concepts.get(language).get(name).stream())
                .flatMap(concept -> foods.find(concept).stream())
                .toList();
    }

    private List<String> in(String text, Language language) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        int position = 0;
        while (position < lower.length()) {
            String name = nameAt(lower, position, language);
            if (!name.isEmpty() && !HARMLESS.get(language).contains(name)) {
                names.add(name);
            }
            position += Math.max(1, name.length());
        }
        return names;
    }

    /** The longest name that begins here. */
    private String nameAt(String text, int start, Language language) {
        boolean isLatin = language == Language.EN;
        if (isLatin && start > 0 && Character.isLetter(text.charAt(start - 1))) {
            return "";
        }
        for (int end = Math.min(text.length(), start + MAX_NAME); end > start; end--) {
            if (isLatin && end < text.length() && Character.isLetter(text.charAt(end))) {
                continue;
            }
            String word = text.substring(start, end);
            for (String form : isLatin ? List.of(word, without("s", word), without("es", word)) : List.of(word)) {
                boolean isSyllable = language == Language.KO && form.length() == 1;
                if (!isSyllable && isKnown(form, language)) {
                    return form;
                }
            }
        }
        return "";
    }

    private boolean isKnown(String word, Language language) {
        return concepts.get(language).containsKey(word)
                || HARMLESS.get(language).contains(word);
    }

    private static String without(String ending, String word) {
        return word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : word;
    }

    private void add(Language language, String word, String concept) {
        concepts.computeIfAbsent(language, ignored -> new HashMap<>())
                .computeIfAbsent(word.toLowerCase(Locale.ROOT), ignored -> new HashSet<>())
                .add(concept);
    }

    private static Language languageOf(String word) {
        if (word.chars().anyMatch(c -> c >= '가' && c <= '힣')) {
            return Language.KO;
        }
        return word.chars().allMatch(c -> c < 128) ? Language.EN : Language.JA;
    }
}
