package com.ones1ght.adapters.rest.stream;

/** What a stream shows; each kind has limits of its own, so that shoppers' streams leave room for those of admins. */
public enum StreamKind {

    /** The events of a tenant, or of one of its profiles. A page has one; the rest is for reloads. */
    EVENTS(4),

    /** The progress of a round. */
    ROUND(8);

    private final int maxPerProfile;

    StreamKind(int maxPerProfile) {
        this.maxPerProfile = maxPerProfile;
    }

    /** How many of them a profile may have at once on a node; connections that have broken count until it is noticed. */
    int maxPerProfile() {
        return maxPerProfile;
    }
}
