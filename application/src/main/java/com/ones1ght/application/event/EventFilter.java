package com.ones1ght.application.event;

import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of a tenant's events are wanted; what is null does not matter.
 *
 * @param profile whose
 * @param type of which type
 * @param from created then or later
 * @param to created before then
 */
public record EventFilter(
        @Nullable ProfileId profile,
        @Nullable EventType type,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All events. */
    public static final EventFilter ALL = new EventFilter(null, null, null, null);
}
