package com.ones1ght.adapters.store.storeapi;

import com.ones1ght.domain.shared.Require;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the store-API.
 *
 * @param url the base URL
 * @param apiKey sent as bearer token; null sends none
 * @param readTimeout limits the silence before the answer and between two reads of it
 * @param callTimeout limits the whole body of an answer
 * @param productsKept how long a product is cached; zero disables the cache
 */
public record StoreApiSettings(
        URI url,
        @Nullable String apiKey,
        Duration connectTimeout,
        Duration readTimeout,
        Duration callTimeout,
        Duration productsKept) {

    public StoreApiSettings {
        Require.notNull(url, "ones1ght.store-api.url");
        requirePositive(connectTimeout, "ones1ght.store-api.connect-timeout");
        requirePositive(readTimeout, "ones1ght.store-api.read-timeout");
        requirePositive(callTimeout, "ones1ght.store-api.call-timeout");
        Require.that(!productsKept.isNegative(), "ones1ght.store-api.products-kept", "not be negative");
    }

    private static void requirePositive(Duration duration, String field) {
        Require.that(!duration.isNegative() && !duration.isZero(), field, "be positive");
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "StoreApiSettings[" + url + "]";
    }
}
