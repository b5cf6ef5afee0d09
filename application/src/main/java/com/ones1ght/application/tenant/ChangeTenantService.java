package com.ones1ght.application.tenant;

import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.shared.ChangedKeys;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes a tenant under its lock, and makes the nodes forget what its keys opened before. */
public final class ChangeTenantService implements ChangeTenantUseCase {

    private final Tenants tenants;
    private final AuditLog audit;
    private final UnitOfWork unitOfWork;
    private final ChangedKeys changedKeys;
    private final InstantSource clock;

    public ChangeTenantService(
            Tenants tenants, AuditLog audit, UnitOfWork unitOfWork, ChangedKeys changedKeys, InstantSource clock) {
        this.tenants = tenants;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.changedKeys = changedKeys;
        this.clock = clock;
    }

    @Override
    public TenantAccount change(Command command) {
        TenantAccount changed = unitOfWork.inTransaction(() -> {
            Tenant before = tenants.lock(command.code()).orElseThrow(NotFoundException::new);
            Tenant after = changed(before, command);
            if (!after.equals(before)) {
                tenants.save(after);
                audit.add(new AuditEntry(
                        after.id(),
                        command.actor(),
                        AuditAction.TENANT_CHANGED,
                        after.code(),
                        details(before, after),
                        clock.instant()));
            }
            return tenants.account(after.id());
        });
        unitOfWork.afterCommit(changedKeys::announce);
        return changed;
    }

    private static Tenant changed(Tenant tenant, Command command) {
        Tenant named = command.name() == null ? tenant : tenant.named(command.name());
        return command.openApiEnabled() == null ? named : named.withOpenApi(command.openApiEnabled());
    }

    private static Map<String, String> details(Tenant before, Tenant after) {
        Map<String, String> details = new LinkedHashMap<>();
        if (!before.name().equals(after.name())) {
            details.put("name", after.name());
        }
        if (before.openApiEnabled() != after.openApiEnabled()) {
            details.put("open_api_enabled", Boolean.toString(after.openApiEnabled()));
        }
        return details;
    }
}
