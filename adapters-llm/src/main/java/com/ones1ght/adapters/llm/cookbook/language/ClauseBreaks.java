package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Where a clause ends: at a mark, a conjunction, or what is said of a dish behind a food that is in it. */
final class ClauseBreaks {

    static final Set<String> RELATIVES = Grammar.words("clauseBreaks.relatives");
    private static final Set<String> INSTEAD = Grammar.words("clauseBreaks.instead");
    private static final Set<String> DEGREES = Grammar.words("clauseBreaks.degrees");

    /** They speak of the food, or of who must not have it. */
    private static final Set<ClauseWord> OF_FOODS =
            EnumSet.of(ClauseWord.HEALTH, ClauseWord.ALARM, ClauseWord.EATS, ClauseWord.LIKES, ClauseWord.PERSON);

    private static final Set<String> POSSESSIVES = Grammar.words("clauseBreaks.possessives");

    private ClauseBreaks() {}

    /** @param mentioned the words that name something known */
    static boolean isAt(List<Token> tokens, BitSet mentioned, int at) {
        return tokens.get(at).isBreak()
                || !mentioned.get(at) && ClauseWord.CLAUSE.holds(tokens.get(at)) && !isOfDegree(tokens, at)
                || !mentioned.get(at) && isBehindInstead(tokens, at)
                || isOfDish(tokens, mentioned, at);
    }

    /** "A 말고 B": what is not to be, and what is. The analyzer takes the former for another verb. */
    private static boolean isBehindInstead(List<Token> tokens, int at) {
        return at > 0
                && tokens.get(at).term().equals("고")
                && INSTEAD.contains(tokens.get(at - 1).term());
    }

    /** "So much as a prawn". */
    private static boolean isOfDegree(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).isLatin()
                && DEGREES.contains(tokens.get(at + 1).term());
    }

    /** "Something with strawberries that doesn't need baking": what denies behind a food may be said of the dish. */
    private static boolean isOfDish(List<Token> tokens, BitSet mentioned, int at) {
        if (at == 0 || !RELATIVES.contains(tokens.get(at).term())) {
            return false;
        }
        int denial = at + 1;
        while (denial < tokens.size()
                && (POSSESSIVES.contains(tokens.get(denial).term()) || ClauseWord.PERSON.holds(tokens.get(denial)))) {
            denial++;
        }
        return denial < tokens.size()
                && IntStream.range(Math.max(0, at - 2), at).anyMatch(mentioned::get)
                && ClauseWord.DENIAL.holds(tokens.get(denial))
                && IntStream.range(denial + 1, tokens.size())
                        .takeWhile(next -> tokens.get(next).role() != Role.STOP)
                        .noneMatch(next -> OF_FOODS.stream().anyMatch(kind -> kind.holds(tokens.get(next))));
    }
}
