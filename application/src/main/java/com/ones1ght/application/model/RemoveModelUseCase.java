package com.ones1ght.application.model;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Removes a model. Runs that began with it end in error; new ones use the installation's. */
public interface RemoveModelUseCase {

    /**
     * @return the model as it was
     * @throws com.ones1ght.domain.shared.NotFoundException when the model is not one of the tenant's
     */
    TenantModel remove(Command command);

    /**
     * @param actor who does it
     * @param tenant whose model
     * @param model which
     */
    record Command(Actor actor, TenantId tenant, ModelId model) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(tenant, "tenant_id");
            Require.notNull(model, "model_id");
        }
    }
}
