package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words for dishes, foods and tags in three languages, found in a text by longest match. */
final class LexiconAnalyzer implements LanguageAnalyzer {

    /** Said of foods only: a stopword followed by one of these is a food after all. */
    private static final List<String> REFUSALS = List.of("アレルギ", "ダメ", "だめ", "苦手", "嫌い");

    private final Map<String, Set<Concept>> terms = new HashMap<>();

    /** The length of the longest term by its first character: most characters begin none. */
    private final Map<Character, Integer> longest = new HashMap<>();

    private LexiconAnalyzer() {}

    static LanguageAnalyzer bundled() {
        return Holder.ANALYZER;
    }

    static LexiconAnalyzer of(Foods foods, Collection<Dish> dishes) {
        LexiconAnalyzer lexicon = new LexiconAnalyzer();
        foods.words().forEach((id, words) -> lexicon.add(new Concept(Concept.Kind.FOOD, id), words));
        for (Dish dish : dishes) {
            Concept concept = new Concept(Concept.Kind.DISH, dish.id());
            lexicon.add(
                    concept,
                    List.of(dish.title().ko(), dish.title().en(), dish.title().ja()));
            lexicon.add(concept, dish.keywords());
        }
        for (String line : ResourceText.lines(LexiconAnalyzer.class, "words.txt")) {
            List<String> columns = ResourceText.columns(line, 4);
            Concept concept = new Concept(Concept.Kind.TAG, columns.get(0));
            columns.subList(1, 4).forEach(words -> lexicon.add(concept, ResourceText.items(words)));
        }
        for (String line : ResourceText.lines(LexiconAnalyzer.class, "stopwords.txt")) {
            ResourceText.items(line).forEach(lexicon::addStopword);
        }
        return lexicon;
    }

    @Override
    public AnalyzedText analyze(String text) {
        String normalized = TextNormalizer.normalize(text);
        return new AnalyzedText(normalized, mentions(normalized));
    }

    private List<Mention> mentions(String text) {
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

    private @Nullable Mention longestAt(String text, int start) {
        int most = longest.getOrDefault(text.charAt(start), 0);
        for (int length = Math.min(most, text.length() - start); length > 0; length--) {
            Set<Concept> concepts = terms.get(text.substring(start, start + length));
            // いかに is no squid, いかにアレルギー is one.
            if (concepts == null || concepts.isEmpty() && isRefused(text, start + length)) {
                continue;
            }
            int end = WordBoundary.endOfWord(text, start, start + length);
            if (end >= 0) {
                return new Mention(start, end, concepts);
            }
        }
        return null;
    }

    private static boolean isRefused(String text, int behind) {
        return REFUSALS.stream().anyMatch(word -> text.startsWith(word, behind));
    }

    private void add(Concept concept, Collection<String> words) {
        for (String word : words) {
            put(TextNormalizer.normalize(word), concept);
        }
    }

    private void put(String term, Concept concept) {
        for (String form : KanaForms.of(term)) {
            terms.computeIfAbsent(form, ignored -> new LinkedHashSet<>()).add(concept);
            noteLength(form);
        }
    }

    private void addStopword(String word) {
        String term = TextNormalizer.normalize(word);
        terms.put(term, Set.of());
        noteLength(term);
    }

    private void noteLength(String term) {
        if (!term.isEmpty()) {
            longest.merge(term.charAt(0), term.length(), Math::max);
        }
    }

    /** Built on first use, not at the start of the server. */
    private static final class Holder {
        private static final LanguageAnalyzer ANALYZER =
                of(Cookbook.bundled().foods(), Cookbook.bundled().dishes());
    }
}
