package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.access.ValidateKeyUseCase.Validation;
import com.ones1ght.domain.access.ApiKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of a key on the wire; only its timestamps have milliseconds. */
record ValidationReply(
        String status,
        String keyType,
        String keyPrefix,
        String tenantCode,
        String createdAt,
        @Nullable String expiresAt) {

    static ValidationReply from(Validation validation) {
        ApiKey key = validation.key();
        Instant expiresAt = key.expiresAt();
        return new ValidationReply(
                WireWords.of(validation.status()),
                WireWords.of(key.type()),
                key.prefix(),
                key.tenant().code(),
                Timestamps.milliseconds(key.createdAt()),
                expiresAt == null ? null : Timestamps.milliseconds(expiresAt));
    }
}
