package com.ones1ght.domain.dietary;

import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import com.ones1ght.domain.shared.LocalizedText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the words of {@link DietaryWords} in texts.
 *
 * @param byFirstCharacter the terms that begin with a character, the longest first
 * @param byGs1Code allergens by the codes of GS1
 * @param names of allergens and diets
 */
record DietaryVocabulary(
        Map<Character, List<Term>> byFirstCharacter,
        Map<String, Restriction> byGs1Code,
        Map<Restriction, LocalizedText> names) {

    private static final Pattern IGNORED = Pattern.compile("\\p{Cf}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0_\\-‐‑–—]+");

    static final DietaryVocabulary INSTANCE = bundled();

    DietaryVocabulary {
        byFirstCharacter = Map.copyOf(byFirstCharacter);
        byGs1Code = Map.copyOf(byGs1Code);
        names = Map.copyOf(names);
    }

    /** What a term says about the text that it covers. */
    enum Kind {
        WORD,
        FILLER,
        /** A food that has no code, whatever its name may contain. */
        OTHER
    }

    /**
     * A word or phrase.
     *
     * @param text normalized
     * @param restrictions what it stands for; empty unless it is a word
     */
    record Term(String text, Kind kind, List<Restriction> restrictions) {

        Term {
            restrictions = List.copyOf(restrictions);
        }

        /** Whether it is a single character of a script without spaces, and so may be a part of any other word. */
        boolean isSingleCharacter() {
            return text.length() == 1 && !isLatin(text.charAt(0));
        }
    }

    /** All terms of {@link DietaryWords}. */
    private static DietaryVocabulary bundled() {
        Map<String, Restriction> byGs1Code = new HashMap<>();
        Map<Restriction, LocalizedText> names = new HashMap<>();
        Map<String, Term> terms = new HashMap<>();
        add(terms, DietaryWords.OTHERS, Kind.OTHER, List.of());
        add(terms, DietaryWords.FILLERS, Kind.FILLER, List.of());
        DietaryWords.NAMED.lines().map(line -> line.split("\\|")).forEach(columns -> {
            Restriction restriction = restriction(columns[0]);
            byGs1Code.put(columns[1], restriction);
            names.put(restriction, new LocalizedText(first(columns[3]), first(columns[2]), first(columns[4])));
            String words = String.join(",", columns[0], columns[2], columns[3], columns[4]);
            add(terms, words, Kind.WORD, List.of(restriction));
        });
        DietaryWords.COLLECTIVE.lines().map(line -> line.split("\\|")).forEach(columns -> {
            List<Restriction> members = Stream.of(columns[0].split(" "))
                    .map(DietaryVocabulary::restriction)
                    .toList();
            add(terms, columns[1], Kind.WORD, members);
        });
        return new DietaryVocabulary(byFirstCharacter(terms), byGs1Code, names);
    }

    private static Map<Character, List<Term>> byFirstCharacter(Map<String, Term> terms) {
        Comparator<Term> longestFirst =
                Comparator.comparing((Term term) -> term.text().length()).reversed();
        return terms.values().stream()
                .sorted(longestFirst)
                .collect(Collectors.groupingBy(term -> term.text().charAt(0), Collectors.toUnmodifiableList()));
    }

    private static Restriction restriction(String code) {
        return Allergen.ofCode(code)
                .<Restriction>map(AvoidedAllergen::new)
                .or(() -> Diet.ofCode(code).map(FollowedDiet::new))
                .orElseThrow();
    }

    private static String first(String words) {
        return words.split(",")[0];
    }

    private static void add(Map<String, Term> terms, String words, Kind kind, List<Restriction> restrictions) {
        for (String word : words.split("[,\\n]+")) {
            String text = normalized(word);
            put(terms, new Term(text, kind, restrictions));
            if (kind == Kind.WORD && isLatin(text.charAt(text.length() - 1))) {
                put(terms, new Term(text + "s", kind, restrictions));
                put(terms, new Term(text + "es", kind, restrictions));
            }
        }
    }

    /** A word outweighs a filler, and the name of another food outweighs both. */
    private static void put(Map<String, Term> terms, Term term) {
        terms.merge(term.text(), term, (known, added) -> known.kind() == Kind.FILLER ? added : known);
    }

    /** The allergen of a GS1 code, which is written in capitals. */
    Optional<Restriction> ofGs1Code(String code) {
        return Optional.ofNullable(byGs1Code.get(code));
    }

    /** The name of an allergen or a diet. */
    LocalizedText name(Restriction restriction) {
        return names.getOrDefault(restriction, LocalizedText.same(restriction.code()));
    }

    /** The text in the form in which terms are compared. */
    static String normalized(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String visible = IGNORED.matcher(compatible).replaceAll("").replace('’', '\'');
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /**
     * What of a text is understood.
     *
     * @param terms in their order
     * @param isComplete whether they cover all letters, digits and pictures of the text
     */
    record Scan(List<Term> terms, boolean isComplete) {

        List<Restriction> restrictions() {
            return terms.stream()
                    .flatMap(term -> term.restrictions().stream())
                    .distinct()
                    .toList();
        }

        /** Whether the text names nothing, for example {@code severe}. Single characters may be part of a name. */
        boolean isRemark() {
            return isComplete
                    && terms.stream().allMatch(term -> term.kind() == Kind.FILLER && !term.isSingleCharacter());
        }
    }

    /**
     * Reads a text from left to right, the longest term first. Where something is left over, terms of a single character
     * do not count: they are parts of the words that are not understood.
     */
    Scan scan(String text) {
        String normalized = normalized(text);
        Scan all = scan(normalized, true);
        return all.isComplete() ? all : scan(normalized, false);
    }

    private Scan scan(String text, boolean withSingleCharacters) {
        List<Term> found = new ArrayList<>();
        boolean isComplete = true;
        int at = 0;
        while (at < text.length()) {
            Optional<Term> term = longestAt(text, at, withSingleCharacters);
            term.ifPresent(found::add);
            isComplete &= term.map(known -> known.kind() != Kind.OTHER).orElse(!isMeaningful(text.codePointAt(at)));
            at += term.map(known -> known.text().length()).orElse(1);
        }
        return new Scan(found, isComplete);
    }

    private Optional<Term> longestAt(String text, int at, boolean withSingleCharacters) {
        return byFirstCharacter.getOrDefault(text.charAt(at), List.of()).stream()
                .filter(term -> withSingleCharacters || !term.isSingleCharacter())
                .filter(term -> text.startsWith(term.text(), at))
                .filter(term -> isWhole(text, at, at + term.text().length()))
                .findFirst();
    }

    /** Letters, digits and pictures; not punctuation. */
    private static boolean isMeaningful(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    /** In Latin script a term is not a part of a longer word. */
    private static boolean isWhole(String text, int start, int end) {
        boolean startsWithin = start > 0 && isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1));
        boolean endsWithin = end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
        return !startsWithin && !endsWithin;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= '\u00c0' && c <= '\u024f';
    }
}
