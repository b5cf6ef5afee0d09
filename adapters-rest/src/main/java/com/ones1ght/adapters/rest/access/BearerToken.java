package com.ones1ght.adapters.rest.access;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Finds the key in an {@code Authorization} header (RFC 6750, 2.1). */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** @throws DomainException INVALID_API_KEY when there is no header, or another scheme, or no key in it */
    public static String of(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw invalid();
        }
        String token = header.substring(SCHEME.length()).strip();
        if (token.isEmpty()) {
            throw invalid();
        }
        return token;
    }

    private static DomainException invalid() {
        return new DomainException(ErrorCode.INVALID_API_KEY, "Invalid or expired API key");
    }
}
