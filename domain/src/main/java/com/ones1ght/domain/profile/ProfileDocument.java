package com.ones1ght.domain.profile;

import com.ones1ght.domain.shared.Require;

/**
 * A profile as the client sent it: free-form and stored unchanged. The domain reads {@link ProfileFacts} from it only.
 *
 * @param json the text of one JSON object
 */
public record ProfileDocument(String json) {

    public ProfileDocument {
        Require.notBlank(json, "profile");
        Require.that(json.startsWith("{") && json.endsWith("}"), "profile", "be a JSON object");
    }
}
