package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** English words that tell of which kind something is, or how much of it, whatever words these are. */
final class Describing {

    private static final Set<String> THINGS = Grammar.words("describing.things");
    private static final Set<String> ARTICLES = Grammar.words("describing.articles");

    private Describing() {}

    /**
     * Whether a word is one: "anything decent", "a basket of mushrooms".
     *
     * @param named whether a word names something to eat
     */
    static boolean is(List<Token> tokens, int at, IntPredicate named) {
        if (at == 0 || !tokens.get(at).isLatin()) {
            return false;
        }
        String before = tokens.get(at - 1).term();
        boolean isMeasure = at + 2 < tokens.size()
                && tokens.get(at + 1).term().equals("of")
                && named.test(at + 2)
                && ARTICLES.contains(before);
        return isMeasure || THINGS.contains(before);
    }
}
