package com.ones1ght.domain.profile;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;

/**
 * A shopper, as the retailer's app describes them. It is created by a client, changed by merging, and ends by
 * erasure, with all its chats.
 *
 * @param id names it
 * @param owner who may see it
 * @param document what the client gave
 * @param facts what the gateway reads in it
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record Profile(
        ProfileId id, Owner owner, ProfileDocument document, ProfileFacts facts, Instant createdAt, Instant updatedAt) {

    public Profile {
        Require.notNull(id, "profile_id");
        Require.notNull(owner, "owner");
        Require.notNull(document, "document");
        Require.notNull(facts, "facts");
        Require.notNull(createdAt, "created_at");
        Require.notNull(updatedAt, "updated_at");
    }

    /** The same profile with another content. */
    public Profile changedTo(ProfileDocument newDocument, ProfileFacts newFacts, Instant now) {
        return new Profile(id, owner, newDocument, newFacts, createdAt, now);
    }
}
