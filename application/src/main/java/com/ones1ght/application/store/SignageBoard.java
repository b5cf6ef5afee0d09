package com.ones1ght.application.store;

import static java.lang.System.Logger.Level.WARNING;

import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Caches the signages of the stores for a minute. One caller at a time asks a store, and waits; all others get the last
 * known signages meanwhile, as does everybody while the store is unavailable.
 */
public final class SignageBoard {

    private static final System.Logger LOG = System.getLogger(SignageBoard.class.getName());
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** After a failure, and while a call is in progress, whose caller may be lost. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Clients name stores, so the number of entries must be bounded. */
    private static final int MAX_STORES = 256;

    private final StoreCatalog catalog;
    private final InstantSource clock;
    private final Map<StoreId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StoreId, Entry> eldest) {
            return size() > MAX_STORES;
        }
    };

    public SignageBoard(StoreCatalog catalog, InstantSource clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** @param signages null until the store has answered for the first time */
    private record Entry(Instant askAgainAt, @Nullable List<Signage> signages) {}

    /**
     * The store's signages. May call the store, so it is not to be used within a transaction.
     *
     * @return empty while they were never to be had
     */
    public Optional<List<Signage>> signages(StoreId store) {
        Instant now = clock.instant();
        List<Signage> lastKnown;
        synchronized (entries) {
            Entry entry = entries.get(store);
            lastKnown = entry == null ? null : entry.signages();
            if (entry != null && now.isBefore(entry.askAgainAt())) {
                return Optional.ofNullable(lastKnown);
            }
            entries.put(store, new Entry(now.plus(RETRY_AFTER), lastKnown));
        }
        return Optional.ofNullable(ask(store, lastKnown));
    }

    private @Nullable List<Signage> ask(StoreId store, @Nullable List<Signage> lastKnown) {
        List<Signage> found;
        try {
            found = List.copyOf(catalog.signages(store));
        } catch (RuntimeException e) {
            LOG.log(WARNING, "Signages of store {0} unavailable, using the last known: {1}", store.value(), e);
            return lastKnown;
        }
        synchronized (entries) {
            entries.put(store, new Entry(clock.instant().plus(MAX_AGE), found));
        }
        return found;
    }
}
