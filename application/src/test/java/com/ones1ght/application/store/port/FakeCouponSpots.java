package com.ones1ght.application.store.port;

import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.StoreId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Coupon spots in memory that a test fills; they can be made unavailable and count how often they are asked for. */
public final class FakeCouponSpots implements CouponSpots {

    private final StoreId store;
    private final List<CouponSpot> spots = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean unavailable;

    public FakeCouponSpots(StoreId store) {
        this.store = store;
    }

    public FakeCouponSpots with(CouponSpot... added) {
        spots.addAll(List.of(added));
        return this;
    }

    /** From now on every question fails with {@link StoreUnavailableException}. */
    public void goAway() {
        unavailable = true;
    }

    public void comeBack() {
        unavailable = false;
    }

    /** How many questions reached the backend, failed ones included. */
    public int calls() {
        return calls.get();
    }

    @Override
    public CompletionStage<List<CouponSpot>> spots(StoreId asked) {
        calls.incrementAndGet();
        if (unavailable) {
            return CompletableFuture.failedFuture(new StoreUnavailableException("the fake store is away"));
        }
        return CompletableFuture.completedFuture(
                store.equals(asked)
                        ? spots.stream()
                                .sorted(Comparator.comparingInt(CouponSpot::spotNo))
                                .toList()
                        : List.of());
    }
}
