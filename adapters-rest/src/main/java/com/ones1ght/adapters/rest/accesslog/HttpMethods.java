package com.ones1ght.adapters.rest.accesslog;

import java.util.Set;

/** The methods of HTTP that logs and metrics name; a client may invent others. */
public final class HttpMethods {

    private static final Set<String> USUAL =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private HttpMethods() {}

    /** Whether it is a method of the HTTP standards. */
    public static boolean isUsual(String method) {
        return USUAL.contains(method);
    }
}
