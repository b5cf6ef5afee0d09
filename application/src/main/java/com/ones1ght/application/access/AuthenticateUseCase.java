package com.ones1ght.application.access;

import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/** Lets a caller in, or not. */
public interface AuthenticateUseCase {

    /**
     * May be called again with the same command, for as long as something is held open for the caller: it fails as soon
     * as the credential has ended.
     *
     * @throws InvalidApiKeyException when there is no credential, or it is unknown, expired or revoked
     * @throws ExpiredTokenException when it is the token of a profile whose time is over; also INVALID_API_KEY
     * @throws com.ones1ght.domain.shared.DomainException FORBIDDEN when it does not open the area, or nothing does; UNAVAILABLE when nobody can say
     *     at present
     */
    Principal authenticate(Command command);

    /**
     * @param credential the characters of the key or token as the caller sent them; null when there are none
     * @param area what the caller wants to use
     */
    record Command(@Nullable String credential, Area area) {

        public Command {
            Require.notNull(area, "area");
        }

        /** Without the credential. */
        @Override
        public String toString() {
            return "Command[area=" + area + "]";
        }
    }
}
