package com.ones1ght.domain.visit;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * Names a visit.
 *
 * @param value version 7 for new ones, so that ids sort by the time they were made
 */
public record VisitId(UUID value) {

    public VisitId {
        Require.notNull(value, "session_id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
