package com.ones1ght.application.access;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/** Tells the holder of a key, or of a profile token, what it is worth. */
public interface ValidateKeyUseCase {

    /**
     * @return the state now; also of an expired or revoked key, and of a token that has ended
     * @throws com.ones1ght.domain.shared.DomainException INVALID_API_KEY when the key is unknown, or the token's signature is wrong
     */
    Validation validate(Command command);

    /** @param presentedKey the characters of the key or token as the caller sent them */
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
     * @param key what is stored of the key, or of the one that issued the token
     * @param token what the token says; null for a key
     * @param prefix the first characters of what was presented, by which people recognise it
     * @param status whether it opens anything now
     */
    record Validation(ApiKey key, @Nullable ProfileToken token, String prefix, KeyStatus status) {}
}
