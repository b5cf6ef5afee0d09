package com.ones1ght.application.access.port;

import com.ones1ght.domain.profile.ProfileToken;
import java.util.Optional;

/** Turns profile tokens into texts that nobody else can make, and back. No I/O: every request with a token is read. */
public interface ProfileTokens {

    /**
     * The token as its bearer presents it.
     *
     * @param tenantCode of the tenant whose key issued the token
     * @return {@link ProfileToken#PREFIX}, the tenant's code, an underscore, and visible ASCII characters
     */
    String sign(ProfileToken token, String tenantCode);

    /**
     * The token that was signed, expired or not.
     *
     * @param text anything at all
     * @return empty when the text is not exactly one that this installation signed
     */
    Optional<ProfileToken> read(String text);
}
