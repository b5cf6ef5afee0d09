package com.ones1ght.application.model;

import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.InstantSource;

/** Removes a model under the lock of all its tenant's. */
public final class RemoveModelService implements RemoveModelUseCase {

    private final TenantModels models;
    private final ModelRules rules;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public RemoveModelService(TenantModels models, ModelRules rules, UnitOfWork unitOfWork, InstantSource clock) {
        this.models = models;
        this.rules = rules;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public TenantModel remove(Command command) {
        return unitOfWork.inTransaction(() -> {
            TenantModel removed = models.lockOfTenant(command.tenant()).stream()
                    .filter(model -> model.id().equals(command.model()))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            models.remove(command.tenant(), removed.id());
            rules.tell(command.actor(), AuditAction.MODEL_DELETED, removed, clock.instant());
            return removed;
        });
    }
}
