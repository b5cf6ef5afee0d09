package com.ones1ght.adapters.rest.profile;

/**
 * The client's word for a profile: {@code profile}, or {@code persona} for older clients. Path and body of a request use
 * the same one.
 *
 * @param word the path's first segment
 */
public record ProfileWord(String word) {

    /** Matches either word as the path's first segment. */
    public static final String PATH = "{word: profile|persona}";

    /** The name of the path parameter. */
    public static final String PARAMETER = "word";

    /** The key of the profile's id in bodies. */
    public String idKey() {
        return word + "_id";
    }
}
