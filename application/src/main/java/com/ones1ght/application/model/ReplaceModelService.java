package com.ones1ght.application.model;

import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Changes a model under the lock of all its tenant's. */
public final class ReplaceModelService implements ReplaceModelUseCase {

    private final TenantModels models;
    private final ModelRules rules;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public ReplaceModelService(TenantModels models, ModelRules rules, UnitOfWork unitOfWork, InstantSource clock) {
        this.models = models;
        this.rules = rules;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public TenantModel replace(Command command) {
        rules.check(command.tenant(), command.draft());
        return unitOfWork.inTransaction(() -> {
            List<TenantModel> all = models.lockOfTenant(command.tenant().id());
            TenantModel before = all.stream()
                    .filter(model -> model.id().equals(command.model()))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            TenantModel after = command.draft().of(before.id(), before.tenant());
            if (!after.equals(before)) {
                Instant now = clock.instant();
                rules.save(all, after, command.actor(), now);
                rules.tell(command.actor(), AuditAction.MODEL_CHANGED, after, now);
            }
            return after;
        });
    }
}
