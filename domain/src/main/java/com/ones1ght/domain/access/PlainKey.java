package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.util.regex.Pattern;

/**
 * An API key in plain text. It is shown once, when it is created, and never stored.
 *
 * @param text {@code osk_} or {@code oak_}, the tenant's code, and a secret
 */
public record PlainKey(String text) {

    private static final int PREFIX_LENGTH = 12;
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");

    public PlainKey {
        Require.notBlank(text, "key");
    }

    /**
     * A new key.
     *
     * @param secret 256 random bits as 64 lower-case hexadecimal digits
     */
    public static PlainKey of(KeyType type, String tenantCode, String secret) {
        Require.that(SECRET.matcher(secret).matches(), "secret", "be 64 lower-case hexadecimal digits");
        return new PlainKey(type.prefix() + tenantCode + "_" + secret);
    }

    /** Its first 12 characters, by which people recognise it. */
    public String prefix() {
        return text.substring(0, Math.min(PREFIX_LENGTH, text.length()));
    }

    /** What is stored in place of it. */
    public KeyHash hash() {
        return KeyHash.of(text);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PlainKey[" + prefix() + "…]";
    }
}
