package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What asks for a food beyond the words of its clause: the dish that it is named with, or a question behind it. */
record WishesBeyond(AnalyzedText text, List<@Nullable Effect> effects, Clauses clauses, RefusedDishes refusedDishes) {

    private static final Concept DESSERT = new Concept(Concept.Kind.TAG, "dessert");

    private static final Set<ClauseWord> UNWANTED =
            EnumSet.of(ClauseWord.DENIAL, ClauseWord.PERSON, ClauseWord.WEARY, ClauseWord.ALARM, ClauseWord.HEALTH);

    boolean ask(int food, Clause clause) {
        return isOfDish(food) || isTakenUp(clause);
    }

    /** "Broccoli pasta", "Sunday roast chicken": a food that a dish is named with is wanted as the dish is. */
    private boolean isOfDish(int i) {
        return isNextTo(i, i + 1) && isWantedDish(i + 1)
                || text.isLatin(i) && isNextTo(i - 1, i) && isWantedDish(i - 1);
    }

    private boolean isNextTo(int one, int next) {
        return one >= 0
                && next < text.mentions().size()
                && text.mentions().get(one).last() + 1
                        == text.mentions().get(next).first();
    }

    private boolean isWantedDish(int i) {
        Mention mention = text.mentions().get(i);
        boolean isDish = mention.isOf(Concept.Kind.DISH)
                || mention.isOf(Concept.Kind.ABSENT_DISH)
                || mention.isOfKind()
                || mention.concepts().contains(DESSERT);
        return isDish && effects.get(i) == null && !refusedDishes.hold(mention);
    }

    /** "A bag of carrots going limp. Could they become soup?" */
    private boolean isTakenUp(Clause clause) {
        Clause next = clauses.behind(clause);
        return clauses.isSaid(next, ClauseWord.REFERRING)
                && clauses.isSaid(next, ClauseWord.MODAL)
                && UNWANTED.stream().noneMatch(kind -> clauses.isSaid(next, kind) || clauses.isSaid(clause, kind));
    }

    /** "연어 말고 다른 생선": another one of a kind is wanted, whatever is said of the one before, unless it is refused. */
    boolean askForAnother(int food, Clause told) {
        int from =
                food > 0 ? Math.max(told.from(), text.mentions().get(food - 1).last() + 1) : told.from();
        Mention mention = text.mentions().get(food);
        int other = mention.first() - 1;
        while (other > from && text.tokens().get(other).role() == Token.Role.LIGHT) {
            other--;
        }
        return other >= from
                && clauses.is(other, ClauseWord.OTHER)
                && isUnrefused(new Clause(mention.last() + 1, told.to()))
                && (!text.isLatin(food) || isUnrefused(new Clause(from, other)));
    }

    private boolean isUnrefused(Clause part) {
        return IntStream.range(part.from(), part.to())
                .filter(at -> !clauses.isMentioned(at) && !clauses.isExplained(at))
                .noneMatch(at -> UNWANTED.stream()
                        .anyMatch(kind -> kind != ClauseWord.PERSON
                                && clauses.is(at, kind)
                                && !(kind == ClauseWord.DENIAL && AbsenceQuestions.isAsked(text.tokens(), at))));
    }
}
