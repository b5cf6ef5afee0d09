package com.ones1ght.application.store;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import java.util.concurrent.CompletionStage;

/** Shows the plan of a store. */
public interface ShowStorePlanUseCase {

    /**
     * @return within a few seconds; fails with {@link com.ones1ght.domain.shared.NotFoundException} when the backend
     *     does not know the store, and with {@link com.ones1ght.application.store.port.StoreUnavailableException} when it
     *     gives no usable answer in time
     */
    CompletionStage<StorePlan> show(Query query);

    /** @param store as the client names it */
    record Query(StoreId store) {

        public Query {
            Require.notNull(store, "store");
        }
    }
}
