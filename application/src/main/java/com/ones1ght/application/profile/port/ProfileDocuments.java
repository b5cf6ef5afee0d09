package com.ones1ght.application.profile.port;

import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;

/** Reads and merges the free-form JSON of profiles; values that it does not change stay byte for byte. */
public interface ProfileDocuments {

    /** What the gateway reads in the document; a field of an unexpected type counts as absent. */
    ProfileFacts facts(ProfileDocument document);

    /**
     * Merges at the top level: fields of {@code changes} replace those of the same name in place, new ones are
     * added at the end in their order; null is a value like any other.
     */
    ProfileDocument merge(ProfileDocument base, ProfileDocument changes);
}
