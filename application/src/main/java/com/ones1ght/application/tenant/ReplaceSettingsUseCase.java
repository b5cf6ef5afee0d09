package com.ones1ght.application.tenant;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Sets all that a tenant's admins may set. Visits and rounds under way go on with what they began with. */
public interface ReplaceSettingsUseCase {

    /** @return the settings as they are then; what changes nothing is not written down */
    TenantSettings replace(Command command);

    /**
     * @param actor who does it
     * @param tenant whose settings
     * @param settings all of them
     */
    record Command(Actor actor, TenantId tenant, TenantSettings settings) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(tenant, "tenant_id");
            Require.notNull(settings, "settings");
        }
    }
}
