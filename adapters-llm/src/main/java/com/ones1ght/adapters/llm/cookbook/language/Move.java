package com.ones1ght.adapters.llm.cookbook.language;

/** Which dish a text speaks of, seen from the one suggested last. */
public enum Move {
    NONE,
    /** The same one, with what was left out of it last. */
    RESTORE,
    /** The same one, with something else in it. */
    CHANGE,
    /** The same one, with something else in the place of what is ruled out, whatever it is. */
    SWAP,
    ANOTHER,
    /** Another one, and that one never again. */
    REJECT,
    BACK_TO_FIRST,
    /** The first one, for those for whom it was then. */
    BACK_TO_FIRST_GUESTS,
    BACK_TO_PREVIOUS
}
