package com.ones1ght.application.onboarding;

import com.ones1ght.application.access.KeyIssue;
import com.ones1ght.application.audit.AuditDetails;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.access.KeyTerm;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** Makes a tenant with all that it begins with, in one transaction. */
public final class CreateTenantService implements CreateTenantUseCase {

    private static final DisplayName FIRST_KEY = new DisplayName("First admin key");

    private final Tenants tenants;
    private final CreditLedger credits;
    private final KeyIssue keys;
    private final AuditLog audit;
    private final UnitOfWork unitOfWork;
    private final IdGenerator ids;
    private final InstantSource clock;

    public CreateTenantService(
            Tenants tenants,
            CreditLedger credits,
            KeyIssue keys,
            AuditLog audit,
            UnitOfWork unitOfWork,
            IdGenerator ids,
            InstantSource clock) {
        this.tenants = tenants;
        this.credits = credits;
        this.keys = keys;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Created create(Command command) {
        Instant now = clock.instant();
        String code = command.code().text();
        Tenant tenant =
                new Tenant(new TenantId(ids.next()), code, command.name().text(), command.defaultLanguage(), true);
        return unitOfWork.inTransaction(() -> {
            if (!tenants.addIfAbsent(tenant, now)) {
                throw new DomainException(ErrorCode.CONFLICT, "A tenant of this tenant_code exists");
            }
            if (command.credits() > 0) {
                credits.grant(tenant.id(), command.credits(), "initial credits", now);
            }
            audit.add(new AuditEntry(
                    tenant.id(), command.actor(), AuditAction.TENANT_CREATED, code, details(command), now));
            KeyIssue.Wanted first =
                    new KeyIssue.Wanted(tenant, FIRST_KEY, KeyType.ADMIN, Set.of(), KeyTerm.UNLIMITED, null);
            return new Created(tenant, keys.issue(first, command.actor(), now).plain());
        });
    }

    private static Map<String, String> details(Command command) {
        return AuditDetails.none()
                .with("name", command.name().text())
                .with("default_locale", command.defaultLanguage().code())
                .with("credits", command.credits())
                .values();
    }
}
