package com.ones1ght.domain.profile;

import com.ones1ght.domain.shared.Require;

/**
 * A profile as the client gave it: free-form, kept as it came. The domain reads nothing in it but what
 * {@link ProfileFacts} holds.
 *
 * @param json the text of one JSON object
 */
public record ProfileDocument(String json) {

    public ProfileDocument {
        Require.notBlank(json, "profile");
        Require.that(json.startsWith("{") && json.endsWith("}"), "profile", "be a JSON object");
    }
}
