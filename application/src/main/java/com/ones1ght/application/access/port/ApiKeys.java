package com.ones1ght.application.access.port;

import com.ones1ght.application.access.StoredKey;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API keys of all tenants; the keys themselves are nowhere, only their hashes. */
public interface ApiKeys extends KeyQueries {

    /**
     * The key with this hash, as it was at most a few seconds ago. What opens every request; an adapter answers
     * it from memory where it can.
     */
    Optional<ApiKey> find(KeyHash hash);

    /** The key with this id, found in the same way: what opens every request with a profile token. */
    Optional<ApiKey> find(ApiKeyId id);

    /** The key with this hash as it is now, revoked and expired ones included. */
    Optional<ApiKey> findCurrent(KeyHash hash);

    /** The key with this id as it is now, revoked and expired ones included. */
    Optional<ApiKey> findCurrent(ApiKeyId id);

    /**
     * Adds a key unless one with its hash exists.
     *
     * @param name for people
     * @return whether it was added
     */
    boolean addIfAbsent(ApiKey key, KeyHash hash, String name);

    /**
     * All keys of a tenant as {@link #ofTenant} lists them, locked until the end of the caller's transaction, so that a
     * decision about all of them holds.
     */
    List<StoredKey> lockOfTenant(TenantId tenant);

    /** Stores that a key was revoked, and when. */
    void saveRevoked(ApiKey key);

    /** Stores when keys were last used; an earlier time than the stored one, and an unknown key, change nothing. */
    void noteUses(Map<ApiKeyId, Instant> uses);

    /** Lets {@link #find} forget what it remembers: it answers by what is committed now, or later. */
    void forget();
}
