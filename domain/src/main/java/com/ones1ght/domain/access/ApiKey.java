package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is stored. It is active from its creation until it expires or is revoked. Both are final, and a
 * revoked key stays revoked past its expiry.
 *
 * @param line the key and its predecessors and successors by rotation
 * @param prefix its first 12 characters, by which people recognise it
 * @param scopes the parts of the client API that it may use
 * @param expiresAt from this instant on it is invalid; null means never
 * @param revokedAt null unless it was revoked
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
        Require.notNull(id, "id");
        Require.notNull(tenant, "tenant");
        Require.notNull(line, "line");
        Require.notNull(type, "type");
        Require.notBlank(prefix, "prefix");
        scopes = Set.copyOf(scopes);
        Require.notNull(createdAt, "createdAt");
    }

    public KeyStatus status(Instant now) {
        if (revokedAt != null) {
            return KeyStatus.REVOKED;
        }
        boolean expired = expiresAt != null && !now.isBefore(expiresAt);
        return expired ? KeyStatus.EXPIRED : KeyStatus.ACTIVE;
    }

    /** The key, revoked; one that already was stays as it is. */
    public ApiKey revoked(Instant now) {
        return revokedAt != null ? this : new ApiKey(id, tenant, line, type, prefix, scopes, createdAt, expiresAt, now);
    }

    /** The key with those of its scopes that are among the given ones. */
    public ApiKey narrowedTo(Set<Scope> some) {
        Set<Scope> both = scopes.stream().filter(some::contains).collect(Collectors.toUnmodifiableSet());
        return new ApiKey(id, tenant, line, type, prefix, both, createdAt, expiresAt, revokedAt);
    }

    /** The key without the profiles of its line: none exists for it. */
    public ApiKey withoutProfiles() {
        return new ApiKey(id, tenant, KeyLine.NONE, type, prefix, scopes, createdAt, expiresAt, revokedAt);
    }

    /** The owner of the profiles that the key gives access to. */
    public Owner owner() {
        return new Owner(tenant.id(), line);
    }
}
