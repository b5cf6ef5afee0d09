package com.ones1ght.application.event;

import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log has it.
 *
 * @param number its place among the tenant's events: above 0, growing, with gaps
 * @param event what happened
 * @param profile the shopper's profile in brief, as it is now; null when it has been erased
 * @param createdAt when it was written down
 */
public record LoggedEvent(
        long number, Event event, @Nullable ProfileSummary profile, Instant createdAt) {

    public LoggedEvent {
        Require.that(number > 0, "number", "be above 0");
        Require.notNull(event, "event");
        Require.notNull(createdAt, "created_at");
    }
}
