package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is stored of an API key in its stead. Keys hold 256 random bits, so that a plain hash is enough: there
 * is nothing to guess that salt or stretching would slow down.
 *
 * @param hex the SHA-256 of the key's characters, 64 lower-case hexadecimal digits
 */
public record KeyHash(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public KeyHash {
        Require.notNull(hex, "key_hash");
        Require.that(HEX.matcher(hex).matches(), "key_hash", "be 64 lower-case hexadecimal digits");
    }

    /** Hashes a key as it was presented. */
    public static KeyHash of(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new KeyHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
