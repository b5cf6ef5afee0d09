package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * A stretch of the words of a text.
 *
 * @param from its first word
 * @param to just behind its last
 */
record Clause(int from, int to) {

    /** Longer ones are cut, so that a long text is read in linear time. */
    static final int MAX_LENGTH = 60;

    boolean isEmpty() {
        return from >= to;
    }

    int length() {
        return to - from;
    }

    /** The sentence that it is in, cut where it is very long. */
    Clause sentence(List<Token> tokens) {
        int first = from;
        while (first > 0 && from - first < MAX_LENGTH && tokens.get(first - 1).role() != Token.Role.STOP) {
            first--;
        }
        int last = to;
        while (last < tokens.size()
                && last - to < MAX_LENGTH
                && tokens.get(last).role() != Token.Role.STOP) {
            last++;
        }
        return new Clause(first, last);
    }

    /** The first of so many in order that a condition holds for, and holds for all behind. */
    static int first(int count, IntPredicate holds) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
