package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.List;
import java.util.Set;

/**
 * Sentences that refuse a food by a verb that no cue lists: "I don't consume dairy", "고기는 입에도 안 대요". What they name
 * must not be taken for a wish.
 */
final class Refusals {

    private static final int MAX_WORDS = 10;

    /** They mark what a verb is done to; a food marked as its means ("닭고기로 실패하지 않는 요리") is wanted. */
    private static final Set<String> OBJECTS = Grammar.words("refusals.objects");

    private static final Set<String> NEGATIONS = Grammar.words("refusals.negations");
    private static final Set<String> ENGLISH_NEGATIONS = Grammar.words("refusals.english negations");

    /** Behind them a negation is no refusal: "don't forget the chicken", "no-fuss chicken". */
    private static final Set<String> HARMLESS = Set.copyOf(ResourceText.items(
            "know,mind,need,have,want,take,fail,put,give,make,cause,kill,hurt,bother,upset,send,harm,affect,trigger,"
                    + "forget,waste,burn,overcook,skip,spoil,worry,wait,sure,only,just,longer,time,idea,"
                    + "fuss,hurry,rush,bake,knead,churn,stir,frill,nonsense,mess,problem,matter,doubt,wonder"));

    private Refusals() {}

    /** Whether the first verb behind a food, which it is the object or the topic of, is negated. */
    static boolean follows(List<Token> tokens, int first, int end) {
        if (first >= end || !OBJECTS.contains(tokens.get(first).term())) {
            return false;
        }
        boolean behindVerb = false;
        for (int at = first + 1; at < Math.min(end, first + 1 + MAX_WORDS); at++) {
            Token token = tokens.get(at);
            if (token.isBreak() || behindVerb && token.role() == Role.WORD && !NEGATIONS.contains(token.term())) {
                return false;
            }
            if (NEGATIONS.contains(token.term())) {
                return true;
            }
            behindVerb |= isVerb(token);
        }
        return false;
    }

    /** Whether a negation and one further verb or adjective stand right before a food. */
    static boolean precedes(List<Token> tokens, int from, int last) {
        return last - 1 >= from
                && tokens.get(last).role() == Role.WORD
                && tokens.get(last).isLatin()
                && !HARMLESS.contains(tokens.get(last).term())
                && ENGLISH_NEGATIONS.contains(tokens.get(last - 1).term());
    }

    static boolean isVerb(Token token) {
        String term = token.term();
        return token.role() == Role.WORD
                && (token.script() == Token.Script.HANGUL && term.endsWith("다")
                        || token.script() == Token.Script.JAPANESE && term.matches(".+[うくぐすつぬぶむる]"));
    }
}
