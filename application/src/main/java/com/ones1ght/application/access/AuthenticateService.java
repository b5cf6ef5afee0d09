package com.ones1ght.application.access;

import com.ones1ght.application.access.port.AdminTokens;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.access.port.ProfileTokens;
import com.ones1ght.application.access.port.TokenProfiles;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.SystemKey;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises a key by its hash and a token by its signature, and checks what it opens. */
public final class AuthenticateService implements AuthenticateUseCase {

    private final ApiKeys keys;
    private final @Nullable SystemKey systemKey;
    private final AdminTokens adminTokens;
    private final ProfileTokens profileTokens;
    private final TokenProfiles profiles;
    private final Tenants tenants;
    private final KeyUses uses;
    private final DemoTenant demo;
    private final InstantSource clock;

    /** @param systemKey the operator's; null when none is set */
    public AuthenticateService(
            ApiKeys keys,
            @Nullable SystemKey systemKey,
            AdminTokens adminTokens,
            ProfileTokens profileTokens,
            TokenProfiles profiles,
            Tenants tenants,
            KeyUses uses,
            DemoTenant demo,
            InstantSource clock) {
        this.keys = keys;
        this.systemKey = systemKey;
        this.adminTokens = adminTokens;
        this.profileTokens = profileTokens;
        this.profiles = profiles;
        this.tenants = tenants;
        this.uses = uses;
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public Principal authenticate(Command command) {
        if (command.area() == Area.SYSTEM && systemKey == null) {
            throw forbidden();
        }
        String credential = command.credential();
        if (credential == null) {
            throw new InvalidApiKeyException();
        }
        KeyHash hash = KeyHash.of(credential);
        boolean isOperator = systemKey != null && systemKey.isThatOf(hash);
        if (isOperator) {
            return operator(command.area());
        }
        if (credential.startsWith(ProfileToken.PREFIX)) {
            return profileTokenHolder(credential, command.area());
        }
        boolean isKey = Arrays.stream(KeyType.values()).anyMatch(type -> credential.startsWith(type.prefix()));
        // The parts of a token are separated by dots; whatever else comes is looked for among the keys.
        return !isKey && credential.indexOf('.') > 0
                ? tokenHolder(credential, command.area())
                : keyHolder(hash, command.area());
    }

    private Principal tokenHolder(String credential, Area area) {
        AdminToken token = adminTokens.read(credential).orElseThrow(InvalidApiKeyException::new);
        Tenant tenant = tenants.byCode(token.tenantCode()).orElseThrow(InvalidApiKeyException::new);
        if (!token.isAdmin() || !area.isOpenToAdmins()) {
            throw forbidden();
        }
        return new Principal.TokenHolder(tenant, token.subject());
    }

    private static Principal operator(Area area) {
        if (!area.isOpenToOperator()) {
            throw forbidden();
        }
        return new Principal.Operator();
    }

    private Principal keyHolder(KeyHash hash, Area area) {
        Instant now = clock.instant();
        ApiKey key = requireActive(keys.find(hash), now);
        if (!area.isOpenTo(key)) {
            throw forbidden();
        }
        uses.note(key.id(), now);
        return new Principal.KeyHolder(key);
    }

    private Principal profileTokenHolder(String credential, Area area) {
        Instant now = clock.instant();
        ProfileToken token = profileTokens.read(credential).orElseThrow(InvalidApiKeyException::new);
        if (token.isExpired(now)) {
            throw new ExpiredTokenException();
        }
        ApiKey key = requireActive(keys.find(token.key()), now);
        if (!area.isOpenToTokenOf(key.narrowedTo(token.scopes()))) {
            throw forbidden();
        }
        if (!profiles.exists(key.owner(), token.profile())) {
            throw new NotFoundException();
        }
        uses.note(key.id(), now);
        return new Principal.ProfileTokenHolder(key, token);
    }

    private ApiKey requireActive(Optional<ApiKey> key, Instant now) {
        return key.filter(found -> found.status(now) == KeyStatus.ACTIVE && demo.accepts(found.tenant()))
                .orElseThrow(InvalidApiKeyException::new);
    }

    private static DomainException forbidden() {
        return new DomainException(ErrorCode.FORBIDDEN, "This credential does not open this part of the API");
    }
}
