package com.ones1ght.application.onboarding;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.PlainKey;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Creates a tenant and its first keys, once. */
public final class ProvisionTenantService implements ProvisionTenantUseCase {

    private final Tenants tenants;
    private final ApiKeys keys;
    private final CreditLedger credits;
    private final UnitOfWork unitOfWork;
    private final IdGenerator ids;
    private final InstantSource clock;

    public ProvisionTenantService(
            Tenants tenants,
            ApiKeys keys,
            CreditLedger credits,
            UnitOfWork unitOfWork,
            IdGenerator ids,
            InstantSource clock) {
        this.tenants = tenants;
        this.keys = keys;
        this.credits = credits;
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void provision(Command command) {
        unitOfWork.inTransaction(() -> {
            Instant now = clock.instant();
            Tenant tenant = tenants.byCode(command.code()).orElseGet(() -> create(command, now));
            addKey(tenant, KeyType.CLIENT_SDK, EnumSet.allOf(Scope.class), command.clientKey(), now);
            addKey(tenant, KeyType.ADMIN, Set.of(), command.adminKey(), now);
            return tenant;
        });
    }

    private Tenant create(Command command, Instant now) {
        Tenant tenant =
                new Tenant(new TenantId(ids.next()), command.code(), command.name(), command.defaultLanguage(), true);
        if (!tenants.addIfAbsent(tenant, now)) {
            // Another node that starts at the same time was quicker.
            return tenants.byCode(command.code()).orElseThrow();
        }
        if (command.credits() > 0) {
            credits.grant(tenant.id(), command.credits(), "initial credits", now);
        }
        return tenant;
    }

    private void addKey(Tenant tenant, KeyType type, Set<Scope> scopes, String key, Instant now) {
        UUID id = ids.next();
        PlainKey plain = new PlainKey(key);
        keys.addIfAbsent(
                new ApiKey(new ApiKeyId(id), tenant, new KeyLine(id), type, plain.prefix(), scopes, now, null, null),
                plain.hash(),
                "initial " + type.name().toLowerCase(Locale.ROOT));
    }
}
