package com.ones1ght.adapters.llm.cookbook.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.cookbook.AllergenFamilies;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.ProfileDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a free-form profile: what the shopper likes, is allergic to or does not eat, at the top level or in
 * {@code extra}, as a text, a list or an object of texts; {@code extra} itself may be a text. {@link ProfileKey} gives
 * the meaning of a field.
 */
final class ProfileReader {

    /** Characters of the profiles kept. */
    private static final int MAX_KEPT = 1_000_000;

    /** What shoppers say about their health, for example, must not outlive its erasure here. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private static final Pattern SEPARATOR = Pattern.compile("[,;/、・·，\\n]|\\band\\b|\\bor\\b");
    private static final Pattern ALLERGY_NOISE =
            Pattern.compile("allergic to|allergy to|allerg(?:y|ies|ic)|알레르기|알러지|アレルギー|있음|있어요|있다|あり|severe|mild|심함|重度");

    private static final Set<String> NOTHING =
            Set.of("none", "no", "nothing", "n/a", "nil", "없음", "없다", "없어요", "なし", "無し", "無い", "ない", "特になし", "-");

    /** The field of a profile that declares allergies. */
    private static final String ALLERGIES = "allergies";

    /** The field that tells what is at home. */
    private static final String PANTRY = "pantry";

    private final Foods foods;
    private final LanguageAnalyzer analyzer;
    private final PromptReader prompts;
    private final Cache<String, Shopper> known = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .expireAfterWrite(MAX_AGE)
            .weigher((String json, Shopper ignored) -> json.length() + 1)
            .executor(Runnable::run)
            .build();

    ProfileReader(Foods foods, LanguageAnalyzer analyzer, PromptReader prompts) {
        this.foods = foods;
        this.analyzer = analyzer;
        this.prompts = prompts;
    }

    /** What a profile says; every turn of a chat reads it again. */
    Shopper read(ProfileDocument document) {
        return known.get(document.json(), this::readAnew);
    }

    private Shopper readAnew(String json) {
        JsonNode profile = Json.read(json);
        JsonNode extra = profile.path("extra");
        ProfileTexts texts = new ProfileTexts(profile, this::namesFood);
        List<String> allergies = texts.allergies();
        List<String> restrictions = texts.restrictions();
        List<String> likes = new ArrayList<>(texts.likes());
        texts.remarks().stream().filter(prompts::tellsOfHealth).forEach(likes::add);
        List<String> households = new ArrayList<>();
        for (JsonNode level : List.of(profile, extra)) {
            level.properties().forEach(field -> {
                switch (ProfileKey.of(field.getKey())) {
                    case SERVINGS -> household(field.getValue()).ifPresent(people -> households.add("for " + people));
                    case PERSON -> collectMinor(field.getKey(), field.getValue(), likes);
                    default -> {}
                }
            });
        }
        // How many somebody says to cook for counts for more than how many live with them.
        likes.addAll(households);
        MealPreferences preferences =
                likes.stream().map(prompts::readTaste).reduce(prompts.read(""), MealPreferences::and);
        return new Shopper(
                text(profile.path("name")),
                StatedAge.in(List.of(profile, extra)),
                preferences,
                exclusions(preferences, allergies)
                        .and(restricted(restrictions))
                        .and(refused(texts.remarks()))
                        .keeping(DeclaredRestrictions.of(Json.map(profile)).restrictions())
                        // Under a key that the gateway does not know, in another language for example.
                        .keeping(DeclaredRestrictions.of(Map.of(
                                        ALLERGIES,
                                        Stream.concat(allergies.stream(), restrictions.stream())
                                                .toList()))
                                .restrictions()),
                pantry(profile, extra));
    }

    /**
     * "vegetarian" is a diet; "shellfish" and "no shellfish" both exclude it. A restriction does not say whether it is an
     * allergy, so each counts as one.
     */
    private Exclusions restricted(List<String> restrictions) {
        Exclusions all = Exclusions.NONE;
        for (String entry : restrictions) {
            MealPreferences preferences = prompts.read(entry);
            Set<String> named = Exclusions.union(preferences.foods(), preferences.additions());
            Set<String> kept =
                    Exclusions.union(named, Exclusions.union(preferences.unwantedFoods(), preferences.allergies()));
            // Some are dishes as well: dumplings.
            boolean isDish = kept.isEmpty() && preferences.diet().equals(Diet.NONE);
            Set<String> allergens = new AllergenFamilies(foods)
                    .widen(isDish ? analyzer.analyze(entry).foods() : kept);
            all = all.and(new Exclusions(allergens, Set.of(), Set.of(), preferences.diet()));
        }
        return all;
    }

    private Exclusions exclusions(MealPreferences likes, List<String> allergies) {
        Set<String> concepts = new LinkedHashSet<>(likes.allergies());
        Set<String> words = new LinkedHashSet<>();
        for (String entry : allergies) {
            for (String item : SEPARATOR.split(TextNormalizer.normalize(entry))) {
                readAllergy(item.strip(), concepts, words);
            }
        }
        return new Exclusions(concepts, words, likes.unwantedFoods(), likes.diet());
    }

    private void readAllergy(String item, Set<String> concepts, Set<String> words) {
        Set<String> known = analyzer.analyze(item).foods();
        concepts.addAll(new AllergenFamilies(foods).widen(known));
        String word = ALLERGY_NOISE.matcher(item).replaceAll("").strip();
        if (known.isEmpty() && !word.isEmpty() && !NOTHING.contains(word) && !isDeclarable(item)) {
            words.add(word);
        }
    }

    /** Whether the gateway knows what is meant, even if no food of the cookbook is called so. */
    private static boolean isDeclarable(String item) {
        DeclaredRestrictions declared = DeclaredRestrictions.of(Map.of(ALLERGIES, item));
        return !declared.restrictions().isEmpty() && declared.unknown().isEmpty();
    }

    private boolean namesFood(String text) {
        return !analyzer.analyze(text).foods().isEmpty() || isDeclarable(text);
    }

    /** What remarks say that is not eaten; what they name otherwise is of no concern. */
    private Exclusions refused(List<String> remarks) {
        Exclusions all = Exclusions.NONE;
        for (String remark : remarks) {
            if (prompts.mentionsMore(remark)) {
                MealPreferences preferences = prompts.read(remark);
                Set<String> unwanted = new LinkedHashSet<>(preferences.unwantedFoods());
                unwanted.removeAll(preferences.doubted());
                all = all.and(new Exclusions(Set.of(), Set.of(), unwanted, preferences.diet()));
            }
        }
        return all;
    }

    /** What the field {@code pantry} of either level names: a text, a list or an object of name to true. */
    private Set<String> pantry(JsonNode profile, JsonNode extra) {
        Set<String> concepts = new LinkedHashSet<>();
        collectSupplies(profile.path(PANTRY), concepts);
        collectSupplies(extra.path(PANTRY), concepts);
        return concepts;
    }

    private void collectSupplies(JsonNode node, Set<String> into) {
        if (node.isTextual()) {
            into.addAll(analyzer.analyze(node.textValue()).foods());
        } else if (node.isArray()) {
            node.forEach(element -> collectSupplies(element, into));
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> field.getValue().asBoolean(false))
                    .forEach(field ->
                            into.addAll(analyzer.analyze(field.getKey()).foods()));
        }
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue().strip() : "";
    }

    private OptionalInt household(JsonNode node) {
        OptionalInt counted = Household.size(node);
        return counted.isPresent() || !node.isTextual()
                ? counted
                : prompts.read("for " + node.textValue()).limits().servings();
    }

    /** Of what somebody is, it counts that they are under age. */
    private void collectMinor(String key, JsonNode value, List<String> into) {
        String told = value.isNumber() ? key + " " + value.asText() : value.asText();
        if (prompts.read(told).tags().contains(Shopper.MINOR)) {
            into.add(told);
        }
    }
}
