package com.ones1ght.adapters.persistence.access;

import com.ones1ght.application.access.port.KeySecrets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets of 256 random bits. Thread-safe. */
final class RandomKeySecrets implements KeySecrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
