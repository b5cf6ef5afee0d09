package com.ones1ght.adapters.llm.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.domain.profile.ProfileDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a free-form profile: what the shopper likes, is allergic to or does not eat, at the top or in
 * {@code extra}, as a text, a list or an object of texts; {@code extra} itself may be a text. Keys are known by
 * their meaning, {@link ProfileKey}.
 */
final class ProfileReader {

    private static final Pattern SEPARATOR = Pattern.compile("[,;/、・·，\\n]|\\band\\b|\\bor\\b");
    private static final Pattern ALLERGY_NOISE =
            Pattern.compile("allergic to|allergy to|allerg(?:y|ies|ic)|알레르기|알러지|アレルギー|있음|있어요|있다|あり|severe|mild|심함|重度");
    private static final Set<String> NOTHING =
            Set.of("none", "no", "nothing", "n/a", "nil", "없음", "없다", "없어요", "なし", "無し", "無い", "ない", "特になし", "-");

    private final Foods foods;
    private final Lexicon lexicon;
    private final PromptReader prompts;

    ProfileReader(Foods foods, Lexicon lexicon, PromptReader prompts) {
        this.foods = foods;
        this.lexicon = lexicon;
        this.prompts = prompts;
    }

    Shopper read(ProfileDocument document) {
        JsonNode profile = Json.read(document.json());
        JsonNode extra = profile.path("extra");
        List<String> likes = new ArrayList<>();
        List<String> allergies = new ArrayList<>();
        List<String> restrictions = new ArrayList<>();
        for (JsonNode level : List.of(profile, extra)) {
            level.properties().forEach(field -> {
                switch (ProfileKey.of(field.getKey())) {
                    case ALLERGY -> collect(field.getValue(), allergies);
                    case RESTRICTION -> collect(field.getValue(), restrictions);
                    case TASTE -> collect(field.getValue(), likes);
                    case OTHER -> collectAllergyTalk(field.getValue(), likes);
                }
            });
        }
        if (extra.isTextual() || extra.isArray()) {
            collect(extra, likes);
        }
        Wish wish = likes.stream().map(prompts::readTaste).reduce(prompts.read(""), Wish::and);
        return new Shopper(
                text(profile.path("name")),
                age(profile.path("age")),
                wish,
                exclusions(wish, allergies).and(restricted(restrictions)));
    }

    /**
     * "vegetarian" is a diet, "shellfish" and "no shellfish" alike are something to keep away; as nobody tells
     * which restriction is an allergy, each counts as one.
     */
    private Exclusions restricted(List<String> restrictions) {
        Exclusions all = Exclusions.NONE;
        for (String entry : restrictions) {
            Wish wish = prompts.read(entry);
            Set<String> named = Exclusions.union(wish.foods(), wish.additions());
            Set<String> kept = Exclusions.union(named, Exclusions.union(wish.unwantedFoods(), wish.allergies()));
            Set<String> allergens = new AllergyFamilies(foods).widen(kept);
            all = all.and(new Exclusions(allergens, Set.of(), Set.of(), wish.diet()));
        }
        return all;
    }

    private Exclusions exclusions(Wish likes, List<String> allergies) {
        Set<String> concepts = new LinkedHashSet<>(likes.allergies());
        Set<String> words = new LinkedHashSet<>();
        for (String entry : allergies) {
            for (String item : SEPARATOR.split(Lexicon.normalise(entry))) {
                readAllergy(item.strip(), concepts, words);
            }
        }
        return new Exclusions(concepts, words, likes.unwantedFoods(), likes.diet());
    }

    private void readAllergy(String item, Set<String> concepts, Set<String> words) {
        Set<String> known = new LinkedHashSet<>();
        for (Mention mention : lexicon.mentions(item)) {
            for (Concept concept : mention.concepts()) {
                if (concept.kind() == Concept.Kind.FOOD) {
                    known.add(concept.id());
                }
            }
        }
        concepts.addAll(new AllergyFamilies(foods).widen(known));
        String word = ALLERGY_NOISE.matcher(item).replaceAll("").strip();
        if (known.isEmpty() && !word.isEmpty() && !NOTHING.contains(word)) {
            words.add(word);
        }
    }

    /** A remark under any other key counts where it speaks of an allergy. */
    private static void collectAllergyTalk(JsonNode node, List<String> into) {
        List<String> remarks = new ArrayList<>();
        collect(node, remarks);
        remarks.stream()
                .filter(remark -> AllergyTalk.isIn(Lexicon.normalise(remark)))
                .forEach(into::add);
    }

    private static void collect(JsonNode node, List<String> into) {
        if (node.isTextual()) {
            into.add(node.textValue());
        } else if (node.isContainerNode()) {
            node.forEach(child -> collect(child, into));
        }
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue().strip() : "";
    }

    private static OptionalLong age(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }
}
