package com.ones1ght.application.event;

import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Puts a parked delivery back in its place, and has it tried at once. */
public final class ResendDeliveryService implements ResendDeliveryUseCase {

    private final Tenants tenants;
    private final SignageOutbox outbox;
    private final AuditLog audit;
    private final UnitOfWork unitOfWork;
    private final DueDeliveries dueDeliveries;
    private final InstantSource clock;

    public ResendDeliveryService(
            Tenants tenants,
            SignageOutbox outbox,
            AuditLog audit,
            UnitOfWork unitOfWork,
            DueDeliveries dueDeliveries,
            InstantSource clock) {
        this.tenants = tenants;
        this.outbox = outbox;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.dueDeliveries = dueDeliveries;
        this.clock = clock;
    }

    @Override
    public void resend(Command command) {
        Instant now = clock.instant();
        unitOfWork.inTransaction(() -> {
            Tenant tenant = tenants.byCode(command.code()).orElseThrow(NotFoundException::new);
            if (!outbox.resend(tenant.id(), command.delivery(), now)) {
                throw new NotFoundException();
            }
            audit.add(new AuditEntry(
                    tenant.id(),
                    command.actor(),
                    AuditAction.DELIVERY_RESENT,
                    command.delivery().toString(),
                    Map.of(),
                    now));
            return tenant;
        });
        unitOfWork.afterCommit(dueDeliveries::wake);
    }
}
