package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import java.time.InstantSource;

/** Looks a presented key up by its hash and checks what it opens. */
public final class AuthenticateService implements AuthenticateUseCase {

    private final ApiKeys keys;
    private final InstantSource clock;

    public AuthenticateService(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public ApiKey authenticate(Command command) {
        ApiKey key = keys.find(KeyHash.of(command.presentedKey())).orElseThrow(InvalidApiKeyException::new);
        if (key.status(clock.instant()) != KeyStatus.ACTIVE) {
            throw new InvalidApiKeyException();
        }
        if (!opens(key, command.area())) {
            throw new DomainException(ErrorCode.FORBIDDEN, "This API key does not open this part of the API");
        }
        return key;
    }

    private static boolean opens(ApiKey key, Area area) {
        return switch (area) {
            case PROFILE -> opensForClients(key) && key.scopes().contains(Scope.PROFILE);
            case CHAT -> opensForClients(key) && key.scopes().contains(Scope.CHAT);
            case ADMIN -> key.type() == KeyType.ADMIN;
            case GENERAL -> key.type() == KeyType.ADMIN || opensForClients(key);
        };
    }

    private static boolean opensForClients(ApiKey key) {
        return key.type() == KeyType.CLIENT_SDK && key.tenant().openApiEnabled();
    }
}
