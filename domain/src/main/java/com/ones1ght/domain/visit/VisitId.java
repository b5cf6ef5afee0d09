package com.ones1ght.domain.visit;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * The id of a visit.
 *
 * @param value a UUID; version 7 for new ones, so that ids sort by creation time
 */
public record VisitId(UUID value) {

    public VisitId {
        Require.notNull(value, "visit id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
