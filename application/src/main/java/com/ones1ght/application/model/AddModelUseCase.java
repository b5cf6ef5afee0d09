package com.ones1ght.application.model;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.Tenant;

/** Sets up a model. */
public interface AddModelUseCase {

    /** @throws com.ones1ght.domain.shared.InvalidRequestException when the operator does not allow its URL or its secret */
    TenantModel add(Command command);

    /**
     * @param actor who does it
     * @param tenant for whom
     * @param draft the model
     */
    record Command(Actor actor, Tenant tenant, ModelDraft draft) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(tenant, "tenant");
            Require.notNull(draft, "model");
        }
    }
}
