package com.ones1ght.adapters.llm.cookbook.language;

/** What a whole text asks for, by the patterns of intents.txt. */
public enum Intent {
    /** A dish that was not suggested yet. */
    ANOTHER,
    /** Any other than the one suggested last. */
    REJECT,
    /** Nobody likes what is spoken of; that is the dish suggested last where the text names none, and no food. */
    AVERSE,
    /** Who eats, and how. */
    EATER,
    FIRST,
    PREVIOUS,
    /** Somebody for whom the dish was changed does not come. */
    ABSENT,
    /** What was left out last, without naming it. */
    RESTORE,
    /** The same dish with something else in it. */
    CHANGE,
    /** The same dish with something else in the place of what is ruled out. */
    SWAP,
    /** What is in the dish before, not named again. */
    SAME,
    /** Something beside the dish or on top of it. */
    ADDING,
    /** That somebody eats what they do not like, hidden in a dish. */
    HIDING,
    /** What there is in the kitchen. */
    SUPPLIES,
    /** None is left of what follows. */
    USED_UP,
    /** That something is to be bought. */
    SHOPPING,
    /** Whether and how to do without something. */
    COPING,
    CHEAP,
    /** Thanks, or that all is well; the text says nothing else. */
    THANKS,
    /** Something said before no longer holds. */
    RETRACT,
    /** It must be ready sooner than the one before. */
    FASTER,
    /** Nothing but vegetables. */
    VEGETABLES,
    MEAL,
    /** How a certain dish is made. */
    RECIPE,
    /** What somebody must not eat, as the text calls it. */
    AVOIDED,
    /** Not what is asked, but told with it: an allergy that endangers life. */
    SEVERE;

    /** @param text normalised */
    public boolean isIn(String text) {
        return SaidPhrases.isIn(this, text);
    }
}
