package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.List;
import java.util.Set;

/**
 * Reads the phrases of Korean and Japanese clauses that name something to eat: 「にんにくガツンと効いたパスタ」. Where a clause
 * says no more of it, that is what it asks for, whatever verb joins a food to it.
 */
final class NounPhrases {

    /** So many words that nothing here knows may stand between. */
    private static final int MAX_UNKNOWN = 3;

    private static final Set<String> TO_BE = Grammar.words("nounPhrases.to be");
    private static final Set<String> CONDITIONS = Grammar.words("nounPhrases.conditions");

    /** How the dictionary forms of Japanese verbs end, which a condition follows (食べると), and no adverb (ガツンと). */
    private static final String VERB_ENDINGS = "うくぐすつぬぶむる";

    /** Behind a word that nothing here knows another clause begins, and the word may have refused the food. */
    private static final Set<String> JOINTS = Grammar.words("nounPhrases.joints");

    private static final Set<String> ADNOMINAL = Grammar.words("nounPhrases.adnominal");

    private static final String ADNOMINAL_ENDINGS = VERB_ENDINGS + "いただ";

    private final AnalyzedText text;
    private final Clauses clauses;

    NounPhrases(AnalyzedText text, Clauses clauses) {
        this.text = text;
        this.clauses = clauses;
    }

    /** "셋이 먹을 국수", "구워 먹을 고기". */
    boolean nameToEat(Mention mention, Clause clause) {
        int ending = mention.first() - 1;
        return ending > clause.from()
                && TO_BE.contains(text.tokens().get(ending).term())
                && clauses.is(ending - 1, ClauseWord.MEAL)
                && !clauses.isSaid(clause, ClauseWord.DENIAL);
    }

    /**
     * Whether a food describes what its clause ends with.
     *
     * @param firstBehind the index of the first mention behind the food
     */
    boolean describe(Mention food, int firstBehind, Clause clause) {
        if (clauses.isSaid(new Clause(clause.from(), food.first()), ClauseWord.DENIAL)) {
            return false;
        }
        int mention = firstBehind;
        boolean isHeaded = false;
        boolean asks = false;
        int unknown = 0;
        for (int at = food.last() + 1; at < clause.to(); at++) {
            while (mention < text.mentions().size()
                    && text.mentions().get(mention).last() < at) {
                mention++;
            }
            boolean isNamed = mention < text.mentions().size()
                    && text.mentions().get(mention).last() == at
                    && isMeal(text.mentions().get(mention));
            if ((isNamed || clauses.is(at, ClauseWord.HEAD)) && isDescribed(at, food) || isThing(at, food)) {
                isHeaded = true;
                asks = true;
            } else if (isHeaded && clauses.is(at, ClauseWord.STRONG) && !clauses.isMentioned(at)) {
                asks = true;
            } else if (ends(at, isHeaded)) {
                return false;
            } else if (clauses.isContent(at) && !clauses.isPlain(at, clause)) {
                asks = false;
                unknown++;
                if (at + 1 < clause.to()
                        && JOINTS.contains(text.tokens().get(at + 1).term())) {
                    return false;
                }
            }
        }
        return asks && unknown <= MAX_UNKNOWN;
    }

    /** A Korean verb that describes what follows has an ending of its own; any other says something of the food. */
    private boolean isDescribed(int at, Mention food) {
        int before = at - 1;
        while (before > food.last() && clauses.isMentioned(before)) {
            before--;
        }
        Token ending = text.tokens().get(before);
        return text.tokens().get(at).script() != Token.Script.HANGUL
                || before == food.last()
                || ADNOMINAL.contains(ending.term());
    }

    /** The の of 「魚の煮付けみたいなの」, and not the one that explains: 「牡蠣が原因なの」. */
    private boolean isThing(int at, Mention food) {
        List<Token> tokens = text.tokens();
        String before = tokens.get(at - 1).term();
        return tokens.get(at).term().equals("の")
                && at - 1 > food.last()
                && !tokens.get(food.last() + 1).term().equals("が")
                && ADNOMINAL_ENDINGS.indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static boolean isMeal(Mention mention) {
        return mention.concepts().stream()
                .anyMatch(concept -> concept.kind() == Concept.Kind.DISH
                        || concept.kind() == Concept.Kind.ABSENT_DISH
                        || Dish.KINDS.contains(concept.id()));
    }

    /** Whether a word says something of the food, instead of joining it to what it describes. */
    private boolean ends(int at, boolean isHeaded) {
        Token token = text.tokens().get(at);
        if (token.role() != Role.LIGHT) {
            return clauses.isContent(at) && clauses.is(at, ClauseWord.DENIAL) && !isHeaded;
        }
        String before = text.tokens().get(at - 1).term();
        boolean isTopic = WishedFoods.TOPICS.contains(token.term()) && !isHeaded;
        boolean isCondition = CONDITIONS.contains(token.term())
                || token.term().equals("と") && VERB_ENDINGS.indexOf(before.charAt(before.length() - 1)) >= 0;
        return isTopic || isCondition;
    }
}
