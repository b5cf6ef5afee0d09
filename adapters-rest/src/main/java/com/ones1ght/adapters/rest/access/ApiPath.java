package com.ones1ght.adapters.rest.access;

import com.ones1ght.domain.access.Area;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the API that a path belongs to. */
final class ApiPath {

    private ApiPath() {}

    /** The first segment below {@code /v1}, without matrix parameters; empty when there is none. */
    static String root(String path) {
        int from = 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        int to = from;
        while (to < path.length() && path.charAt(to) != '/' && path.charAt(to) != ';') {
            to++;
        }
        return path.substring(from, to);
    }

    /**
     * Whose requests count together: the segment in place of a profile's id, or {@code store} for all stores, of which
     * clients may name as many as they like; null for other paths.
     */
    static @Nullable String profile(String path) {
        String root = root(path);
        if (root.equals("store")) {
            return root;
        }
        if (!root.equals("profile") && !root.equals("persona") && !root.equals("chat")) {
            return null;
        }
        String rest = path.substring(path.indexOf(root) + root.length());
        int slash = rest.indexOf('/');
        String id = slash < 0 ? "" : root(rest.substring(slash));
        return id.isEmpty() ? null : id;
    }

    /** Whether it is the path of a profile's positions. */
    static boolean isPosition(String path) {
        if (!path.contains("/position")) {
            return false;
        }
        List<String> segments = segments(path);
        return segments.size() == 4
                && segments.get(0).equals("chat")
                && segments.get(2).equals("trigger")
                && segments.get(3).equals("position");
    }

    /** The area of a whole path. */
    static Area area(String path) {
        return switch (root(path)) {
            case "profile", "persona" -> isOfKeysAlone(path) ? Area.PROVISIONING : Area.PROFILE;
            case "chat", "store" -> Area.CHAT;
            case "admin" -> Area.ADMIN;
            case "system" -> Area.SYSTEM;
            default -> Area.GENERAL;
        };
    }

    /** All profiles, or the tokens of one. */
    private static boolean isOfKeysAlone(String path) {
        List<String> segments = segments(path);
        return segments.size() == 1 || segments.size() == 3 && segments.get(2).equals("token");
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .map(ApiPath::root)
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
