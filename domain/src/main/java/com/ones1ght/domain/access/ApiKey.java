package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is stored. It is active from its creation, until its time runs out or it is revoked;
 * neither can be undone, and a revoked key stays revoked after its time has run out.
 *
 * @param id names it
 * @param tenant whose it is
 * @param line the line of succession it belongs to
 * @param type what it is for
 * @param prefix its first 12 characters, by which people recognise it
 * @param scopes what it may use
 * @param createdAt when it was made
 * @param expiresAt from when on it no longer opens anything; null means never
 * @param revokedAt when it was withdrawn; null if it was not
 */
public record ApiKey(
        ApiKeyId id,
        Tenant tenant,
        KeyLine line,
        KeyType type,
        String prefix,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        Require.notNull(id, "key_id");
        Require.notNull(tenant, "tenant");
        Require.notNull(line, "key_line");
        Require.notNull(type, "key_type");
        Require.notBlank(prefix, "key_prefix");
        scopes = Set.copyOf(scopes);
        Require.notNull(createdAt, "created_at");
    }

    /** Whether the key opens anything at {@code now}. */
    public KeyStatus status(Instant now) {
        if (revokedAt != null) {
            return KeyStatus.REVOKED;
        }
        boolean expired = expiresAt != null && !now.isBefore(expiresAt);
        return expired ? KeyStatus.EXPIRED : KeyStatus.ACTIVE;
    }

    /** The key withdrawn; one that was before stays as it is. */
    public ApiKey revoked(Instant now) {
        return revokedAt != null ? this : new ApiKey(id, tenant, line, type, prefix, scopes, createdAt, expiresAt, now);
    }

    /** Whose profiles the key reaches. */
    public Owner owner() {
        return new Owner(tenant.id(), line);
    }
}
