package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The key of the operator of the whole installation, of which the gateway keeps the hash alone.
 *
 * @param hash of the key
 */
public record SystemKey(KeyHash hash) {

    /** The shortest key, in characters: people choose this one themselves. */
    public static final int MIN_LENGTH = 32;

    public SystemKey {
        Require.notNull(hash, "system_key");
    }

    /** The key as the operator has set it. */
    public static SystemKey of(String key) {
        Require.that(key.length() >= MIN_LENGTH, "system key", "have at least " + MIN_LENGTH + " characters");
        return new SystemKey(KeyHash.of(key));
    }

    /** Whether a presented key is this one; how long that takes tells nothing about it. */
    public boolean isThatOf(KeyHash presented) {
        return MessageDigest.isEqual(bytes(hash), bytes(presented));
    }

    private static byte[] bytes(KeyHash hash) {
        return hash.hex().getBytes(StandardCharsets.US_ASCII);
    }
}
