package com.ones1ght.application.chat;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/**
 * Who asks for a recommendation, and what is known of the shopper.
 *
 * @param key the caller's
 * @param profile the shopper's
 * @param facts what the gateway reads in it
 */
public record Requester(ApiKey key, ProfileId profile, ProfileFacts facts) {

    public Requester {
        Require.notNull(key, "key");
        Require.notNull(profile, "profile_id");
        Require.notNull(facts, "facts");
    }

    /** Whose the conversation is. */
    public Owner owner() {
        return key.owner();
    }
}
