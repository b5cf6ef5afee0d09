package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import com.ones1ght.adapters.llm.cookbook.language.Token.Script;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The foods that a Korean or Japanese clause asks for by its form, whatever its other words say of them: the clause is
 * nothing but a dish that they are of, described, or tells where they are to be put.
 */
record PhrasedWishes(AnalyzedText text, Clauses clauses) {
    private static final Set<String> LINKS = Grammar.words("phrasedWishes.links");
    private static final Set<String> DISHES = Grammar.words("phrasedWishes.dishes");
    private static final Set<String> PUTTING = Grammar.words("phrasedWishes.putting");
    private static final Set<String> REQUESTING = Grammar.words("phrasedWishes.requesting");
    private static final Set<ClauseWord> OTHERWISE = EnumSet.of(
            ClauseWord.DENIAL,
            ClauseWord.ALARM,
            ClauseWord.HEALTH,
            ClauseWord.KEPT,
            ClauseWord.PERSON,
            ClauseWord.PAST,
            ClauseWord.WEARY);

    boolean ask(Mention food, Clause clause) {
        return !text.isLatin(food)
                && (isOfNamedDish(food, clause) || isToBePutIn(food, clause) || isFeastedOn(food, clause));
    }

    /** "돌리기만 하면 되는 고구마 간식", 「レンジでチンするだけのさつまいもおやつ」. */
    private boolean isOfNamedDish(Mention food, Clause clause) {
        if (OTHERWISE.stream().anyMatch(kind -> clauses.isSaid(clause, kind))) {
            return false;
        }
        int head = food.last() + 1;
        if (!isKindOfDish(food)) {
            if (head < clause.to() && isLink(head)) {
                head++;
            }
            if (head >= clause.to() || !isHead(head)) {
                return false;
            }
            head = endOf(head) + 1;
        }
        return ends(head, clause);
    }

    /** "고기파티", whoever is to come to it. */
    private boolean isFeastedOn(Mention food, Clause clause) {
        int feast = food.last() + 1;
        return text.mentions().stream()
                        .anyMatch(mention -> mention.first() == feast
                                && mention.concepts().stream()
                                        .anyMatch(concept -> concept.id().equals("party")))
                && ends(feast, clause);
    }

    /** "계란은 반숙으로 올려줘": even of a topic. */
    private boolean isToBePutIn(Mention food, Clause clause) {
        boolean isPut = false;
        boolean isRequested = false;
        for (int at = food.last() + 1; at < clause.to(); at++) {
            Token token = tokens().get(at);
            if (clauses.isMentioned(at) || OTHERWISE.stream().anyMatch(kind -> kind.holds(token))) {
                return false;
            }
            isRequested |= isPut && REQUESTING.contains(token.term());
            isPut |= PUTTING.contains(token.term());
        }
        return isRequested;
    }

    private boolean isLink(int at) {
        return LINKS.contains(tokens().get(at).term());
    }

    private boolean isHead(int at) {
        return DISHES.contains(tokens().get(at).term())
                || text.mentions().stream().anyMatch(mention -> mention.first() == at && isKindOfDish(mention));
    }

    private static boolean isKindOfDish(Mention mention) {
        return mention.concepts().stream()
                .anyMatch(concept -> Dish.KINDS.contains(concept.id()) || Dish.COURSES.contains(concept.id()));
    }

    private int endOf(int head) {
        return text.mentions().stream()
                .filter(mention -> mention.first() == head)
                .mapToInt(Mention::last)
                .findFirst()
                .orElse(head);
    }

    /** Whether nothing but particles, and what asks for it, stands behind the dish. */
    private boolean ends(int from, Clause clause) {
        for (int at = from; at < clause.to(); at++) {
            Token token = tokens().get(at);
            boolean says = token.role() == Role.WORD && token.script() != Script.OTHER && !clauses.isMentioned(at);
            if (WishedFoods.TOPICS.contains(token.term()) || says && !clauses.isAsking(at)) {
                return false;
            }
        }
        return true;
    }

    private List<Token> tokens() {
        return text.tokens();
    }
}
