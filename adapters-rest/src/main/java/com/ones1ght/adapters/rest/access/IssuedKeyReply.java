package com.ones1ght.adapters.rest.access;

import com.ones1ght.application.access.IssuedKey;
import com.ones1ght.domain.access.KeyStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new key.
 *
 * @param key the key itself, shown only now; null in a replay
 */
public record IssuedKeyReply(
        String keyId,
        String name,
        String type,
        String keyPrefix,
        String status,
        List<String> scopes,
        String createdAt,
        @Nullable String expiresAt,
        @Nullable String lastUsedAt,
        @Nullable String key) {

    public static IssuedKeyReply from(IssuedKey issued) {
        KeyReply stored = KeyReply.from(issued.stored(), KeyStatus.ACTIVE);
        return new IssuedKeyReply(
                stored.keyId(),
                stored.name(),
                stored.type(),
                stored.keyPrefix(),
                stored.status(),
                stored.scopes(),
                stored.createdAt(),
                stored.expiresAt(),
                stored.lastUsedAt(),
                issued.plain().text());
    }

    /** The answer to a repetition of the request, without the key. */
    public IssuedKeyReply withoutKey() {
        return new IssuedKeyReply(keyId, name, type, keyPrefix, status, scopes, createdAt, expiresAt, lastUsedAt, null);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "IssuedKeyReply[" + keyPrefix + "…]";
    }
}
