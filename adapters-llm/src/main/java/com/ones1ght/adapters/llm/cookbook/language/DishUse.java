package com.ones1ght.adapters.llm.cookbook.language;

import java.util.stream.Collectors;

/** What a text says to be done with a dish or a food that it names, other than to cook it. */
record DishUse(AnalyzedText text) {

    private static final PatternFile FILE = new PatternFile("uses.txt");
    private static final PatternSet LEFT_OVER = FILE.patterns("left over");
    private static final PatternSet STILL_THERE = FILE.patterns("still there");
    private static final PatternSet HAD_WITH = FILE.patterns("had with");
    private static final PatternSet BESIDE = FILE.patterns("beside");
    private static final PatternSet MEANS = FILE.patterns("means");

    /** Characters looked at in front of a name. */
    private static final int DISTANCE = 14;

    /** Characters looked at behind it, so that a long text is read in linear time. */
    private static final int MAX_BEHIND = 80;

    /** Whether a dish was cooked before: "남은 불고기", "leftover bolognese". */
    boolean isLeftOver(Mention mention) {
        return LEFT_OVER.find(before(mention)).isPresent()
                || STILL_THERE.find(behind(mention)).isPresent();
    }

    /** "삼겹살로 김치찌개", "have it with mash": what another dish is made or had with is no dish to be cooked. */
    Mention asUsed(Mention mention) {
        return mention.isOf(Concept.Kind.DISH)
                        && (isMeans(mention)
                                || BESIDE.find(before(mention)).isPresent()
                                || HAD_WITH.find(behind(mention)).isPresent())
                ? new Mention(
                        mention.first(),
                        mention.last(),
                        mention.concepts().stream()
                                .filter(concept -> concept.kind() == Concept.Kind.FOOD)
                                .collect(Collectors.toSet()))
                : mention;
    }

    private boolean isMeans(Mention mention) {
        int behind = mention.last() + 1;
        while (behind < text.tokens().size()
                && Cues.bundled().counts(text.tokens().get(behind))) {
            behind++;
        }
        int at = behind;
        return mention.isOf(Concept.Kind.FOOD)
                && at < text.tokens().size()
                && MEANS.find(text.tokens().get(at).term()).isPresent()
                && text.mentions().stream().anyMatch(other -> other.first() > at && other.isOf(Concept.Kind.DISH));
    }

    private String before(Mention mention) {
        int start = text.tokens().get(mention.first()).start();
        return text.text().substring(Math.max(0, start - DISTANCE), start);
    }

    private String behind(Mention mention) {
        int start = text.tokens().get(mention.last()).end();
        return text.text().substring(start, Math.min(text.text().length(), start + MAX_BEHIND));
    }
}
