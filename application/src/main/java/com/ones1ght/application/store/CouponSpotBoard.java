package com.ones1ght.application.store;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.store.port.CouponSpotDocuments;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.recommendation.RankedCouponSpot;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The coupon spots of the stores, ready to serve. Polls share one question in flight for each store and language,
 * and an answer of at most a second's age; while a store is away, or slow, its last known spots are shown.
 */
public final class CouponSpotBoard {

    private static final System.Logger LOG = System.getLogger(CouponSpotBoard.class.getName());
    private static final Duration MAX_AGE = Duration.ofSeconds(1);
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    /** After so long a question counts as lost, and another one is asked. */
    private static final Duration LOST = Duration.ofMinutes(1);

    /** Stores are named by clients, so their number must be bounded here. */
    private static final int MAX_STORES = 256;

    private static final JsonFragment NONE = JsonFragment.of("[]");

    private final CouponSpots spots;
    private final StoreCatalog catalog;
    private final CouponSpotDocuments documents;
    private final Executor executor;
    private final InstantSource clock;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Entry> eldest) {
            return size() > MAX_STORES;
        }
    };

    /** @param executor where products are looked up, which may block */
    public CouponSpotBoard(
            CouponSpots spots,
            StoreCatalog catalog,
            CouponSpotDocuments documents,
            Executor executor,
            InstantSource clock) {
        this.spots = spots;
        this.catalog = catalog;
        this.documents = documents;
        // A question is asked for the poll that is the first to need its answer.
        this.executor = work -> executor.execute(Correlation.keptBy(work));
        this.clock = clock;
    }

    /**
     * The store's enabled spots, ranked.
     *
     * @return a JSON array; never fails, and is completed within a second
     */
    public CompletionStage<JsonFragment> shown(StoreId store, Language language) {
        Key key = new Key(store, language);
        Instant now = clock.instant();
        CompletableFuture<JsonFragment> mine = new CompletableFuture<>();
        JsonFragment lastKnown;
        Entry asked;
        synchronized (entries) {
            Entry entry = entries.get(key);
            if (entry != null && entry.isFresh(now)) {
                return withinTheWait(entry, now);
            }
            lastKnown = entry == null ? NONE : entry.lastKnown();
            asked = new Entry(now, lastKnown, mine);
            entries.put(key, asked);
        }
        ask(key).whenComplete((fragment, failure) -> {
            if (failure != null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Coupon spots of store {0} are not to be had: {1}",
                        store.value(),
                        failure);
            }
            mine.complete(failure == null ? fragment : lastKnown);
        });
        return withinTheWait(asked, now);
    }

    /**
     * A question that takes longer goes on for the benefit of later polls, but none waits for it beyond its first
     * second.
     */
    private CompletionStage<JsonFragment> withinTheWait(Entry entry, Instant now) {
        if (entry.answer.isDone()) {
            return entry.answer;
        }
        long left = MAX_WAIT.minus(Duration.between(entry.askedAt, now)).toMillis();
        if (left <= 0) {
            return CompletableFuture.completedStage(entry.before);
        }
        // The hop keeps what the poll does next off the one thread of this JVM that all timeouts share.
        return entry.answer
                .copy()
                .completeOnTimeout(entry.before, left, TimeUnit.MILLISECONDS)
                .thenApplyAsync(shown -> shown, executor)
                .exceptionally(rejected -> entry.before);
    }

    private CompletionStage<JsonFragment> ask(Key key) {
        try {
            return spots.spots(key.store).thenApplyAsync(found -> render(key, found), executor);
        } catch (Throwable e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private JsonFragment render(Key key, List<CouponSpot> found) {
        List<ProductId> ids = found.stream()
                .filter(CouponSpot::enabled)
                .map(CouponSpot::productId)
                .filter(Objects::nonNull)
                .toList();
        Map<ProductId, Product> products = catalog.products(key.store, ids);
        return documents.couponSpots(RankedCouponSpot.rank(found, products), key.language);
    }

    private record Key(StoreId store, Language language) {}

    private static final class Entry {
        private final Instant askedAt;
        private final JsonFragment before;
        private final CompletableFuture<JsonFragment> answer;

        Entry(Instant askedAt, JsonFragment before, CompletableFuture<JsonFragment> answer) {
            this.askedAt = askedAt;
            this.before = before;
            this.answer = answer;
        }

        /** One question in flight is shared for as long as it may take. */
        boolean isFresh(Instant now) {
            return now.isBefore(askedAt.plus(answer.isDone() ? MAX_AGE : LOST));
        }

        JsonFragment lastKnown() {
            return answer.getNow(before);
        }
    }
}
