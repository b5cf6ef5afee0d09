package com.ones1ght.adapters.signage.embedded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The ids of the last deliveries, so many and no more. One that is older comes again only when a delivery was tried
 * again for long, and by then its entry has run out of time anyway.
 */
final class RecentDeliveries {

    private final Set<UUID> ids;

    RecentDeliveries(int most) {
        ids = Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                return size() > most;
            }
        });
    }

    /** Whether this delivery has not come before, as far as is remembered. */
    synchronized boolean isNew(UUID id) {
        return ids.add(id);
    }
}
