package com.ones1ght.adapters.llm.cookbook.language;

/**
 * A word of a text.
 *
 * @param term its dictionary form: verbs and adjectives in theirs, katakana as hiragana, English singular
 * @param start where it begins, in characters of the normalised text
 * @param end just behind it
 * @param script the script that it is written in
 * @param role what it does in its sentence
 * @param isName whether it may name something: no adverb, determiner or exclamation
 */
record Token(String term, int start, int end, Script script, Role role, boolean isName) {

    /** Scripts, each with an analyzer of its own. */
    enum Script {
        HANGUL,
        JAPANESE,
        LATIN,
        OTHER
    }

    /** The parts of speech, as far as they matter. */
    enum Role {
        WORD,
        /** A particle, an ending or an auxiliary. */
        LIGHT,
        /** A prefix: the "un" of "unsalted". */
        PREFIX,
        /** A comma or the like. */
        PAUSE,
        /** The end of a sentence. */
        STOP
    }

    boolean isLatin() {
        return script == Script.LATIN;
    }

    /** Whether it separates clauses or sentences. */
    boolean isBreak() {
        return role == Role.PAUSE || role == Role.STOP;
    }

    /** Korean particles and endings may stand between the words of one term, or not: 고기(가) 없(는). */
    boolean isOfTerm() {
        return !isBreak() && (role != Role.LIGHT || script != Script.HANGUL);
    }
}
