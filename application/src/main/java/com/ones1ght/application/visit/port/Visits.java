package com.ones1ght.application.visit.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.Visit;
import java.util.Optional;

/**
 * The visits, for writing. Takes part in the caller's transaction, which holds the profile
 * ({@link com.ones1ght.application.profile.port.Profiles#hold}).
 */
public interface Visits {

    /**
     * Adds a visit with its first stamp, unless the profile has one under way. Of many at once one succeeds.
     *
     * @return whether it was added
     */
    boolean addIfNoneIsActive(Owner owner, Visit started);

    /** The visit of the profile that is under way, locked until the end of the transaction. */
    Optional<Visit> lockActive(Owner owner, ProfileId profile);

    /** Adds the last stamp of a visit, which the caller has locked. */
    void addStamp(Owner owner, Visit stamped);

    /** Ends a visit, which the caller has locked. */
    void end(Owner owner, Visit ended);
}
