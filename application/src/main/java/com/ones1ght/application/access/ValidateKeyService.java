package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyHash;
import java.time.InstantSource;

/** Looks the key up as it is now, past any cache: whoever validates a key wants to know. */
public final class ValidateKeyService implements ValidateKeyUseCase {

    private final ApiKeys keys;
    private final InstantSource clock;

    public ValidateKeyService(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Validation validate(Command command) {
        ApiKey key = keys.findCurrent(KeyHash.of(command.presentedKey())).orElseThrow(InvalidApiKeyException::new);
        return new Validation(key, key.status(clock.instant()));
    }
}
