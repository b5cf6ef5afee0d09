package com.ones1ght.application.tenant;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/** Gives a tenant another name, or switches its client API on or off. */
public interface ChangeTenantUseCase {

    /**
     * @return the tenant as it is then; what does not change it is not written down
     * @throws com.ones1ght.domain.shared.NotFoundException when there is no such tenant
     */
    TenantAccount change(Command command);

    /**
     * @param actor who does it
     * @param code which tenant; of whatever form, one that is no code names nothing
     * @param name null leaves it
     * @param openApiEnabled null leaves it
     */
    record Command(
            Actor actor,
            String code,
            @Nullable DisplayName name,
            @Nullable Boolean openApiEnabled) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(code, "tenant_code");
        }
    }
}
