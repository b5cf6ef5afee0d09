package com.ones1ght.adapters.store.storeapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The coupon spots behind the store-API; whoever asks while a call is under way, or within a second, shares it. */
public final class StoreApiCouponSpots implements CouponSpots {

    private static final Duration SHARED_FOR = Duration.ofSeconds(1);

    /** Stores are named by clients, so their number must be bounded here. */
    private static final int MOST_STORES = 1_000;

    private final StoreQuestions questions;
    private final Executor executor;
    private final Cache<StoreId, List<CouponSpot>> recent;
    private final Map<StoreId, CompletableFuture<List<CouponSpot>>> underWay = new ConcurrentHashMap<>();

    /** @param executor where calls wait for their answers */
    public StoreApiCouponSpots(StoreApiClient client, Executor executor) {
        this.questions = new StoreQuestions(client);
        this.executor = executor;
        this.recent = Caffeine.newBuilder()
                .expireAfterWrite(SHARED_FOR)
                .maximumSize(MOST_STORES)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public CompletionStage<List<CouponSpot>> spots(StoreId store) {
        List<CouponSpot> known = recent.getIfPresent(store);
        if (known != null) {
            return CompletableFuture.completedStage(known);
        }
        CompletableFuture<List<CouponSpot>> mine = new CompletableFuture<>();
        CompletableFuture<List<CouponSpot>> other = underWay.putIfAbsent(store, mine);
        if (other != null) {
            // A copy, so that nobody who waits can end the call for the others.
            return other.copy();
        }
        try {
            executor.execute(Correlation.keptBy(() -> answer(store, mine)));
        } catch (RejectedExecutionException e) {
            underWay.remove(store, mine);
            mine.completeExceptionally(new StoreUnavailableException("No thread is free to ask for coupon spots", e));
        }
        return mine.copy();
    }

    private void answer(StoreId store, CompletableFuture<List<CouponSpot>> mine) {
        try {
            List<CouponSpot> spots = ask(store);
            recent.put(store, spots);
            underWay.remove(store, mine);
            mine.complete(spots);
        } catch (Throwable e) {
            underWay.remove(store, mine);
            mine.completeExceptionally(e);
        }
    }

    private List<CouponSpot> ask(StoreId store) {
        return questions
                .list(store, api -> api.couponSpots(store.value()), "coupon_spots", StoreApiCouponSpots::spot)
                .stream()
                .sorted(Comparator.comparingInt(CouponSpot::spotNo))
                .toList();
    }

    private static CouponSpot spot(Fields fields) {
        Long product = fields.idOrNull("product_id");
        return new CouponSpot(
                fields.integer("spot_no"),
                product == null ? null : new ProductId(product),
                fields.textOrNull("item_name"),
                fields.textOrNull("item_name_en"),
                fields.textOrNull("brand"),
                fields.decimalOrNull("discount_value"),
                fields.locationOrNull("location"),
                fields.flag("enabled"));
    }
}
