package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a word does in a clause that names a food, by the lists of wishes.txt; a word may do several things. */
enum ClauseWord {
    WISH,
    NEUTRAL,
    /** It makes a sentence, which has to ask for something besides. */
    TELLS,
    /** It asks for a food whatever else its clause says. */
    STRONG,
    /** It asks whether something can be done, or what. */
    MODAL,
    /** It asks for the food that something else is said to have. */
    HOLDS,
    JOY,
    /** It names something to eat. */
    HEAD,
    /** What is done with something to eat, whatever its name. */
    MADE,
    /** It asks for what the verb before it says: 먹어 보자. */
    PROPOSES,
    DENIAL,
    /** Denied, it refuses what is spoken of. */
    EATS,
    /** Likewise, where it is of what is spoken of, and not of what is to be done. */
    LIKES,
    /** Of what was had too often. */
    WEARY,
    /** What is done to a food before it is cooked; refused, it is the work that is. */
    WORK,
    /** It tells when a meal was. */
    PAST,
    /** It tells that a meal was had. */
    MEAL,
    /** That there still is some of it. */
    REMAINS,
    /** Its denial refuses no food. */
    KEPT,
    TOLD,
    /** That something is supposed, which asks for it where it would be good. */
    SUPPOSED,
    GOOD,
    /** Behind a food that begins a clause it tells nothing of it. */
    BESIDE,
    CLAUSE,
    /** It gives the reason for what follows. */
    REASON,
    RECIPIENT,
    PERSON,
    REFERRING,
    ALARM,
    HEALTH,
    /** Before the name of a kind it asks for another one of that kind. */
    OTHER;

    private final Set<String> words = Holder.WORDS.getOrDefault(name().toLowerCase(Locale.ROOT), Set.of());

    /** All words that do something. */
    static Set<String> all() {
        return Holder.WORDS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    Set<String> words() {
        return words;
    }

    boolean holds(Token token) {
        return words.contains(token.term());
    }

    private static final class Holder {

        /** Of what is asked for and eaten, with whoever asks, and whether or not it can be. */
        private static final Set<String> OF_VERBS = Set.of("wish", "strong", "joy", "meal", "eats");

        private static final Map<String, Set<String>> WORDS =
                ResourceText.lines(ClauseWord.class, "wishes.txt").stream()
                        .map(line -> ResourceText.columns(line, 2))
                        .collect(Collectors.groupingBy(
                                columns -> columns.get(0), Collectors.flatMapping(Holder::forms, Collectors.toSet())));

        private static Stream<String> forms(List<String> columns) {
            List<String> words = ResourceText.items(columns.get(1));
            return OF_VERBS.contains(columns.get(0)) ? words.stream().flatMap(Inflections::of) : words.stream();
        }
    }
}
