package com.ones1ght.application.access.port;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyHash;
import java.util.Optional;

/** The API keys of all tenants; the keys themselves are nowhere, only their hashes. */
public interface ApiKeys {

    /**
     * The key with this hash, as it was at most a few seconds ago. What opens every request; an adapter answers
     * it from memory where it can.
     */
    Optional<ApiKey> find(KeyHash hash);

    /** The key with this hash as it is now, revoked and expired ones included. */
    Optional<ApiKey> findCurrent(KeyHash hash);

    /**
     * Adds a key unless one with its hash exists.
     *
     * @param name for people
     * @return whether it was added
     */
    boolean addIfAbsent(ApiKey key, KeyHash hash, String name);
}
