package com.ones1ght.application.access;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.shared.Require;

/** Lets a caller in, or not. */
public interface AuthenticateUseCase {

    /**
     * @return the active key that was presented
     * @throws com.ones1ght.domain.shared.DomainException INVALID_API_KEY when the key is unknown, expired or
     *     revoked; FORBIDDEN when it does not open the area
     */
    ApiKey authenticate(Command command);

    /** The parts of the API that keys open or do not. */
    enum Area {
        /** {@code /v1/profile/**}: client keys with the scope {@code profile}. */
        PROFILE,
        /** {@code /v1/chat/**}: client keys with the scope {@code chat}. */
        CHAT,
        /** {@code /v1/admin/**}: admin keys. */
        ADMIN,
        /** Whatever else there is below {@code /v1}: any active key. */
        GENERAL
    }

    /**
     * @param presentedKey the characters of the key as the caller sent them
     * @param area what the caller wants to use
     */
    record Command(String presentedKey, Area area) {

        public Command {
            Require.notNull(presentedKey, "key");
            Require.notNull(area, "area");
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Command[area=" + area + "]";
        }
    }
}
