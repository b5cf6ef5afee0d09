package com.ones1ght.adapters.store.storeapi;

import com.ones1ght.domain.shared.Require;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the store-API is reached.
 *
 * @param url its base
 * @param apiKey sent as bearer token; null sends none
 * @param connectTimeout for the connection
 * @param readTimeout for silence, before the answer and within it
 * @param callTimeout for the whole of an answer
 * @param productsKept for how long a product that was looked up is not looked up again; zero asks each time
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

    /** Without the key. */
    @Override
    public String toString() {
        return "StoreApiSettings[" + url + "]";
    }
}
