package com.ones1ght.application.store;

import static java.lang.System.Logger.Level.WARNING;

import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.LogText;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Caches the signages of the stores for a minute. One caller at a time asks a store, and waits for it without a
 * thread; all others get the last known signages meanwhile, as does everybody while the store is unavailable.
 */
public final class SignageBoard {

    private static final System.Logger LOG = System.getLogger(SignageBoard.class.getName());
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** After a failure, and while a call is in progress, whose caller may be lost. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Clients name stores, so the number of entries must be bounded. */
    private static final int MAX_STORES = 256;

    private final StoreCatalog catalog;
    private final StoreCalls calls;
    private final InstantSource clock;
    private final Map<StoreId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StoreId, Entry> eldest) {
            return size() > MAX_STORES;
        }
    };

    public SignageBoard(StoreCatalog catalog, StoreCalls calls, InstantSource clock) {
        this.catalog = catalog;
        this.calls = calls;
        this.clock = clock;
    }

    /** @param signages null until the store has answered for the first time */
    private record Entry(Instant askAgainAt, @Nullable List<Signage> signages) {}

    /**
     * The store's signages; known ones at once, others after a call to the store.
     *
     * @return empty while they were never to be had; never fails, and is completed within five seconds
     */
    public CompletionStage<Optional<List<Signage>>> signages(StoreId store) {
        Instant now = clock.instant();
        List<Signage> lastKnown;
        synchronized (entries) {
            Entry entry = entries.get(store);
            lastKnown = entry == null ? null : entry.signages();
            if (entry != null && now.isBefore(entry.askAgainAt())) {
                return CompletableFuture.completedStage(Optional.ofNullable(lastKnown));
            }
            entries.put(store, new Entry(now.plus(RETRY_AFTER), lastKnown));
        }
        return calls.result(() -> ask(store)).thenApply(Optional::of).exceptionally(failure -> {
            LOG.log(
                    WARNING,
                    "Signages of store {0} unavailable, using the last known: {1}",
                    LogText.of(store.value()),
                    LogText.of(AsyncFailures.cause(failure)));
            return Optional.ofNullable(lastKnown);
        });
    }

    /** Also keeps an answer for which nobody has waited that long. */
    private List<Signage> ask(StoreId store) {
        List<Signage> found = List.copyOf(catalog.signages(store));
        synchronized (entries) {
            entries.put(store, new Entry(clock.instant().plus(MAX_AGE), found));
        }
        return found;
    }
}
