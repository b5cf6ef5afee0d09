package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The signages that a shopper was near at the last position. A position that changes nothing is not written down each time,
 * only often enough to tell a shopper who stands still from one who has gone.
 *
 * @param store whose signages
 * @param near their numbers
 * @param notedAt the time of a position that was written down, not much older than the last one
 */
public record Whereabouts(StoreId store, Set<Integer> near, Instant notedAt) {

    /** How long a shopper without a position counts as near the same signages. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private static final Duration NOTED_EVERY = Duration.ofSeconds(30);

    public Whereabouts {
        Require.notNull(store, "store");
        near = Set.copyOf(near);
        Require.notNull(notedAt, "notedAt");
    }

    /**
     * The signages of a store that the shopper is still near: none in another store, and none after some time without a
     * position, never before {@link #FORGOTTEN_AFTER} and at most half a minute after it.
     */
    public Set<Integer> nearIn(StoreId here, Instant now) {
        boolean isForgotten = now.isAfter(notedAt.plus(FORGOTTEN_AFTER).plus(NOTED_EVERY));
        return isForgotten || !store.equals(here) ? Set.of() : near;
    }

    /** Whether a position that changes nothing has to be written down: there is something to forget, and it is time. */
    public boolean isNoteDue(Instant now) {
        return !near.isEmpty() && !now.isBefore(notedAt.plus(NOTED_EVERY));
    }
}
