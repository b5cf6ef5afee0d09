package com.ones1ght.application.store.port;

import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The store's master data of coupon spots. Asked for on every poll: an adapter shares calls in flight. */
public interface CouponSpots {

    /**
     * All spots, disabled ones included, by ascending number; a result at most 1 s old may be shared.
     *
     * @return empty for a store that the backend does not know; fails with {@link StoreUnavailableException} when the backend gives no usable answer
     */
    CompletionStage<List<CouponSpot>> spots(StoreId store);
}
