package com.ones1ght.application.access;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its tenant sees it.
 *
 * @param key what opens things
 * @param name for people
 * @param lastUsedAt when it last opened something, a minute or so behind; null if it never did
 */
public record StoredKey(ApiKey key, String name, @Nullable Instant lastUsedAt) {

    public StoredKey {
        Require.notNull(key, "key");
        Require.notBlank(name, "name");
    }
}
