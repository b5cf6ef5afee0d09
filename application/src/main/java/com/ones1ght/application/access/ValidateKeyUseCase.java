package com.ones1ght.application.access;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.shared.Require;

/** Tells the holder of a key what it is worth. */
public interface ValidateKeyUseCase {

    /**
     * @return the key's state now; also of an expired or revoked key
     * @throws com.ones1ght.domain.shared.DomainException INVALID_API_KEY when the key is unknown
     */
    Validation validate(Command command);

    /** @param presentedKey the characters of the key as the caller sent them */
    record Command(String presentedKey) {

        public Command {
            Require.notNull(presentedKey, "key");
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Command[]";
        }
    }

    /**
     * @param key what is stored of it
     * @param status whether it opens anything now
     */
    record Validation(ApiKey key, KeyStatus status) {}
}
