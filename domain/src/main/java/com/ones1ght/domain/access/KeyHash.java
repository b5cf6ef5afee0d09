package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The hash that is stored in place of an API key. Keys have 256 random bits, so a plain SHA-256 suffices: salt and
 * stretching protect secrets that can be guessed.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record KeyHash(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public KeyHash {
        Require.notNull(hex, "key hash");
        Require.that(HEX.matcher(hex).matches(), "key hash", "be 64 lower-case hexadecimal digits");
    }

    /** The hash of a key as it was presented. */
    public static KeyHash of(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new KeyHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
