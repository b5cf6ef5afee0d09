package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import java.time.Instant;
import java.util.List;

/**
 * All keys of a tenant. Any of them can be revoked, but for the last admin key that still opens something: whoever
 * revoked it would have locked the tenant's administration, and left the key inside.
 *
 * @param keys revoked and expired ones included
 */
public record KeyRing(List<ApiKey> keys) {

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /**
     * The key as it is once revoked.
     *
     * @throws DomainException CONFLICT when it is the last active admin key
     */
    public ApiKey revoke(ApiKey key, Instant now) {
        if (isActiveAdmin(key, now)
                && keys.stream().filter(one -> isActiveAdmin(one, now)).count() == 1) {
            throw new DomainException(
                    ErrorCode.CONFLICT, "The last active admin key cannot be revoked; make another one first");
        }
        return key.revoked(now);
    }

    private static boolean isActiveAdmin(ApiKey key, Instant now) {
        return key.type() == KeyType.ADMIN && key.status(now) == KeyStatus.ACTIVE;
    }
}
