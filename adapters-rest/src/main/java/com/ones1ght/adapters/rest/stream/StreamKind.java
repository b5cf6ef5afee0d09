package com.ones1ght.adapters.rest.stream;

/** What a stream shows; each kind has limits of its own, so that shoppers' streams leave room for those of admins. */
public enum StreamKind {

    /** The events of a tenant, or of one of its profiles. A page has one; the rest is for reloads. */
    EVENTS(4, false),

    /** The progress of a round. */
    ROUND(8, true);

    private final int maxPerProfile;
    private final boolean endsOldest;

    StreamKind(int maxPerProfile, boolean endsOldest) {
        this.maxPerProfile = maxPerProfile;
        this.endsOldest = endsOldest;
    }

    /** How many of them a profile may have at once on a node; connections that have broken count until it is noticed. */
    int maxPerProfile() {
        return maxPerProfile;
    }

    /**
     * Whether a further one ends the profile's oldest, instead of being refused: of a client whose connections break, the
     * old ones may look alive for long.
     */
    boolean endsOldest() {
        return endsOldest;
    }
}
