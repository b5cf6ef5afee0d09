package com.ones1ght.adapters.rest.shared;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Identifies a request in the answer and in the log. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** The name of the request's property, or of the servlet request's attribute. */
    static final String PROPERTY = "com.ones1ght.request-id";

    private static final int MAX_LENGTH = 128;

    private RequestId() {}

    /** The client's id of the request if it is 1 to 128 visible ASCII characters, otherwise a new one. */
    static String of(@Nullable String sent, Supplier<UUID> ids) {
        return sent != null && isUsable(sent) ? sent : ids.get().toString();
    }

    private static boolean isUsable(String sent) {
        return !sent.isEmpty() && sent.length() <= MAX_LENGTH && sent.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
