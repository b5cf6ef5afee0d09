package com.ones1ght.application.chat;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/**
 * The client that requests a recommendation, and the shopper it is for.
 *
 * @param key the authenticated client's
 * @param profile the shopper's
 * @param facts the profile's facts
 */
public record Requester(ApiKey key, ProfileId profile, ProfileFacts facts) {

    public Requester {
        Require.notNull(key, "key");
        Require.notNull(profile, "profile_id");
        Require.notNull(facts, "facts");
    }

    /** The owner of the chat. */
    public Owner owner() {
        return key.owner();
    }
}
