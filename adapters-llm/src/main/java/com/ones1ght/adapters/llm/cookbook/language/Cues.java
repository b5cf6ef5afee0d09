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
import org.jspecify.annotations.Nullable;

/** The words beside a mention that say what is to be done with it. The longest one wins. */
final class Cues {

    /** What a cue does with the food beside it. */
    enum Effect {
        WITHOUT,
        /** There is none of it, or something else is to take its place: it is not unwanted otherwise. */
        LACKING,
        /** It has run out at home, so that it is bought, or to be done without: {@link RunOut}. */
        GONE,
        BUY,
        NEVER,
        /** Nothing says that it is wanted, nor that it is not. */
        DOUBTED,
        /** It may be given, and need not. */
        FINE,
        /** Somebody is said not to be allergic to it, which neither asks for it nor allows it to others. */
        UNASKED,
        HAVE,
        /** It is eaten, and nothing else of its family. */
        ONLY,
        /** It costs too much. */
        COSTLY,
        MORE,
        LESS;

        /** Whether an effect, if there is one, is that the food is not to be given. */
        static boolean rulesOut(@Nullable Effect effect) {
            return effect != null && effect.isOut();
        }

        /** Whether the food is not to be given. */
        boolean isOut() {
            return this == WITHOUT
                    || this == LACKING
                    || this == GONE
                    || this == NEVER
                    || this == DOUBTED
                    || this == COSTLY;
        }
    }

    private static final int MAX_WORDS = 4;

    private static final Cues BUNDLED = new Cues();

    private final Map<String, Effect> before = new HashMap<>();
    private final Map<String, Effect> after = new HashMap<>();
    private final Set<String> skippedBefore = new HashSet<>();
    private final Set<String> skippedAfter = new HashSet<>();
    private final Set<String> joints = new HashSet<>();
    private final Set<String> amounts = new HashSet<>();
    private final Map<String, Effect> unmistakable = new HashMap<>();

    private Cues() {
        for (String line : ResourceText.lines(Cues.class, "cues.txt")) {
            List<String> columns = ResourceText.columns(line, 3);
            boolean isBefore = columns.get(1).equals("before");
            List<String> words = ResourceText.items(columns.get(2));
            switch (columns.get(0)) {
                case "skip" -> (isBefore ? skippedBefore : skippedAfter).addAll(words);
                case "list" -> joints.addAll(words);
                case "amount" -> amounts.addAll(words);
                case "unmistakable" -> words.forEach(word -> unmistakable.put(word, Effect.WITHOUT));
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
        Optional<Effect> effect = startingAt(after, tokens, first);
        if (effect.equals(Optional.of(Effect.LESS)) && first + 1 < tokens.size()) {
            // "ちょっと苦手": a little of a refusal is one.
            return startingAt(after, tokens, first + 1).filter(Effect::isOut).or(() -> effect);
        }
        return effect;
    }

    private static Optional<Effect> startingAt(Map<String, Effect> cues, List<Token> tokens, int first) {
        for (int words = Math.min(MAX_WORDS, tokens.size() - first); words > 0; words--) {
            Effect effect = cues.get(terms(tokens, first, first + words - 1));
            if (effect != null) {
                return Optional.of(effect);
            }
        }
        return Optional.empty();
    }

    /** Whether a cue begins at a word that refuses what is spoken of, whatever stands between. */
    boolean isUnmistakable(List<Token> tokens, int first) {
        return startingAt(unmistakable, tokens, first).isPresent();
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
