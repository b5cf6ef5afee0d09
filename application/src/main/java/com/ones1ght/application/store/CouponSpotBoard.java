package com.ones1ght.application.store;

import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.LogText;
import com.ones1ght.application.store.port.CouponSpotDocuments;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.recommendation.RankedCouponSpot;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Caches the coupon spots of the stores as documents for clients. For each store there is at most one call in progress; its
 * result serves all polls, in every language, for a second. While the store is unavailable or slow, the last known spots
 * are served.
 */
public final class CouponSpotBoard {

    private static final System.Logger LOG = System.getLogger(CouponSpotBoard.class.getName());
    private static final Duration MAX_AGE = Duration.ofSeconds(1);
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    /** A call without an answer after this time is considered lost, and repeated. */
    private static final Duration CALL_LOST_AFTER = Duration.ofMinutes(1);

    /** Clients name stores, so the number of entries must be bounded. */
    private static final int MAX_STORES = 256;

    private static final JsonFragment EMPTY = JsonFragment.of("[]");

    private final CouponSpots spots;
    private final StoreCatalog catalog;
    private final CouponSpotDocuments documents;
    private final StoreCalls calls;
    private final InstantSource clock;
    private final Map<StoreId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StoreId, Entry> eldest) {
            return size() > MAX_STORES;
        }
    };

    public CouponSpotBoard(
            CouponSpots spots,
            StoreCatalog catalog,
            CouponSpotDocuments documents,
            StoreCalls calls,
            InstantSource clock) {
        this.spots = spots;
        this.catalog = catalog;
        this.documents = documents;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The store's enabled spots, ranked.
     *
     * @return a JSON array; never fails, and is completed within a second
     */
    public CompletionStage<JsonFragment> shown(StoreId store, Language language) {
        return shown(store).thenApply(fragments -> fragments.getOrDefault(language, EMPTY));
    }

    private CompletionStage<Map<Language, JsonFragment>> shown(StoreId store) {
        Instant now = clock.instant();
        Entry asked;
        synchronized (entries) {
            Entry entry = entries.get(store);
            if (entry != null && entry.isFresh(now)) {
                return withinTheWait(entry, now);
            }
            asked = new Entry(now, entry == null ? Map.of() : entry.lastKnown(), new CompletableFuture<>());
            entries.put(store, asked);
        }
        ask(store).whenComplete((fragments, failure) -> {
            if (failure != null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Coupon spots of store {0} unavailable, serving the last known: {1}",
                        LogText.of(store.value()),
                        LogText.of(AsyncFailures.cause(failure)));
            }
            asked.answer.complete(failure == null ? fragments : asked.before);
        });
        return withinTheWait(asked, now);
    }

    /** A slower call continues for later polls, but no poll waits for it longer than its first second. */
    private CompletionStage<Map<Language, JsonFragment>> withinTheWait(Entry entry, Instant now) {
        if (entry.answer.isDone()) {
            return entry.answer;
        }
        Duration left = MAX_WAIT.minus(Duration.between(entry.askedAt, now));
        return left.toMillis() <= 0
                ? CompletableFuture.completedStage(entry.before)
                : calls.within(left, entry.answer).exceptionally(tooLate -> entry.before);
    }

    private CompletionStage<Map<Language, JsonFragment>> ask(StoreId store) {
        try {
            return spots.spots(store).thenCompose(found -> calls.call(() -> render(store, found)));
        } catch (Throwable e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Map<Language, JsonFragment> render(StoreId store, List<CouponSpot> found) {
        List<ProductId> ids = found.stream()
                .filter(CouponSpot::enabled)
                .map(CouponSpot::productId)
                .filter(Objects::nonNull)
                .toList();
        List<RankedCouponSpot> ranked = RankedCouponSpot.rank(found, catalog.products(store, ids));
        Map<Language, JsonFragment> fragments = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            fragments.put(language, documents.couponSpots(ranked, language));
        }
        return fragments;
    }

    private record Entry(
            Instant askedAt,
            Map<Language, JsonFragment> before,
            CompletableFuture<Map<Language, JsonFragment>> answer) {

        /** A call in progress is shared until it is considered lost. */
        boolean isFresh(Instant now) {
            return now.isBefore(askedAt.plus(answer.isDone() ? MAX_AGE : CALL_LOST_AFTER));
        }

        Map<Language, JsonFragment> lastKnown() {
            return answer.getNow(before);
        }
    }
}
