package com.ones1ght.adapters.rest.access;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The trusted identity provider, by the settings of MicroProfile JWT.
 *
 * @param publicKey its key or keys: PEM, JWK or JWK set
 * @param location the location of the keys instead: an http, https or file URL, or a resource of the application
 * @param issuer the required {@code iss}
 * @param audiences one of which {@code aud} must contain; empty requires none
 * @param clockSkew the tolerated difference of the provider's clock
 */
public record TokenTrust(
        Optional<String> publicKey,
        Optional<String> location,
        Optional<String> issuer,
        Set<String> audiences,
        Duration clockSkew) {

    public TokenTrust {
        audiences = Set.copyOf(audiences);
    }

    /** No provider: all tokens are refused. */
    public static TokenTrust none() {
        return new TokenTrust(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Duration.ZERO);
    }

    boolean isGiven() {
        return (publicKey.isPresent() || location.isPresent()) && issuer.isPresent();
    }
}
