package com.ones1ght.adapters.rest.visit;

import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.application.visit.PersonaStatus;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A persona's status on the wire. */
record PersonaStatusReply(
        String personaId,
        String status,
        @Nullable String currentThreadId,
        @Nullable String lastActiveAt) {

    static PersonaStatusReply from(PersonaStatus status) {
        VisitId thread = status.currentThread();
        Instant lastActiveAt = status.lastActiveAt();
        return new PersonaStatusReply(
                status.profile().toString(),
                status.status(),
                thread == null ? null : thread.toString(),
                lastActiveAt == null ? null : Timestamps.seconds(lastActiveAt));
    }
}
