package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a text asks about a dish.
 *
 * @param topic what it wants to know
 * @param foods keys and families of the foods that it speaks of
 */
public record Question(Topic topic, Set<String> foods) {

    /** What shoppers ask about a dish, by the patterns of questions.txt; the first one that is there is meant. */
    public enum Topic {
        CALORIES,
        STORAGE,
        PRICE,
        /** How long or how hot one food is cooked. */
        COOKING,
        TIME,
        SERVINGS,
        /** What goes with the dish. */
        PAIRING,
        /** What takes the place of a food. */
        SUBSTITUTE,
        /** How much of a food there is to be. */
        AMOUNT,
        /** Whether a food is in it. */
        CONTENT,
        SPICINESS,
        /** Whether children can eat it. */
        CHILDREN,
        /** Anything else, such as what a food is. */
        GENERAL;

        /** Whether no recipe tells it, of whatever dish. */
        public boolean isNeverAnswered() {
            return this == COOKING || this == PAIRING || this == CALORIES || this == STORAGE || this == GENERAL;
        }

        private final PatternSet patterns = Holder.FILE.patterns(name().toLowerCase(Locale.ROOT));

        private boolean isIn(String text) {
            return patterns.find(text).isPresent();
        }
    }

    private static final class Holder {
        private static final PatternFile FILE = new PatternFile("questions.txt");
    }

    /** How all topics are asked about. */
    static Stream<Pattern> phrases() {
        return Stream.of(Topic.values()).flatMap(topic -> topic.patterns.all());
    }

    static Optional<Question> in(AnalyzedText text) {
        Set<String> foods = text.foods();
        boolean namesPart = text.mentions().stream()
                .anyMatch(mention -> !mention.isOf(Concept.Kind.DISH)
                        && (mention.isOf(Concept.Kind.FOOD) || mention.isOf(Concept.Kind.TAG)));
        for (Topic topic : Topic.values()) {
            boolean isMeant =
                    switch (topic) {
                        case CONTENT -> !foods.isEmpty();
                        case COOKING -> namesPart;
                        default -> true;
                    };
            if (isMeant && topic.isIn(text.text())) {
                return Optional.of(new Question(topic, foods));
            }
        }
        return Optional.empty();
    }
}
