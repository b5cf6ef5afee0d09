package com.ones1ght.application.credit;

import com.ones1ght.application.audit.AuditDetails;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Changes a balance by hand. */
public final class ChangeCreditsService implements ChangeCreditsUseCase {

    private final Tenants tenants;
    private final CreditLedger credits;
    private final AuditLog audit;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public ChangeCreditsService(
            Tenants tenants, CreditLedger credits, AuditLog audit, UnitOfWork unitOfWork, InstantSource clock) {
        this.tenants = tenants;
        this.credits = credits;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public long change(Command command) {
        Instant now = clock.instant();
        return unitOfWork.inTransaction(() -> {
            Tenant tenant = tenants.byCode(command.code()).orElseThrow(NotFoundException::new);
            long balance = credits.adjust(tenant.id(), command.amount(), command.reason(), now)
                    .orElseThrow(() -> new DomainException(
                            ErrorCode.CONFLICT,
                            "The tenant does not have so many credits; its balance cannot go below 0"));
            Map<String, String> details = AuditDetails.none()
                    .with("amount", command.amount())
                    .with("reason", command.reason())
                    .with("balance", balance)
                    .values();
            audit.add(new AuditEntry(
                    tenant.id(), command.actor(), AuditAction.CREDITS_CHANGED, tenant.code(), details, now));
            return balance;
        });
    }
}
