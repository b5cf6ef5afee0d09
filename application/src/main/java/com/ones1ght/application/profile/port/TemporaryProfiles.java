package com.ones1ght.application.profile.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.List;

/** The profiles that are to be erased some time after their last token has expired. */
public interface TemporaryProfiles {

    /**
     * Makes a profile a temporary one. Does nothing if it does not exist.
     *
     * @param usableUntil the end of its token
     */
    void add(Owner owner, ProfileId profile, Instant usableUntil);

    /** A temporary profile has a token that ends then; another profile stays what it is. */
    void prolong(Owner owner, ProfileId profile, Instant usableUntil);

    /** Temporary profiles that were not usable any more at that instant, those for the longest time first. */
    List<Temporary> usableBefore(Instant instant, int limit);

    /** A temporary profile. */
    record Temporary(Owner owner, ProfileId profile) {}
}
