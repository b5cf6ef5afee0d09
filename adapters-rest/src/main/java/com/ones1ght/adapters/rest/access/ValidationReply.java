package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.access.ValidateKeyUseCase.Validation;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.profile.ProfileToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of a key or token on the wire; only its timestamps have milliseconds. */
record ValidationReply(
        String status,
        String keyType,
        String keyPrefix,
        String tenantCode,
        String createdAt,
        @Nullable String expiresAt) {

    private static final String PROFILE_TOKEN = "profile_token";

    static ValidationReply from(Validation validation) {
        ApiKey key = validation.key();
        ProfileToken token = validation.token();
        Instant expiresAt = token == null ? key.expiresAt() : token.expiresAt();
        return new ValidationReply(
                WireWords.of(validation.status()),
                token == null ? WireWords.of(key.type()) : PROFILE_TOKEN,
                validation.prefix(),
                key.tenant().code(),
                Timestamps.milliseconds(token == null ? key.createdAt() : token.issuedAt()),
                expiresAt == null ? null : Timestamps.milliseconds(expiresAt));
    }
}
