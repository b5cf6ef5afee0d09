package com.ones1ght.application.tenant;

import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.shared.ChangedKeys;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Stores settings, and makes the nodes forget the ones that they remember with the tenant's keys. */
public final class ReplaceSettingsService implements ReplaceSettingsUseCase {

    private final Tenants tenants;
    private final AuditLog audit;
    private final UnitOfWork unitOfWork;
    private final ChangedKeys changedKeys;
    private final InstantSource clock;

    public ReplaceSettingsService(
            Tenants tenants, AuditLog audit, UnitOfWork unitOfWork, ChangedKeys changedKeys, InstantSource clock) {
        this.tenants = tenants;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.changedKeys = changedKeys;
        this.clock = clock;
    }

    @Override
    public TenantSettings replace(Command command) {
        TenantSettings after = command.settings();
        unitOfWork.inTransaction(() -> {
            TenantSettings before = tenants.lockSettings(command.tenant());
            if (!after.equals(before)) {
                tenants.saveSettings(command.tenant(), after);
                audit.add(new AuditEntry(
                        command.tenant(),
                        command.actor(),
                        AuditAction.SETTINGS_CHANGED,
                        command.tenant().toString(),
                        details(before, after),
                        clock.instant()));
            }
            return after;
        });
        unitOfWork.afterCommit(changedKeys::announce);
        return after;
    }

    private static Map<String, String> details(TenantSettings before, TenantSettings after) {
        Map<String, String> details = new LinkedHashMap<>();
        if (before.defaultLanguage() != after.defaultLanguage()) {
            details.put("default_locale", after.defaultLanguage().code());
        }
        if (!Objects.equals(before.stageFlow(), after.stageFlow())) {
            details.put(
                    "session_flow",
                    after.stageFlow() == null
                            ? "free"
                            : String.join(",", after.stageFlow().stages()));
        }
        if (!Objects.equals(before.signageTimeoutSeconds(), after.signageTimeoutSeconds())) {
            details.put("signage_timeout_seconds", String.valueOf(after.signageTimeoutSeconds()));
        }
        return details;
    }
}
