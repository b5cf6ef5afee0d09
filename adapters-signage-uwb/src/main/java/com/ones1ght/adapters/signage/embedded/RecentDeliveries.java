package com.ones1ght.adapters.signage.embedded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The ids of the latest deliveries, limited in number. An older delivery is only repeated after long retries, and by
 * then its entry has expired.
 */
final class RecentDeliveries {

    private final Set<UUID> ids;

    RecentDeliveries(int max) {
        ids = Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                return size() > max;
            }
        });
    }

    /** Whether this delivery is new, as far as is remembered. */
    synchronized boolean isNew(UUID id) {
        return ids.add(id);
    }
}
