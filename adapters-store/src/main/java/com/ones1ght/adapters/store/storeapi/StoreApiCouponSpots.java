package com.ones1ght.adapters.store.storeapi;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The coupon spots of the store-API; each invocation is one call. */
public final class StoreApiCouponSpots implements CouponSpots {

    private final StoreQueries queries;
    private final Executor executor;

    /** @param executor runs the calls, which block until they are answered */
    public StoreApiCouponSpots(StoreApiClient client, Executor executor) {
        this.queries = new StoreQueries(client);
        this.executor = work -> executor.execute(Correlation.keptBy(work));
    }

    @Override
    public CompletionStage<List<CouponSpot>> spots(StoreId store) {
        try {
            return CompletableFuture.supplyAsync(() -> ask(store), executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(
                    new StoreUnavailableException("No thread is available for a query of coupon spots", e));
        }
    }

    private List<CouponSpot> ask(StoreId store) {
        return queries
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
