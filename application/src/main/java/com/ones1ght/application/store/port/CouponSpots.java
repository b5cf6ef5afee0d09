package com.ones1ght.application.store.port;

import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The store's master data of coupon spots. Every poll shows them; the application shares calls and results, so an
 * adapter makes one call for each invocation.
 */
public interface CouponSpots {

    /**
     * All spots, disabled ones included, by ascending number.
     *
     * @return empty for a store that the backend does not know; fails with {@link StoreUnavailableException} when the backend gives no usable answer
     */
    CompletionStage<List<CouponSpot>> spots(StoreId store);
}
