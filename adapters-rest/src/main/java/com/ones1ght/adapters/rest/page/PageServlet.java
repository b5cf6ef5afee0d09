package com.ones1ght.adapters.rest.page;

import com.ones1ght.application.access.DemoTenant;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Serves the pages. They are siblings, {@code /}, {@code /docs} and {@code /demo}, so that relative addresses mean the
 * same on each, whatever the context path is. {@code /demo} exists only while the demonstration is on.
 */
@WebServlet(urlPatterns = {"", "/docs", "/docs/", "/demo", "/demo/"})
public class PageServlet extends HttpServlet {

    private static final Map<String, String> NAMES = Map.of("/", "home", "/docs", "docs", "/demo", "demo");
    private static final String DEMO = "/demo";

    @Inject
    private transient DemoTenant demoTenant;

    @Inject
    @ConfigProperty(name = "ones1ght.signage", defaultValue = "embedded")
    private transient String signage;

    private final transient Map<String, Page> pages = new HashMap<>();

    /** For the container, which injects the fields. */
    public PageServlet() {}

    @Override
    public void init() {
        boolean demo = demoTenant.enabled();
        // Outside of the demonstration screens need a token, which a link would not have.
        Map<String, Boolean> facts = Map.of("demo", demo, "screens", demo && signage.equals("embedded"));
        String frame = read("page");
        NAMES.forEach((path, name) -> {
            if (demo || !path.equals(DEMO)) {
                pages.put(path, new Page(frame, name, read(name), facts));
            }
        });
    }

    private String read(String name) {
        String file = "/WEB-INF/pages/" + name + ".html";
        try (InputStream in = getServletContext().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The WAR lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.length() > 1 && path.endsWith("/")) {
            // Relative addresses of the page would mean something else below a slash.
            response.setHeader(HttpHeaders.LOCATION, ".." + path.substring(0, path.length() - 1));
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            return;
        }
        Page page = pages.get(path);
        if (page == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            serve(page, request, response, head);
        }
    }

    private static void serve(Page page, HttpServletRequest request, HttpServletResponse response, boolean head)
            throws IOException {
        response.setHeader("Content-Security-Policy", page.policy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ETAG, page.etag());
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), page.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.body().length);
        if (!head) {
            response.getOutputStream().write(page.body());
        }
    }

    private static boolean matches(@Nullable String tags, String etag) {
        return tags != null
                && Arrays.stream(tags.split(","))
                        .map(String::strip)
                        // A proxy that compresses makes the tag a weak one.
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(etag::equals);
    }
}
