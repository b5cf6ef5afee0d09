package com.ones1ght.application.visit;

import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit as a client sees it.
 *
 * @param id its id
 * @param profile whose it is
 * @param startedAt when it began
 * @param endedAt when it ended; null while it is under way
 * @param stamps in order
 */
public record VisitView(
        VisitId id,
        ProfileId profile,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<Stamp> stamps) {

    public VisitView {
        stamps = List.copyOf(stamps);
    }
}
