package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.List;
import java.util.Set;

/** Tells "I have an allergy" from "I have no allergies". */
final class AllergyStatements {

    private static final int MAX_WORDS = 4;

    private static final Set<String> DENIALS = Grammar.words("allergyStatements.denials");
    private static final Set<String> ENGLISH_DENIALS = Grammar.words("allergyStatements.english denials");

    /** What stands between an allergy and its denial; another verb is what is denied: アレルギーで食べられない. */
    private static final Set<String> BETWEEN = Grammar.words("allergyStatements.between");

    /** "No-go for my allergies" denies none. */
    private static final Set<String> ENGLISH_BETWEEN = Grammar.words("allergyStatements.english between");

    private AllergyStatements() {}

    /** Whether what is mentioned is stated, and not denied. */
    static boolean isStated(Mention allergy, List<Token> tokens) {
        return !isDeniedBehind(allergy, tokens) && !isDeniedBefore(allergy, tokens);
    }

    private static boolean isDeniedBehind(Mention allergy, List<Token> tokens) {
        int end = Math.min(tokens.size(), allergy.last() + 1 + MAX_WORDS);
        for (int at = allergy.last() + 1; at < end; at++) {
            Token token = tokens.get(at);
            if (DENIALS.contains(token.term())) {
                return true;
            }
            if (token.isBreak() || token.role() != Role.LIGHT && !BETWEEN.contains(token.term())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isDeniedBefore(Mention allergy, List<Token> tokens) {
        int start = Math.max(0, allergy.first() - MAX_WORDS);
        for (int at = allergy.first() - 1; at >= start && !tokens.get(at).isBreak(); at--) {
            if (ENGLISH_DENIALS.contains(tokens.get(at).term())) {
                return true;
            }
            if (!ENGLISH_BETWEEN.contains(tokens.get(at).term())) {
                return false;
            }
        }
        return false;
    }
}
