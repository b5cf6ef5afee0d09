package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the text around a mention says of it, by patterns that have to match right behind it or right in front of it:
 * "우유를 먹으면 배가 아파요" is an intolerance, "麺しか食べない" the only thing that somebody eats.
 */
final class Surroundings {

    /** Intolerances that are told as what a food does to somebody. */
    static final Surroundings SYMPTOMS = new Surroundings("symptoms.txt");

    /** What is eaten while all else, or the rest of its family, is not. */
    static final Surroundings ONLY = new Surroundings("exceptions.txt");

    /** What does no harm, said beside what does. */
    static final Surroundings HARMLESS = new Surroundings("harmless.txt");

    /** That something else is to be had with it. */
    static final Surroundings COMPANY = new Surroundings("company.txt");

    /** Characters looked at on either side of a mention, so that a long text is read in linear time. */
    private static final int MAX_DISTANCE = 120;

    private final PatternSet behind;
    private final PatternSet before;

    private Surroundings(String file) {
        PatternFile patterns = new PatternFile(file);
        behind = patterns.patterns("behind");
        before = patterns.patterns("before");
    }

    /** Whether the text behind a mention says it. */
    boolean follow(AnalyzedText text, int mention) {
        return behind(text, mention).findAny().isPresent();
    }

    private Stream<MatchResult> behind(AnalyzedText text, int mention) {
        List<Mention> mentions = text.mentions();
        int start = text.tokens().get(mentions.get(mention).last()).end();
        int end = Math.min(text.text().length(), start + MAX_DISTANCE);
        for (int i = mention + 1; i < mentions.size(); i++) {
            if (mentions.get(i).isOf(Concept.Kind.FOOD)) {
                end = Math.min(end, text.tokens().get(mentions.get(i).first()).start());
                break;
            }
        }
        int to = end;
        return behind.fitting(text.text(), start, to).stream()
                .map(pattern -> matcher(pattern, text.text(), start, to))
                .filter(Matcher::lookingAt)
                .map(Matcher::toMatchResult);
    }

    /** Whether the text right before a mention says it. */
    boolean precede(AnalyzedText text, int mention) {
        return before(text, mention).findAny().isPresent();
    }

    private Stream<MatchResult> before(AnalyzedText text, int mention) {
        List<Mention> mentions = text.mentions();
        int end = text.tokens().get(mentions.get(mention).first()).start();
        int former = mention == 0
                ? 0
                : text.tokens().get(mentions.get(mention - 1).last()).end();
        int from = Math.max(former, end - MAX_DISTANCE);
        return before.fitting(text.text(), from, end).stream()
                .map(pattern -> matcher(pattern, text.text(), from, end))
                .filter(Matcher::find)
                .map(Matcher::toMatchResult);
    }

    /** What of the text says it. */
    Stream<MatchResult> places(AnalyzedText text, int mention) {
        return Stream.concat(behind(text, mention), before(text, mention));
    }

    boolean tell(AnalyzedText text, int mention) {
        return follow(text, mention) || precede(text, mention);
    }

    /** What it looks at from within the region may lie outside of it. */
    private static Matcher matcher(Pattern pattern, String text, int start, int end) {
        return pattern.matcher(text).region(start, end).useTransparentBounds(true);
    }
}
