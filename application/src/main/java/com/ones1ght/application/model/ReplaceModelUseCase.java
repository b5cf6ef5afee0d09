package com.ones1ght.application.model;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.Tenant;

/** Sets a model up anew. Runs that began with it go on with it as it is then. */
public interface ReplaceModelUseCase {

    /**
     * @throws com.ones1ght.domain.shared.NotFoundException when the model is not one of the tenant's
     * @throws com.ones1ght.domain.shared.InvalidRequestException when the operator does not allow its URL or its secret
     */
    TenantModel replace(Command command);

    /**
     * @param actor who does it
     * @param tenant whose model
     * @param model which
     * @param draft how it is to be; what is not said in it is gone
     */
    record Command(Actor actor, Tenant tenant, ModelId model, ModelDraft draft) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(tenant, "tenant");
            Require.notNull(model, "model_id");
            Require.notNull(draft, "model");
        }
    }
}
