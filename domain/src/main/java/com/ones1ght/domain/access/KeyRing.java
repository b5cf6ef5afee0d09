package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import java.time.Instant;
import java.util.List;

/**
 * All keys of a tenant. The last active admin key cannot be revoked: nobody could administer the tenant any more.
 *
 * @param keys revoked and expired ones included
 */
public record KeyRing(List<ApiKey> keys) {

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /**
     * The key, revoked.
     *
     * @throws DomainException CONFLICT when it is the last active admin key
     */
    public ApiKey revoke(ApiKey key, Instant now) {
        if (isActiveAdmin(key, now)
                && keys.stream().filter(one -> isActiveAdmin(one, now)).count() == 1) {
            throw new DomainException(
                    ErrorCode.CONFLICT, "The last active admin key cannot be revoked; create another one first");
        }
        return key.revoked(now);
    }

    private static boolean isActiveAdmin(ApiKey key, Instant now) {
        return key.type() == KeyType.ADMIN && key.status(now) == KeyStatus.ACTIVE;
    }
}
