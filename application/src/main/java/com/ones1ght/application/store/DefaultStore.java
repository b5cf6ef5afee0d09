package com.ones1ght.application.store;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import org.jspecify.annotations.Nullable;

/** The store of shoppers whose profile names none. */
public record DefaultStore(StoreId id) {

    public DefaultStore {
        Require.notNull(id, "store.default-store");
    }

    /** The store that the profile names, otherwise this one. */
    public StoreId unless(@Nullable StoreId named) {
        return named == null ? id : named;
    }
}
