package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text and what it mentions. */
public final class AnalyzedText {

    private final String text;
    private final List<Token> tokens;
    private final List<Mention> mentions;

    /** Looked for when they are asked for, by whichever threads ask first. */
    private @Nullable SaidPhrases phrases;

    /**
     * @param text normalised by {@link TextNormalizer}
     * @param tokens its words
     * @param mentions from left to right, without overlaps
     */
    AnalyzedText(String text, List<Token> tokens, List<Mention> mentions) {
        this.text = text;
        this.tokens = List.copyOf(tokens);
        this.mentions = List.copyOf(mentions);
    }

    /** The text, normalised by {@link TextNormalizer}. */
    public String text() {
        return text;
    }

    /** Its words. */
    public List<Token> tokens() {
        return tokens;
    }

    /** What it mentions, from left to right, without overlaps. */
    public List<Mention> mentions() {
        return mentions;
    }

    SaidPhrases phrases() {
        SaidPhrases said = phrases;
        if (said == null) {
            said = new SaidPhrases(text);
            phrases = said;
        }
        return said;
    }

    /** The keys and families of the foods mentioned, in the order of the text. */
    public Set<String> foods() {
        Set<String> foods = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            for (Concept concept : mention.concepts()) {
                if (concept.kind() == Concept.Kind.FOOD) {
                    foods.add(concept.id());
                }
            }
        }
        return Collections.unmodifiableSet(foods);
    }

    /** The words between a mention and the next one. */
    List<Token> between(int mention, int next) {
        return tokens.subList(
                mentions.get(mention).last() + 1, mentions.get(next).first());
    }

    /** What is written between a mention and the next one. */
    String gap(int mention) {
        return text.substring(
                tokens.get(mentions.get(mention).last()).end(),
                tokens.get(mentions.get(mention + 1).first()).start());
    }

    /** How the text writes a mention. */
    String said(int mention) {
        Mention at = mentions.get(mention);
        return text.substring(
                tokens.get(at.first()).start(), tokens.get(at.last()).end());
    }

    /** Whether a word is the last of its part of a sentence. */
    boolean endsBehind(int at) {
        return at + 1 >= tokens.size() || tokens.get(at + 1).isBreak();
    }

    boolean isLatin(int mention) {
        return isLatin(mentions.get(mention));
    }

    boolean isLatin(Mention mention) {
        return tokens.get(mention.first()).isLatin();
    }

    /** The 지단 of 계란지단 and the 骨 of 豚骨: what is said of them is said of the food. */
    boolean isPartOfWord(int mention, int at) {
        Token last = tokens.get(mentions.get(mention).last());
        return at == mentions.get(mention).last() + 1
                && tokens.get(at).start() == last.end()
                && tokens.get(at).script() == last.script()
                && !last.isLatin()
                && !Refusals.isVerb(tokens.get(at));
    }
}
