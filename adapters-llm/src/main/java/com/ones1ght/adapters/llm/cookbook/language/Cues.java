package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words beside a mention that say what is to be done with it. The longest one wins. */
final class Cues {

    /** What a cue does with the food beside it. */
    enum Effect {
        WITHOUT,
        NEVER,
        HAVE,
        /** It is eaten, and nothing else of its family. */
        ONLY,
        /** It costs too much. */
        COSTLY,
        MORE,
        LESS
    }

    private static final int MAX_WORDS = 4;

    private static final Cues BUNDLED = new Cues();

    private final Map<String, Effect> before = new HashMap<>();
    private final Map<String, Effect> after = new HashMap<>();
    private final Set<String> skippedBefore = new HashSet<>();
    private final Set<String> skippedAfter = new HashSet<>();
    private final Set<String> joints = new HashSet<>();
    private final Set<String> amounts = new HashSet<>();

    private Cues() {
        for (String line : ResourceText.lines(Cues.class, "cues.txt")) {
            List<String> columns = ResourceText.columns(line, 3);
            boolean isBefore = columns.get(1).equals("before");
            List<String> words = ResourceText.items(columns.get(2));
            switch (columns.get(0)) {
                case "skip" -> (isBefore ? skippedBefore : skippedAfter).addAll(words);
                case "list" -> joints.addAll(words);
                case "amount" -> amounts.addAll(words);
                default ->
                    words.forEach(word -> (isBefore ? before : after)
                            .put(word, Effect.valueOf(columns.get(0).toUpperCase(java.util.Locale.ROOT))));
            }
        }
        joints.add(",");
    }

    /** All words of all cues. */
    Set<String> words() {
        return Stream.of(before.keySet(), after.keySet(), skippedBefore, skippedAfter, joints, amounts)
                .flatMap(Set::stream)
                .flatMap(cue -> Stream.of(cue.split(" ")))
                .collect(Collectors.toSet());
    }

    static Cues bundled() {
        return BUNDLED;
    }

    /** The cue that ends at a word. */
    Optional<Effect> endingAt(List<Token> tokens, int last) {
        for (int words = Math.min(MAX_WORDS, last + 1); words > 0; words--) {
            Effect effect = before.get(terms(tokens, last - words + 1, last));
            if (effect != null) {
                return Optional.of(effect);
            }
        }
        return Optional.empty();
    }

    /** The cue that begins at a word. */
    Optional<Effect> startingAt(List<Token> tokens, int first) {
        for (int words = Math.min(MAX_WORDS, tokens.size() - first); words > 0; words--) {
            Effect effect = after.get(terms(tokens, first, first + words - 1));
            if (effect != null) {
                return Optional.of(effect);
            }
        }
        return Optional.empty();
    }

    boolean isSkippedBefore(Token token) {
        return skippedBefore.contains(token.term()) || counts(token);
    }

    boolean isSkippedAfter(Token token) {
        return token.role() == Token.Role.LIGHT || skippedAfter.contains(token.term()) || counts(token);
    }

    /** Whether a word joins the items of a list. */
    boolean joins(Token token) {
        return joints.contains(token.term()) || counts(token);
    }

    /** Whether a word says how much there is of a food: 캔, 缶, dozen, 600. */
    boolean counts(Token token) {
        return amounts.contains(token.term()) || Character.isDigit(token.term().charAt(0));
    }

    private static String terms(List<Token> tokens, int first, int last) {
        StringBuilder terms = new StringBuilder(tokens.get(first).term());
        for (int i = first + 1; i <= last; i++) {
            terms.append(' ').append(tokens.get(i).term());
        }
        return terms.toString();
    }
}
