package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.List;
import java.util.Set;

/** Tells "is there nothing cheaper?" from "nothing with pork": 더 싼 거 없어?, 辛くないのない？ */
final class AbsenceQuestions {

    private static final Set<String> ABSENCES = Grammar.words("absenceQuestions.absences");
    private static final Set<String> THINGS = Grammar.words("absenceQuestions.things");

    private static final Set<String> ASKING = Grammar.words("absenceQuestions.asking");

    private AbsenceQuestions() {}

    /**
     * Whether what is mentioned is asked for.
     *
     * @param at the word behind the mention that says that there is none
     */
    static boolean isAsked(List<Token> tokens, Mention mention, int at) {
        if (mention.isOf(Concept.Kind.TAG) && isWhetherItMay(tokens, at)) {
            return true;
        }
        if (!ABSENCES.contains(tokens.get(at).term())) {
            return false;
        }
        boolean isOfThings = tokens.subList(mention.last() + 1, at).stream()
                        .anyMatch(token -> THINGS.contains(token.term()) || ClauseWord.HEAD.holds(token))
                || ClauseWord.HEAD.holds(tokens.get(mention.last()));
        int behind = at + 1;
        while (behind < tokens.size() && tokens.get(behind).role() == Role.LIGHT) {
            behind++;
        }
        boolean ends = behind == tokens.size() || tokens.get(behind).isBreak();
        return ends && (isOfThings || isCourse(mention) && isQuestion(tokens.subList(at + 1, behind), tokens, behind));
    }

    /** "연어 요리 없어?" asks for one, and so does 없을까 without its mark. */
    static boolean isAsked(List<Token> tokens, int denial) {
        int at = denial + 1;
        while (at < tokens.size() && tokens.get(at).role() == Role.LIGHT) {
            if (ASKING.contains(tokens.get(at).term())) {
                return true;
            }
            at++;
        }
        return !tokens.get(denial).isLatin()
                && at < tokens.size()
                && tokens.get(at).term().equals("?");
    }

    /** "맥주 안주 없을까?": what is no food can only be asked for. */
    private static boolean isCourse(Mention mention) {
        return !mention.isOf(Concept.Kind.FOOD)
                && mention.concepts().stream()
                        .anyMatch(concept -> Dish.KINDS.contains(concept.id())
                                || Dish.CUISINES.contains(concept.id())
                                || Dish.COURSES.contains(concept.id()));
    }

    private static boolean isQuestion(List<Token> endings, List<Token> tokens, int behind) {
        return behind < tokens.size() && tokens.get(behind).term().equals("?")
                || endings.stream().anyMatch(ending -> ASKING.contains(ending.term()));
    }

    /** "더 싸게 안 될까?" */
    private static boolean isWhetherItMay(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).term().equals("안")
                && tokens.get(at + 1).term().equals("되다")
                && tokens.subList(at + 2, tokens.size()).stream()
                        .anyMatch(token -> token.term().equals("?") || ASKING.contains(token.term()));
    }
}
