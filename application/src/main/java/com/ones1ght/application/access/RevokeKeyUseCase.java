package com.ones1ght.application.access;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Withdraws a key of a tenant for good, at once on this node. */
public interface RevokeKeyUseCase {

    /**
     * A key that was revoked before stays so, and that is not written down again.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when the key is not one of the tenant's
     * @throws com.ones1ght.domain.shared.DomainException CONFLICT when it is the tenant's last active admin key
     */
    void revoke(Command command);

    /**
     * @param actor who does it
     * @param tenant whose key
     * @param key which
     */
    record Command(Actor actor, TenantId tenant, ApiKeyId key) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(tenant, "tenant_id");
            Require.notNull(key, "key_id");
        }
    }
}
