package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many people a text wants to feed: by a number, by a list of them, or by who comes besides.
 *
 * @param atTable all of them
 * @param guests who come to those at home, where the text does not tell how many those are
 * @param further how many more than were planned before; fewer where negative
 * @param rest the text without those of whom it says something else
 */
record Diners(OptionalInt atTable, int guests, int further, String rest) {

    /** @param text normalised */
    static Diners in(String text) {
        StatedNumbers numbers = StatedNumbers.bundled();
        int listed = people(numbers.sum("table", "eater", text));
        String unlisted = numbers.without("table", text);
        int company = people(numbers.find("company", unlisted, 1));
        String alone = numbers.without("company", unlisted);
        int guests = people(numbers.find("guests", alone, 1));
        String others = numbers.without("guests", alone);
        int more = people(numbers.find("more", others, 1));
        int fewer = people(numbers.find("fewer", others, 1));
        String rest = numbers.without("partly", numbers.without("fewer", numbers.without("more", others)));
        int couples = people(numbers.find("couples", rest, 1).map(pairs -> pairs * 2));
        int home = people(numbers.find("home", rest, 1));
        int stated = people(numbers.find("servings", numbers.without("home", rest), 1));
        int atHome = home > 0 ? home : listed > 0 ? listed : company > 0 ? company + 1 : couples;
        int all = stated > 0 ? stated : atHome > 0 ? atHome + guests : 0;
        return new Diners(
                all > 0 ? OptionalInt.of(Math.min(all, Limits.MAX_SERVINGS)) : OptionalInt.empty(),
                all > 0 ? 0 : guests,
                more - fewer,
                rest);
    }

    private static int people(Optional<Double> number) {
        return number.map(people -> (int) Math.min(people, Limits.MAX_SERVINGS)).orElse(0);
    }
}
