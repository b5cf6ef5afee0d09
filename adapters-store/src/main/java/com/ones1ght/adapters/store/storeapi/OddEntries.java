package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.application.shared.LogText;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts and logs the entries of the store's lists that cannot be read and are therefore omitted. Each is counted every
 * time, and logged once an hour.
 */
public final class OddEntries {

    private static final System.Logger LOG = System.getLogger(OddEntries.class.getName());
    private static final Duration LOG_INTERVAL = Duration.ofHours(1);
    private static final int MAX_REMEMBERED = 10_000;

    /** The fields that identify an entry. */
    private static final List<String> IDS = List.of("id", "spot_no", "signage_no", "product_id");

    private static final String UNKNOWN_ID = "?";

    private final LongAdder count = new LongAdder();
    private final Cache<Entry, Boolean> logged = Caffeine.newBuilder()
            .expireAfterWrite(LOG_INTERVAL)
            .maximumSize(MAX_REMEMBERED)
            .executor(Runnable::run)
            .build();

    private record Entry(StoreId store, String list, String id) {}

    /** @param reason names the invalid field */
    void report(StoreId store, String list, JsonNode entry, IllegalArgumentException reason) {
        count.increment();
        Entry key = new Entry(store, list, id(entry));
        if (logged.asMap().putIfAbsent(key, true) == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "store-API: entry {0} of {1} of store ''{2}'' omitted: {3}",
                    key.id,
                    list,
                    LogText.of(store.value()),
                    LogText.of(reason.getMessage()));
        }
    }

    /** The number of omitted entries so far. */
    public long count() {
        return count.sum();
    }

    /** Only numbers, so that no text from the store gets into the log. */
    private static String id(JsonNode entry) {
        for (String field : IDS) {
            String id = entry.path(field).asText("");
            if (id.matches("-?\\d{1,19}")) {
                return id;
            }
        }
        return UNKNOWN_ID;
    }
}
