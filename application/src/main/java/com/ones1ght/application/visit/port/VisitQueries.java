package com.ones1ght.application.visit.port;

import com.ones1ght.application.visit.PersonaStatus;
import com.ones1ght.application.visit.VisitView;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;

/** The visits, for reading, in one statement each. What is not the owner's is not found. */
public interface VisitQueries {

    /** A visit of the profile with all its stamps in order, ended or not. */
    Optional<VisitView> visit(Owner owner, ProfileId profile, VisitId visit);

    /** The visit of the profile that is under way, with all its stamps in order. */
    Optional<VisitView> active(Owner owner, ProfileId profile);

    /**
     * What the profile's shopper is doing.
     *
     * @param now decides whether a chat session is still under way
     * @return empty only when there is no such profile
     */
    Optional<PersonaStatus> status(Owner owner, ProfileId profile, Instant now);
}
