package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.model.AddModelService;
import com.ones1ght.application.model.AddModelUseCase;
import com.ones1ght.application.model.ListModelsService;
import com.ones1ght.application.model.ListModelsUseCase;
import com.ones1ght.application.model.ModelRules;
import com.ones1ght.application.model.RemoveModelService;
import com.ones1ght.application.model.RemoveModelUseCase;
import com.ones1ght.application.model.ReplaceModelService;
import com.ones1ght.application.model.ReplaceModelUseCase;
import com.ones1ght.application.model.port.ModelSecrets;
import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.model.ModelUrls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the use cases of tenants' models. */
@ApplicationScoped
public class ModelUseCases {

    /** Not behind a proxy, which a final class cannot have: it holds no state. */
    @Produces
    ModelRules modelRules(
            TenantModels models, ModelBackends backends, ModelUrls urls, ModelSecrets secrets, AuditLog audit) {
        return new ModelRules(models, backends.registered(), urls, secrets, audit);
    }

    @Produces
    ModelUrls modelUrls(@ConfigProperty(name = "ones1ght.model-urls") Optional<String> allowed) {
        return new ModelUrls(AccessUseCases.listed(allowed));
    }

    @Produces
    @ApplicationScoped
    ListModelsUseCase listModels(TenantModels models) {
        return new ListModelsService(models);
    }

    @Produces
    @ApplicationScoped
    AddModelUseCase addModel(
            TenantModels models, ModelRules rules, UnitOfWork unitOfWork, IdGenerator ids, InstantSource clock) {
        return new AddModelService(models, rules, unitOfWork, ids, clock);
    }

    @Produces
    @ApplicationScoped
    ReplaceModelUseCase replaceModel(
            TenantModels models, ModelRules rules, UnitOfWork unitOfWork, InstantSource clock) {
        return new ReplaceModelService(models, rules, unitOfWork, clock);
    }

    @Produces
    @ApplicationScoped
    RemoveModelUseCase removeModel(TenantModels models, ModelRules rules, UnitOfWork unitOfWork, InstantSource clock) {
        return new RemoveModelService(models, rules, unitOfWork, clock);
    }
}
