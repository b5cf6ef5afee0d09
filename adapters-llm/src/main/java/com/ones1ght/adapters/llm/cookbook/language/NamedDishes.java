package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Measure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The dishes that a text names. One is cooked at a time, the one that is named first. */
final class NamedDishes {

    final Set<String> wanted = new LinkedHashSet<>();
    final Set<String> unwanted = new LinkedHashSet<>();

    /** Dishes that the cookbook lacks, as the text calls them, and the nearest that it has. */
    final Map<String, String> absent = new LinkedHashMap<>();

    /** Dishes that are not cooked, as the text calls them: a second one, and leftovers that no recipe takes. */
    final Set<String> unused = new LinkedHashSet<>();

    private String first = "";
    private OptionalInt pieces = OptionalInt.empty();

    /** @param said as the text calls it; one word may name several dishes, any of which is meant */
    void add(String id, String said, boolean out) {
        if (out) {
            unwanted.add(id);
        } else if (wanted.isEmpty() || said.equals(first)) {
            wanted.add(id);
            first = said;
        } else if (!wanted.contains(id)) {
            unused.add(said);
        }
    }

    /** "20 gyoza", "김밥 6줄": the article of "a burger" counts nothing. */
    void count(Optional<Amount> amount) {
        amount.filter(count -> count.measure() == Measure.PIECE || count.measure() == Measure.SHEET)
                .map(count -> count.quantity().intValue())
                .filter(count -> count > 1)
                .ifPresent(count -> pieces = OptionalInt.of(count));
    }

    OptionalInt pieces() {
        return pieces;
    }
}
