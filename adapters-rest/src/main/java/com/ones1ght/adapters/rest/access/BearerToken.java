package com.ones1ght.adapters.rest.access;

import org.jspecify.annotations.Nullable;

/** Finds the key or token in an {@code Authorization} header (RFC 6750, 2.1). */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** @return null when there is no header, or another scheme, or nothing in it */
    public static @Nullable String of(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() ? null : token;
    }
}
