package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The key of the installation's operator. The gateway keeps its hash only.
 */
public record SystemKey(KeyHash hash) {

    /** The shortest key, in characters: unlike API keys it is chosen by people. */
    public static final int MIN_LENGTH = 32;

    public SystemKey {
        Require.notNull(hash, "system key");
    }

    /** The key as the operator configured it. */
    public static SystemKey of(String key) {
        Require.that(key.length() >= MIN_LENGTH, "system key", "have at least " + MIN_LENGTH + " characters");
        return new SystemKey(KeyHash.of(key));
    }

    /** Whether the presented key is this one, compared in constant time. */
    public boolean isThatOf(KeyHash presented) {
        return MessageDigest.isEqual(bytes(hash), bytes(presented));
    }

    private static byte[] bytes(KeyHash hash) {
        return hash.hex().getBytes(StandardCharsets.US_ASCII);
    }
}
