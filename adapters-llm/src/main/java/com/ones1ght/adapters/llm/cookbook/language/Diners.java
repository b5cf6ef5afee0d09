package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many people a text wants to feed: by a number, by a list of them, or by who comes besides.
 *
 * @param atTable all of them
 * @param guests who come to those at home, where the text does not tell how many those are
 * @param further how many more than were planned before; fewer where negative
 * @param rest the numbers of the text without those of whom it says something else
 */
record Diners(OptionalInt atTable, int guests, int further, StatedNumbers rest) {

    static Diners in(StatedNumbers numbers) {
        int listed = people(numbers.sum("table", "eater"));
        StatedNumbers unlisted = numbers.without("table");
        int company = people(unlisted.find("company", 1));
        StatedNumbers alone = unlisted.without("company");
        int guests = people(alone.find("guests", 1));
        StatedNumbers others = alone.without("guests");
        int more = people(others.find("more", 1));
        int fewer = people(others.find("fewer", 1));
        StatedNumbers rest = others.without("more").without("fewer").without("partly");
        int couples = people(rest.find("couples", 1).map(pairs -> pairs * 2));
        int home = people(rest.find("home", 1));
        int stated = people(rest.without("home").find("servings", 1));
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
