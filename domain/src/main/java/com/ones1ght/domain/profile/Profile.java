package com.ones1ght.domain.profile;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;

/**
 * A shopper as the retailer's app describes them. Created by a client, updated by merging documents, and erased with all
 * its chats.
 *
 * @param document as the client sent it
 * @param facts what the gateway reads from the document
 */
public record Profile(
        ProfileId id, Owner owner, ProfileDocument document, ProfileFacts facts, Instant createdAt, Instant updatedAt) {

    public Profile {
        Require.notNull(id, "id");
        Require.notNull(owner, "owner");
        Require.notNull(document, "document");
        Require.notNull(facts, "facts");
        Require.notNull(createdAt, "createdAt");
        Require.notNull(updatedAt, "updatedAt");
    }

    /** The profile with another document. */
    public Profile changedTo(ProfileDocument newDocument, ProfileFacts newFacts, Instant now) {
        return new Profile(id, owner, newDocument, newFacts, createdAt, now);
    }
}
