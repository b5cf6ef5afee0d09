package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.access.port.ProfileTokens;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.access.PlainKey;
import com.ones1ght.domain.profile.ProfileToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks the key up as it is now, past any cache: whoever validates a key wants to know. */
public final class ValidateKeyService implements ValidateKeyUseCase {

    private final ApiKeys keys;
    private final ProfileTokens tokens;
    private final DemoTenant demo;
    private final InstantSource clock;

    public ValidateKeyService(ApiKeys keys, ProfileTokens tokens, DemoTenant demo, InstantSource clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public Validation validate(Command command) {
        String presented = command.presentedKey();
        Instant now = clock.instant();
        if (presented.startsWith(ProfileToken.PREFIX)) {
            ProfileToken token = tokens.read(presented).orElseThrow(InvalidApiKeyException::new);
            ApiKey issuer = require(keys.findCurrent(token.key()));
            KeyStatus ofIssuer = issuer.status(now);
            boolean isOver = ofIssuer == KeyStatus.ACTIVE && token.isExpired(now);
            return validation(issuer, token, presented, isOver ? KeyStatus.EXPIRED : ofIssuer);
        }
        ApiKey key = require(keys.findCurrent(KeyHash.of(presented)));
        return validation(key, null, presented, key.status(now));
    }

    private ApiKey require(Optional<ApiKey> key) {
        return key.filter(found -> demo.accepts(found.tenant())).orElseThrow(InvalidApiKeyException::new);
    }

    private static Validation validation(ApiKey key, @Nullable ProfileToken token, String presented, KeyStatus status) {
        return new Validation(key, token, token == null ? key.prefix() : new PlainKey(presented).prefix(), status);
    }
}
