package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Dish;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells the dishes, and kinds of dishes, that a text refuses in words that no cue lists. A dish that is named is wanted,
 * unless what is said of it speaks of aversion, denies that it is eaten or wished for, or only sets it aside: "curry again?
 * no way", "ラーメンはちょっと…".
 */
record RefusedDishes(AnalyzedText text, Clauses clauses) {

    private static final Set<String> TOPICS = Grammar.words("refusedDishes.topics");

    /** At the end of what is said of a topic, they choose: "パスタはたらこで". */
    private static final Set<String> CHOICES = Grammar.words("refusedDishes.choices");

    /** So many words dismiss what was named before: "no thanks", "not again". */
    private static final int MAX_DISMISSING = 3;

    private static final int MAX_PARTS = 2;

    /** What a dish is like may be set aside as it may. */
    private static final Set<String> CHARACTERS = Set.of("spicy", "dessert", "hearty", "light");

    static boolean isDish(Mention mention) {
        return mention.isOf(Concept.Kind.DISH)
                || mention.isOf(Concept.Kind.ABSENT_DISH)
                || !mention.isOf(Concept.Kind.FOOD)
                        && mention.concepts().stream()
                                .anyMatch(concept -> Dish.KINDS.contains(concept.id())
                                        || Dish.CUISINES.contains(concept.id())
                                        || CHARACTERS.contains(concept.id()));
    }

    boolean hold(Mention dish) {
        Clause part = partAround(dish.first());
        if (clauses.isOfPastMeal(part)) {
            return true;
        }
        boolean isAsked = endsWith(part, "?");
        Clause said = text.isLatin(dish) ? part : new Clause(dish.last() + 1, part.to());
        return !isAsked && isRefusing(said)
                || isSetAside(dish, part, isAsked)
                || isAsked && isNothingBut(part, ClauseWord.WEARY)
                || isDismissedBehind(part, isAsked);
    }

    /** "Curry again? No way", "辛いのは好きだけど、今日はやめとく". */
    private boolean isDismissedBehind(Clause part, boolean isAsked) {
        boolean goesOn = isAsked
                || part.to() < text.tokens().size() && clauses.is(part.to(), ClauseWord.CLAUSE)
                || clauses.isSaid(part, ClauseWord.WEARY);
        Clause next = next(part);
        for (int parts = 0; parts < MAX_PARTS && !next.isEmpty(); parts++) {
            if ((goesOn || clauses.isSaid(next, ClauseWord.REFERRING)) && (isRefusing(next) || isDismissing(next))) {
                return true;
            }
            next = next(next);
        }
        return false;
    }

    private boolean endsWith(Clause part, String term) {
        return part.to() < text.tokens().size() && term(part.to()).equals(term);
    }

    /** Between breaks, and words behind which another sentence begins. */
    private Clause partAround(int token) {
        int from = token;
        while (from > 0 && !ends(from - 1)) {
            from--;
        }
        int to = token;
        while (to < text.tokens().size() && !ends(to)) {
            to++;
        }
        return new Clause(from, to);
    }

    /** The one behind it, unless it names something itself. */
    private Clause next(Clause part) {
        int from = part.to();
        while (from < text.tokens().size() && ends(from)) {
            from++;
        }
        Clause next = from < text.tokens().size() ? partAround(from) : new Clause(from, from);
        return clauses.namesSomething(next) ? new Clause(from, from) : next;
    }

    private boolean ends(int at) {
        return text.tokens().get(at).isBreak() || !clauses.isMentioned(at) && clauses.is(at, ClauseWord.CLAUSE);
    }

    private boolean isRefusing(Clause part) {
        return clauses.isAffirmed(part, ClauseWord.ALARM)
                || clauses.denies(part, ClauseWord.EATS)
                || clauses.denies(part, ClauseWord.LIKES);
    }

    private boolean isDismissing(Clause next) {
        return next.length() <= MAX_DISMISSING
                && clauses.isSaid(next, ClauseWord.DENIAL)
                && !clauses.isSaid(next, ClauseWord.KEPT);
    }

    /** A topic of which nothing is asked, but told that it was, or not now: "라면은 어제도 끓였어". */
    private boolean isSetAside(Mention dish, Clause part, boolean isAsked) {
        int topic = dish.last() + 1;
        if (topic >= part.to() || !TOPICS.contains(term(topic))) {
            return false;
        }
        boolean says = false;
        for (int at = topic + 1; at < part.to(); at++) {
            if (clauses.isMentioned(at) && !clauses.is(at, ClauseWord.WEARY)) {
                // "파전은 귀찮고 칼국수": what follows is of something else.
                return says;
            }
            if (clauses.isAsking(at) || clauses.is(at, ClauseWord.STRONG) || clauses.is(at, ClauseWord.JOY)) {
                return false;
            }
            boolean isTold = at + 1 < part.to() && clauses.is(at + 1, ClauseWord.TOLD);
            says |= clauses.is(at, ClauseWord.WEARY) || clauses.isContent(at) && isTold;
        }
        return says && !isAsked && !CHOICES.contains(term(part.to() - 1));
    }

    private boolean isNothingBut(Clause part, ClauseWord kind) {
        return clauses.isSaid(part, kind)
                && IntStream.range(part.from(), part.to())
                        .noneMatch(at -> clauses.isContent(at) && !clauses.is(at, kind));
    }

    private String term(int at) {
        return text.tokens().get(at).term();
    }
}
