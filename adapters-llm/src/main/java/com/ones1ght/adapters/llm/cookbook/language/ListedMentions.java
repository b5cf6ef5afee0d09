package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;

/**
 * Which mentions of a text are items of one list.
 *
 * @param text what is looked at
 */
record ListedMentions(AnalyzedText text) {

    private static final int MAX_JOINTS = 4;

    /** Whether nothing but what joins a list stands between a mention and the next; words of Latin script need a word. */
    boolean isJoint(int i) {
        List<Token> gap = text.between(i, i + 1);
        return gap.isEmpty()
                ? !text.isLatin(i)
                : gap.size() <= MAX_JOINTS && gap.stream().allMatch(Cues.bundled()::joins);
    }

    /** "カレー、豚肉抜きで" asks for a curry: across a bare comma foods share an effect, a dish and its foods do not. */
    boolean isBareGap(int i) {
        return text.between(i, i + 1).stream().allMatch(Token::isBreak);
    }

    boolean isOfOneKind(int one, int other) {
        return text.mentions().get(one).isOf(Concept.Kind.FOOD)
                && text.mentions().get(other).isOf(Concept.Kind.FOOD)
                && text.mentions().get(one).isOf(Concept.Kind.DISH)
                        == text.mentions().get(other).isOf(Concept.Kind.DISH)
                && text.mentions().get(one).isOf(Concept.Kind.TAG)
                        == text.mentions().get(other).isOf(Concept.Kind.TAG);
    }
}
