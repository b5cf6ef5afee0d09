package com.ones1ght.adapters.rest.shared;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The templates of paths. There are as many as there are resources and mappings of servlets, whatever clients ask for.
 */
final class Routes {

    /** The attribute of a request whose route is known. */
    static final String PROPERTY = "com.ones1ght.http.route";

    /** What no servlet of the application serves: files of the pages, and paths that lead nowhere. */
    static final String OTHER = "other";

    private static final String API = "/v1/";
    private static final Map<Method, String> TEMPLATES = new ConcurrentHashMap<>();

    private Routes() {}

    /** The route of a method of a resource. */
    static String of(Method resource) {
        String known = TEMPLATES.get(resource);
        return known == null ? TEMPLATES.computeIfAbsent(resource, Routes::template) : known;
    }

    private static String template(Method resource) {
        String path = API + path(resource.getDeclaringClass().getAnnotation(Path.class)) + "/"
                + path(resource.getAnnotation(Path.class));
        // Names of parameters may be followed by patterns.
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/{2,}", "/")
                .replaceAll("/$", "");
    }

    private static String path(@Nullable Path annotation) {
        return annotation == null ? "" : annotation.value();
    }

    /** The route of a request: of its resource, else of its servlet. One that was refused before has the latter, too. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(PROPERTY) instanceof String known) {
            return known;
        }
        HttpServletMapping mapping = request.getHttpServletMapping();
        String pattern = mapping == null ? null : mapping.getPattern();
        if (pattern == null || pattern.equals("/")) {
            return OTHER;
        }
        return pattern.isEmpty() ? "/" : pattern;
    }
}
