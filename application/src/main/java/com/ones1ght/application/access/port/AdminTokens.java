package com.ones1ght.application.access.port;

import com.ones1ght.application.access.AdminToken;
import java.util.Optional;

/** The tokens of the identity provider that the installation trusts. */
@FunctionalInterface
public interface AdminTokens {

    /**
     * Reads a token.
     *
     * @return empty when the signature, the issuer, the audience or the time is not right, when a claim is missing that
     *     is needed, and when no provider is trusted
     * @throws com.ones1ght.domain.shared.DomainException UNAVAILABLE when the provider's keys are not to be had, so that
     *     nobody can say
     */
    Optional<AdminToken> read(String token);
}
