package com.ones1ght.adapters.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a round's event stream.
 *
 * @param profile in place of the profile's id, decoded
 * @param chat in place of the chat's id, decoded
 * @param round in place of the round's id, decoded
 */
public record RoundEventsPath(String profile, String chat, String round) {

    /** The servlet of this path, which no mapping of the servlet standard can describe: it has ids in the middle. */
    static final String SERVLET = "round-events";

    /** What all these paths have in common. */
    static final String TEMPLATE = "/v1/chat/{profile_id}/recommend/{chat_id}/{round_id}/events";

    private static final Pattern PATTERN = Pattern.compile("/v1/chat/([^/]+)/recommend/([^/]+)/([^/]+)/events/?");

    /** Whether a path that is not ambiguous, below the context path, is that of a round's event stream. */
    static boolean matches(String path) {
        return path.startsWith("/v1/chat/")
                && (path.endsWith("/events") || path.endsWith("/events/"))
                && PATTERN.matcher(path).matches();
    }

    /** The path of a request for which {@link #matches} holds. */
    public static RoundEventsPath of(HttpServletRequest request) {
        Matcher parts = PATTERN.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (!parts.matches()) {
            throw new IllegalStateException("Not the path of a round's events");
        }
        return new RoundEventsPath(decoded(parts.group(1)), decoded(parts.group(2)), decoded(parts.group(3)));
    }

    /** Paths, unlike forms, have plus signs for themselves. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
