package com.ones1ght.adapters.rest.access;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Which identity provider is trusted, by the settings of MicroProfile JWT.
 *
 * @param publicKey its key or keys: PEM, a JWK or a set of them
 * @param location where they are instead: an http or https URL, a file's URL, or a resource of the application
 * @param issuer what has to be in {@code iss}
 * @param audiences of which one has to be in {@code aud}; empty asks for none
 * @param clockSkew by how much the provider's clock may differ
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

    /** Nobody's tokens open anything. */
    public static TokenTrust none() {
        return new TokenTrust(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Duration.ZERO);
    }

    boolean isGiven() {
        return (publicKey.isPresent() || location.isPresent()) && issuer.isPresent();
    }
}
