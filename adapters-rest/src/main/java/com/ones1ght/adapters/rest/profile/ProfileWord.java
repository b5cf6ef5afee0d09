package com.ones1ght.adapters.rest.profile;

/**
 * What a client calls a shopper's profile: {@code profile}, or {@code persona} as the older clients do. Paths and
 * bodies of one call use the same word.
 *
 * @param word the path's first segment
 */
public record ProfileWord(String word) {

    /** The path's first segment, whichever of the two it is. */
    public static final String PATH = "{word: profile|persona}";

    /** The name by which resources ask for the word. */
    public static final String PARAMETER = "word";

    /** The key of the profile's id in bodies. */
    public String idKey() {
        return word + "_id";
    }
}
