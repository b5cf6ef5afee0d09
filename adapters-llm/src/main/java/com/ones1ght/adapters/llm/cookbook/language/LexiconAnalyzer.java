package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the words for dishes, foods and tags in three languages: the longest sequence of words that is one of them. */
final class LexiconAnalyzer implements LanguageAnalyzer {

    private static final int MAX_WORDS = 8;
    private static final String TAGS = "words.txt";
    private static final Set<String> REFUSALS =
            Set.of("no", "without", "hold", "sans", "minus", "skip", "omit", "zero");
    private static final Set<String> ARTICLES = Set.of("the", "any", "a", "an", "my");

    private final Map<String, Set<Concept>> terms = new HashMap<>();
    private final TextTokenizer tokenizer;
    private final Misspellings misspellings = new Misspellings();

    private LexiconAnalyzer(TextTokenizer tokenizer) {
        this.tokenizer = tokenizer;
        misspellings.addCorrect(Cues.bundled().words());
        misspellings.addCorrect(ClauseWord.all());
        misspellings.addCorrect(StatedNumbers.words());
    }

    static LanguageAnalyzer bundled() {
        return Holder.ANALYZER;
    }

    static LexiconAnalyzer of(Cookbook cookbook) {
        List<String> vocabulary = new ArrayList<>();
        cookbook.absentDishes().forEach(dish -> vocabulary.addAll(dish.words()));
        cookbook.foods().words().values().forEach(vocabulary::addAll);
        cookbook.dishes().forEach(dish -> vocabulary.addAll(dish.keywords()));
        ResourceText.lines(LexiconAnalyzer.class, TAGS).stream()
                .map(line -> ResourceText.columns(line, 4))
                .filter(columns -> Diet.isKnown(columns.get(0)))
                .forEach(columns -> vocabulary.addAll(ResourceText.items(columns.get(1))));
        LexiconAnalyzer lexicon = new LexiconAnalyzer(new TextTokenizer(UserWords.bundled(vocabulary)));
        cookbook.foods().words().forEach((id, words) -> lexicon.add(Concept.Kind.FOOD, id, words));
        cookbook.dishes().forEach(dish -> {
            lexicon.add(Concept.Kind.DISH, dish.id(), dish.keywords());
            lexicon.add(
                    Concept.Kind.DISH,
                    dish.id(),
                    List.of(dish.title().ko(), dish.title().en(), dish.title().ja()));
        });
        cookbook.absentDishes().forEach(dish -> lexicon.add(Concept.Kind.ABSENT_DISH, dish.nearest(), dish.words()));
        lexicon.addAll(TAGS, Concept.Kind.TAG);
        lexicon.addAll("allergy.txt", Concept.Kind.ALLERGY);
        lexicon.addAll("stopwords.txt", Concept.Kind.NOTHING);
        return lexicon;
    }

    @Override
    public AnalyzedText analyze(String text) {
        String repaired = misspellings.correct(RefusalSlips.bundled().repair(TextNormalizer.normalize(text)));
        String normalized = DeniedConditions.bundled().resolve(repaired);
        List<Token> tokens = tokenizer.tokens(normalized);
        String plain = Scripts.hiragana(normalized.replace(" ", ""));
        if (terms.containsKey(plain)) {
            // Nothing but one of the words: the entry of a list, which has no context to be analysed by.
            Token.Script script = Scripts.of(normalized.codePointAt(0));
            tokens = List.of(new Token(plain, 0, normalized.length(), script, Role.WORD, true));
        }
        return new AnalyzedText(normalized, tokens, mentions(normalized, tokens));
    }

    private List<Mention> mentions(String text, List<Token> tokens) {
        List<Mention> found = new ArrayList<>();
        Homonyms homonyms = new Homonyms(text);
        int position = 0;
        while (position < tokens.size()) {
            Mention mention = longestAt(text, tokens, position);
            if (mention == null) {
                position++;
            } else {
                mention = refusedPart(text, tokens, mention);
                boolean isOther = homonyms.isAt(
                        tokens.get(position).start(), tokens.get(mention.last()).end());
                if (!isOther && !mention.isOf(Concept.Kind.NOTHING)) {
                    found.add(mention);
                }
                position = isOther ? position + 1 : mention.last() + 1;
            }
        }
        return found;
    }

    /** "Hold the eggs fried rice" asks for fried rice: behind what refuses a food, the food is what is named. */
    private Mention refusedPart(String text, List<Token> tokens, Mention mention) {
        int before = mention.first() - 1;
        while (before > 0 && ARTICLES.contains(tokens.get(before).term())) {
            before--;
        }
        boolean isOfDish = mention.last() > mention.first()
                && !mention.isOf(Concept.Kind.FOOD)
                && mention.concepts().stream().noneMatch(Devices::isOne);
        if (!isOfDish || before < 0 || !REFUSALS.contains(tokens.get(before).term())) {
            return mention;
        }
        for (int last = mention.last() - 1; last >= mention.first(); last--) {
            Mention part = longestAt(text, tokens.subList(0, last + 1), mention.first());
            if (part != null && part.isOf(Concept.Kind.FOOD)) {
                return part;
            }
        }
        return mention;
    }

    private @Nullable Mention longestAt(String text, List<Token> tokens, int first) {
        Mention longest = null;
        StringBuilder key = new StringBuilder();
        boolean light = true;
        boolean broken = false;
        for (int i = first; i < Math.min(first + MAX_WORDS, tokens.size()); i++) {
            Token token = tokens.get(i);
            if (!token.isOfTerm()) {
                boolean joins = !token.isBreak() && Cues.bundled().joins(token);
                if (i == first || token.role() == Role.STOP || joins) {
                    break;
                }
                broken |= token.isBreak();
                continue;
            }
            append(key, token, i > first && tokens.get(i - 1).isLatin());
            light &= token.role() == Role.LIGHT;
            Set<Concept> concepts = terms.get(key.toString());
            boolean isPrefix = i == first && token.role() == Role.PREFIX;
            boolean isHonoured = first > 0 && tokens.get(first - 1).term().equals("お") && Scripts.isHiragana(key);
            if (concepts != null
                    && !isHonoured
                    && !(broken && concepts.stream().anyMatch(concept -> concept.kind() != Concept.Kind.DISH))
                    && !isPrefix
                    && !(light && isGrammar(text, tokens, first))) {
                longest = new Mention(first, i, concepts);
            }
        }
        return longest;
    }

    /** Behind a word, what reads as particles is particles: 誰かに is no crab. */
    private static boolean isGrammar(String text, List<Token> tokens, int first) {
        int start = tokens.get(first).start();
        return start > 0
                && first > 0
                && tokens.get(first - 1).end() == start
                && !tokens.get(first - 1).isBreak();
    }

    private void add(Concept.Kind kind, String id, Collection<String> words) {
        Concept concept = new Concept(kind, id);
        for (String word : words) {
            String normalized = TextNormalizer.normalize(word);
            if (kind == Concept.Kind.ABSENT_DISH && Scripts.of(normalized.codePointAt(0)) != Token.Script.LATIN) {
                // So many short names that other words are one slip away from them.
                misspellings.addCorrect(List.of(normalized.split(" ")));
            } else {
                misspellings.addKnown(normalized);
            }
            String key = keyOf(normalized);
            // Taken apart into what reads as grammar, a name would be found in other words.
            boolean isBroken = kind == Concept.Kind.ABSENT_DISH
                    && (key.length() == 1
                            || key.length() + 1 < normalized.replace(" ", "").length())
                    && Scripts.of(normalized.codePointAt(0)) == Token.Script.HANGUL;
            // Taken for verbs, たらこ would be found in たこ and からし in からい.
            boolean isMisread = kind != Concept.Kind.TAG && Scripts.isHiragana(normalized) && !key.equals(normalized);
            if (!isBroken && !isMisread) {
                put(key, concept);
            }
            if (Scripts.of(normalized.codePointAt(0)) == Token.Script.LATIN) {
                // The stemmer leaves alone what its dictionary does not hold.
                for (String plural : plurals(normalized)) {
                    put(keyOf(plural), concept);
                    misspellings.addCorrect(List.of(plural.split(" ")));
                }
            } else {
                put(Scripts.hiragana(normalized.replace(" ", "")), concept);
            }
        }
    }

    private static List<String> plurals(String word) {
        return word.endsWith("y")
                ? List.of(word + "s", word.substring(0, word.length() - 1) + "ies")
                : List.of(word + "s", word + "es");
    }

    private void put(String key, Concept concept) {
        if (key.isEmpty() || concept.kind() == Concept.Kind.ABSENT_DISH && terms.containsKey(key)) {
            return;
        }
        terms.computeIfAbsent(key, ignored -> new LinkedHashSet<>()).add(concept);
    }

    private String keyOf(String normalized) {
        StringBuilder key = new StringBuilder();
        Token before = null;
        for (Token token : tokenizer.tokens(normalized)) {
            if (token.isOfTerm()) {
                append(key, token, before != null && before.isLatin());
            }
            before = token;
        }
        return key.toString();
    }

    private static void append(StringBuilder key, Token token, boolean isBehindLatin) {
        if (isBehindLatin && token.isLatin()) {
            key.append(' ');
        }
        key.append(token.term());
    }

    /** Lines of an id and words in three languages. */
    private void addAll(String file, Concept.Kind kind) {
        for (String line : ResourceText.lines(LexiconAnalyzer.class, file)) {
            List<String> columns = ResourceText.columns(line, 4);
            columns.subList(1, 4).forEach(words -> add(kind, columns.get(0), ResourceText.items(words)));
        }
    }

    /** Built on first use, not at the start of the server. */
    private static final class Holder {
        private static final LanguageAnalyzer ANALYZER = of(Cookbook.bundled());
    }
}
