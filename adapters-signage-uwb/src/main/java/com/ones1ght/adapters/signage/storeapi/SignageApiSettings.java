package com.ones1ght.adapters.signage.storeapi;

import com.ones1ght.domain.shared.Require;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the store-API.
 *
 * @param url the base URL
 * @param apiKey sent as bearer token; null sends none
 * @param readTimeout limits the wait for the head of the answer, whose body is not read
 */
public record SignageApiSettings(URI url, @Nullable String apiKey, Duration connectTimeout, Duration readTimeout) {

    public SignageApiSettings {
        Require.notNull(url, "ones1ght.store-api.url");
        Require.that(connectTimeout.compareTo(Duration.ZERO) > 0, "ones1ght.store-api.connect-timeout", "be positive");
        Require.that(readTimeout.compareTo(Duration.ZERO) > 0, "ones1ght.store-api.read-timeout", "be positive");
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "SignageApiSettings[" + url + "]";
    }
}
