package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyHash;
import java.time.InstantSource;

/** Looks the key up as it is now, past any cache: whoever validates a key wants to know. */
public final class ValidateKeyService implements ValidateKeyUseCase {

    private final ApiKeys keys;
    private final DemoTenant demo;
    private final InstantSource clock;

    public ValidateKeyService(ApiKeys keys, DemoTenant demo, InstantSource clock) {
        this.keys = keys;
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public Validation validate(Command command) {
        ApiKey key = keys.findCurrent(KeyHash.of(command.presentedKey()))
                .filter(found -> demo.accepts(found.tenant()))
                .orElseThrow(InvalidApiKeyException::new);
        return new Validation(key, key.status(clock.instant()));
    }
}
