package com.ones1ght.application.model;

import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Adds a model under the lock of all its tenant's. */
public final class AddModelService implements AddModelUseCase {

    /** Nobody chooses among more. */
    private static final int MOST = 100;

    private final TenantModels models;
    private final ModelRules rules;
    private final UnitOfWork unitOfWork;
    private final IdGenerator ids;
    private final InstantSource clock;

    public AddModelService(
            TenantModels models, ModelRules rules, UnitOfWork unitOfWork, IdGenerator ids, InstantSource clock) {
        this.models = models;
        this.rules = rules;
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public TenantModel add(Command command) {
        rules.check(command.tenant(), command.draft());
        TenantModel added =
                command.draft().of(new ModelId(ids.next()), command.tenant().id());
        return unitOfWork.inTransaction(() -> {
            List<TenantModel> all = models.lockOfTenant(added.tenant());
            if (all.size() >= MOST) {
                throw new DomainException(ErrorCode.CONFLICT, "A tenant has at most " + MOST + " models");
            }
            Instant now = clock.instant();
            rules.save(all, added, command.actor(), now);
            rules.tell(command.actor(), AuditAction.MODEL_CREATED, added, now);
            return added;
        });
    }
}
