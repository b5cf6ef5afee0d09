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
 * Reads a free-form profile: {@code preference}, {@code preferences} and {@code allergies}, at the top or in
 * {@code extra}, as a text, a list or an object of texts; {@code extra} itself may be a text.
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
        for (JsonNode level : List.of(profile, extra)) {
            collect(level.path("preference"), likes);
            collect(level.path("preferences"), likes);
            collect(level.path("allergies"), allergies);
            collect(level.path("allergy"), allergies);
        }
        if (extra.isTextual() || extra.isArray()) {
            collect(extra, likes);
        }
        collect(profile.path("persona"), likes);
        Wish wish = prompts.readTaste(String.join(". ", likes));
        return new Shopper(text(profile.path("name")), age(profile.path("age")), wish, exclusions(wish, allergies));
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
