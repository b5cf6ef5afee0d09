package com.ones1ght.adapters.llm.embedded;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words for dishes, foods and wishes in three languages, found in a text by longest match. */
final class Lexicon {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** Names of products, which come again and again; more than a supermarket has. */
    private static final int REMEMBERED = 50_000;

    /** What is said of a food, and never of a word that only looks like one. */
    private static final List<String> KEPT_AWAY = List.of("アレルギ", "ダメ", "だめ", "苦手", "嫌い");

    private final Map<String, Set<Concept>> terms = new HashMap<>();

    /** The length of the longest term by its first character: most characters begin none. */
    private final Map<Character, Integer> longest = new HashMap<>();

    private final Memory<String, Set<String>> foodsByName = new Memory<>(REMEMBERED);

    private Lexicon() {}

    static Lexicon of(Foods foods, Collection<Dish> dishes) {
        Lexicon lexicon = new Lexicon();
        foods.words().forEach((id, words) -> lexicon.add(new Concept(Concept.Kind.FOOD, id), words));
        for (Dish dish : dishes) {
            Concept concept = new Concept(Concept.Kind.DISH, dish.id());
            lexicon.add(
                    concept,
                    List.of(dish.title().ko(), dish.title().en(), dish.title().ja()));
            lexicon.add(concept, dish.keywords());
        }
        for (String line : ResourceText.lines("words.txt")) {
            List<String> columns = ResourceText.columns(line, 4);
            Concept concept = new Concept(Concept.Kind.TAG, columns.get(0));
            columns.subList(1, 4).forEach(words -> lexicon.add(concept, ResourceText.items(words)));
        }
        for (String line : ResourceText.lines("stopwords.txt")) {
            ResourceText.items(line).forEach(lexicon::addStopword);
        }
        return lexicon;
    }

    /** Full width to half, composed, lower case, single spaces: the form in which texts are searched. */
    static String normalise(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        return WHITE_SPACE.matcher(folded).replaceAll(" ").strip();
    }

    /**
     * What a text speaks of, from left to right, without overlaps.
     *
     * @param text normalised
     */
    List<Mention> mentions(String text) {
        List<Mention> found = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            Mention mention = longestAt(text, position);
            if (mention == null) {
                position++;
            } else {
                if (!mention.concepts().isEmpty()) {
                    found.add(mention);
                }
                position = mention.end();
            }
        }
        return found;
    }

    /** The keys and families of the foods that the name of a product speaks of, in its order. */
    Set<String> foodsIn(String name) {
        return foodsByName.get(name, this::readFoods);
    }

    private Set<String> readFoods(String name) {
        Set<String> foods = new LinkedHashSet<>();
        for (Mention mention : mentions(normalise(name))) {
            for (Concept concept : mention.concepts()) {
                if (concept.kind() == Concept.Kind.FOOD) {
                    foods.add(concept.id());
                }
            }
        }
        return Collections.unmodifiableSet(foods);
    }

    private @Nullable Mention longestAt(String text, int start) {
        int most = longest.getOrDefault(text.charAt(start), 0);
        for (int length = Math.min(most, text.length() - start); length > 0; length--) {
            Set<Concept> concepts = terms.get(text.substring(start, start + length));
            // いかに is no squid, いかにアレルギー is one.
            if (concepts == null || concepts.isEmpty() && isKeptAway(text, start + length)) {
                continue;
            }
            int end = WordBoundary.endOfWord(text, start, start + length);
            if (end >= 0) {
                return new Mention(start, end, concepts);
            }
        }
        return null;
    }

    private static boolean isKeptAway(String text, int behind) {
        return KEPT_AWAY.stream().anyMatch(word -> text.startsWith(word, behind));
    }

    private void add(Concept concept, Collection<String> words) {
        for (String word : words) {
            put(normalise(word), concept);
        }
    }

    private void put(String term, Concept concept) {
        for (String form : KanaForms.of(term)) {
            terms.computeIfAbsent(form, ignored -> new LinkedHashSet<>()).add(concept);
            noteLength(form);
        }
    }

    private void addStopword(String word) {
        String term = normalise(word);
        terms.put(term, Set.of());
        noteLength(term);
    }

    private void noteLength(String term) {
        if (!term.isEmpty()) {
            longest.merge(term.charAt(0), term.length(), Math::max);
        }
    }
}
