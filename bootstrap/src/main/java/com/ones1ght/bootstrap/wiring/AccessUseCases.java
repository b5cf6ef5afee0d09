package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.persistence.access.RandomKeySecrets;
import com.ones1ght.adapters.rest.access.JwtAdminTokens;
import com.ones1ght.adapters.rest.access.TokenTrust;
import com.ones1ght.application.access.AuthenticateService;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.CreateKeyService;
import com.ones1ght.application.access.CreateKeyUseCase;
import com.ones1ght.application.access.DemoTenant;
import com.ones1ght.application.access.IssueAdminKeyService;
import com.ones1ght.application.access.IssueAdminKeyUseCase;
import com.ones1ght.application.access.KeyIssue;
import com.ones1ght.application.access.ListKeysService;
import com.ones1ght.application.access.ListKeysUseCase;
import com.ones1ght.application.access.RevokeKeyService;
import com.ones1ght.application.access.RevokeKeyUseCase;
import com.ones1ght.application.access.ValidateKeyService;
import com.ones1ght.application.access.ValidateKeyUseCase;
import com.ones1ght.application.access.port.AdminTokens;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.audit.ListAuditService;
import com.ones1ght.application.audit.ListAuditUseCase;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.credit.ChangeCreditsService;
import com.ones1ght.application.credit.ChangeCreditsUseCase;
import com.ones1ght.application.credit.GetCreditsService;
import com.ones1ght.application.credit.GetCreditsUseCase;
import com.ones1ght.application.credit.ListLedgerService;
import com.ones1ght.application.credit.ListLedgerUseCase;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.onboarding.CreateTenantService;
import com.ones1ght.application.onboarding.CreateTenantUseCase;
import com.ones1ght.application.shared.ChangedKeys;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.tenant.ChangeTenantService;
import com.ones1ght.application.tenant.ChangeTenantUseCase;
import com.ones1ght.application.tenant.GetSettingsService;
import com.ones1ght.application.tenant.GetSettingsUseCase;
import com.ones1ght.application.tenant.ListTenantsService;
import com.ones1ght.application.tenant.ListTenantsUseCase;
import com.ones1ght.application.tenant.ReplaceSettingsService;
import com.ones1ght.application.tenant.ReplaceSettingsUseCase;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.access.SystemKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the use cases of tenants, keys, credits and settings out of plain objects. */
@ApplicationScoped
public class AccessUseCases {

    @Produces
    @ApplicationScoped
    AuthenticateUseCase authenticate(
            ApiKeys keys,
            @ConfigProperty(name = "ones1ght.system.key") Optional<String> systemKey,
            AdminTokens tokens,
            Tenants tenants,
            KeyLifecycle lifecycle,
            DemoTenant demo,
            InstantSource clock) {
        SystemKey operators = systemKey
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(SystemKey::of)
                .orElse(null);
        return new AuthenticateService(keys, operators, tokens, tenants, lifecycle.uses(), demo, clock);
    }

    @Produces
    @ApplicationScoped
    AdminTokens adminTokens(
            @ConfigProperty(name = "mp.jwt.verify.publickey") Optional<String> publicKey,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location,
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<String> audiences,
            @ConfigProperty(name = "mp.jwt.verify.clock.skew", defaultValue = "30") int clockSkewSeconds) {
        TokenTrust trust = new TokenTrust(
                publicKey, location, issuer, Set.copyOf(listed(audiences)), Duration.ofSeconds(clockSkewSeconds));
        return new JwtAdminTokens(trust);
    }

    @Produces
    @ApplicationScoped
    ValidateKeyUseCase validateKey(ApiKeys keys, DemoTenant demo, InstantSource clock) {
        return new ValidateKeyService(keys, demo, clock);
    }

    /** Not behind a proxy, which a final class cannot have: it holds no state. */
    @Produces
    KeyIssue keyIssue(ApiKeys keys, AuditLog audit, IdGenerator ids) {
        return new KeyIssue(keys, new RandomKeySecrets(), audit, ids);
    }

    @Produces
    @ApplicationScoped
    CreateTenantUseCase createTenant(
            Tenants tenants,
            CreditLedger credits,
            KeyIssue keys,
            AuditLog audit,
            UnitOfWork unitOfWork,
            IdGenerator ids,
            InstantSource clock) {
        return new CreateTenantService(tenants, credits, keys, audit, unitOfWork, ids, clock);
    }

    @Produces
    @ApplicationScoped
    ListTenantsUseCase listTenants(Tenants tenants) {
        return new ListTenantsService(tenants);
    }

    @Produces
    @ApplicationScoped
    ChangeTenantUseCase changeTenant(
            Tenants tenants, AuditLog audit, UnitOfWork unitOfWork, ChangedKeys changedKeys, InstantSource clock) {
        return new ChangeTenantService(tenants, audit, unitOfWork, changedKeys, clock);
    }

    @Produces
    @ApplicationScoped
    ChangeCreditsUseCase changeCredits(
            Tenants tenants, CreditLedger credits, AuditLog audit, UnitOfWork unitOfWork, InstantSource clock) {
        return new ChangeCreditsService(tenants, credits, audit, unitOfWork, clock);
    }

    @Produces
    @ApplicationScoped
    GetCreditsUseCase getCredits(CreditLedger credits) {
        return new GetCreditsService(credits);
    }

    @Produces
    @ApplicationScoped
    ListLedgerUseCase listLedger(CreditLedger credits) {
        return new ListLedgerService(credits);
    }

    @Produces
    @ApplicationScoped
    ListKeysUseCase listKeys(ApiKeys keys, InstantSource clock) {
        return new ListKeysService(keys, clock);
    }

    @Produces
    @ApplicationScoped
    CreateKeyUseCase createKey(ApiKeys keys, KeyIssue issue, UnitOfWork unitOfWork, InstantSource clock) {
        return new CreateKeyService(keys, issue, unitOfWork, clock);
    }

    @Produces
    @ApplicationScoped
    IssueAdminKeyUseCase issueAdminKey(Tenants tenants, KeyIssue issue, UnitOfWork unitOfWork, InstantSource clock) {
        return new IssueAdminKeyService(tenants, issue, unitOfWork, clock);
    }

    @Produces
    @ApplicationScoped
    RevokeKeyUseCase revokeKey(
            ApiKeys keys, AuditLog audit, UnitOfWork unitOfWork, ChangedKeys changedKeys, InstantSource clock) {
        return new RevokeKeyService(keys, audit, unitOfWork, changedKeys, clock);
    }

    @Produces
    @ApplicationScoped
    GetSettingsUseCase getSettings(Tenants tenants) {
        return new GetSettingsService(tenants);
    }

    @Produces
    @ApplicationScoped
    ReplaceSettingsUseCase replaceSettings(
            Tenants tenants, AuditLog audit, UnitOfWork unitOfWork, ChangedKeys changedKeys, InstantSource clock) {
        return new ReplaceSettingsService(tenants, audit, unitOfWork, changedKeys, clock);
    }

    @Produces
    @ApplicationScoped
    ListAuditUseCase listAudit(AuditLog audit) {
        return new ListAuditService(audit);
    }

    /** Separated by commas: the server injects no optional lists. */
    static List<String> listed(Optional<String> values) {
        return Arrays.stream(values.orElse("").split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
