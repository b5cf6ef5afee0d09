package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a text asks about a dish.
 *
 * @param topic what it wants to know
 * @param foods keys and families of the foods that it speaks of, or the kinds of dishes that are to go with the dish
 */
public record Question(Topic topic, Set<String> foods) {

    /** Kinds of dishes that are had beside another one. */
    static final Set<String> BESIDE = Set.of("salad", "soup");

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
        /** Whether a food may be left out of it. */
        NEED,
        /** What is drunk with it. */
        DRINK,
        /** Anything else, such as what a food is. */
        GENERAL,
        /** Anything else about the dish before. */
        DISH;

        /** Whether no recipe tells it, of whatever dish. */
        public boolean isNeverAnswered() {
            return this == COOKING || this == PAIRING || this == CALORIES || this == STORAGE || this == GENERAL;
        }

        /** Whether the dish of the recipe is meant, whatever else is named. */
        public boolean isOfRecipe() {
            return this == AMOUNT || this == NEED || this == STORAGE || this == DISH;
        }
    }

    /** What asks for a dish, or for another one, and is no question about the one before. */
    static final String REQUEST = "request";

    /** "And a salad": of what kind it is to be that goes with the dish. */
    private static Set<String> courses(AnalyzedText text) {
        return text.mentions().stream()
                .flatMap(mention -> mention.concepts().stream())
                .map(Concept::id)
                .filter(BESIDE::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Question> in(AnalyzedText text) {
        Set<String> foods = text.foods();
        boolean namesPart = text.mentions().stream()
                .anyMatch(mention -> !mention.isOf(Concept.Kind.DISH)
                        && (mention.isOf(Concept.Kind.FOOD) || mention.isOf(Concept.Kind.TAG)));
        for (Topic topic : Topic.values()) {
            boolean isMeant =
                    switch (topic) {
                        case CONTENT, NEED -> !foods.isEmpty();
                        case COOKING -> namesPart;
                        case DISH -> text.text().indexOf('?') >= 0;
                        default -> true;
                    };
            if (isMeant && text.phrases().has(topic)) {
                return Optional.of(new Question(topic, topic == Topic.PAIRING ? courses(text) : foods));
            }
        }
        boolean isAsked = text.mentions().isEmpty()
                && text.text().endsWith("?")
                && !text.phrases().has(REQUEST);
        return isAsked ? Optional.of(new Question(Topic.DISH, foods)) : Optional.empty();
    }
}
