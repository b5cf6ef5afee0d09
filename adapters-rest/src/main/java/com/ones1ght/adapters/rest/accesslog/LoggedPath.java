package com.ones1ght.adapters.rest.accesslog;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The path of a request as it may be logged: only words of the API's own paths, numbers and UUIDs. Everything else could
 * be a key, a token or what a shopper has typed, and is replaced by a star.
 */
final class LoggedPath {

    /** The fixed segments of the API, of the pages and of the probes. */
    static final Set<String> WORDS = Set.of(
            "admin",
            "admin-keys",
            "analytics",
            "assets",
            "audit",
            "barcodes",
            "chat",
            "chats",
            "coupon",
            "credits",
            "demo",
            "docs",
            "end",
            "events",
            "feed",
            "health",
            "keys",
            "ledger",
            "live",
            "metrics",
            "models",
            "openapi",
            "openapi.json",
            "openapi.yaml",
            "parked-deliveries",
            "persona",
            "plan",
            "position",
            "products",
            "profile",
            "ready",
            "recommend",
            "resend",
            "session",
            "settings",
            "signage",
            "signage-assets",
            "stamp",
            "start",
            "started",
            "status",
            "store",
            "stream",
            "system",
            "tenants",
            "todos",
            "token",
            "trigger",
            "v1",
            "validation");

    private static final Pattern ID =
            Pattern.compile("[0-9]{1,10}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final int MAX_SEGMENTS = 12;

    private LoggedPath() {}

    /** @param path as it was sent, below the context path */
    static String of(String path) {
        StringBuilder logged = new StringBuilder();
        String[] segments = path.split("/", MAX_SEGMENTS + 1);
        for (int i = 1; i < segments.length; i++) {
            logged.append('/').append(isPlain(segments[i]) ? segments[i] : "*");
        }
        return logged.isEmpty() ? "/" : logged.toString();
    }

    private static boolean isPlain(String segment) {
        return segment.isEmpty()
                || WORDS.contains(segment)
                || ID.matcher(segment).matches();
    }
}
