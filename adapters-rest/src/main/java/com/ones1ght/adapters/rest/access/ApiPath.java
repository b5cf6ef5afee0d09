package com.ones1ght.adapters.rest.access;

import com.ones1ght.application.access.AuthenticateUseCase.Area;

/** Which part of the API a path belongs to. */
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

    static Area area(String root) {
        return switch (root) {
            case "profile", "persona" -> Area.PROFILE;
            case "chat" -> Area.CHAT;
            case "admin" -> Area.ADMIN;
            case "system" -> Area.SYSTEM;
            default -> Area.GENERAL;
        };
    }
}
