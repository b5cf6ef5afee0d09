package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.access.StoredKey;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key as its tenant's admins see it. */
record KeyReply(
        String keyId,
        String name,
        String type,
        String keyPrefix,
        String status,
        List<String> scopes,
        String createdAt,
        @Nullable String expiresAt,
        @Nullable String lastUsedAt) {

    static KeyReply from(StoredKey stored, KeyStatus status) {
        ApiKey key = stored.key();
        return new KeyReply(
                key.id().toString(),
                stored.name(),
                WireWords.of(key.type()),
                key.prefix(),
                WireWords.of(status),
                key.scopes().stream().sorted().map(WireWords::of).toList(),
                Timestamps.seconds(key.createdAt()),
                seconds(key.expiresAt()),
                seconds(stored.lastUsedAt()));
    }

    private static @Nullable String seconds(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.seconds(instant);
    }
}
