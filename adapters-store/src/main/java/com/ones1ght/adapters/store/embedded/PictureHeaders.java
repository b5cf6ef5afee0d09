package com.ones1ght.adapters.store.embedded;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;

/**
 * Lets browsers and proxies keep the pictures of the demonstration store, which the container serves from
 * {@code META-INF/resources/store}. Errors are not kept. A drawing that is opened by itself must not load or run anything.
 */
@WebFilter(urlPatterns = "/store/*", asyncSupported = true)
public class PictureHeaders extends HttpFilter {

    private static final String ONE_DAY = "public, max-age=86400";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPicture(request)) {
            response.setHeader("Cache-Control", ONE_DAY);
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            response.setHeader("X-Content-Type-Options", "nosniff");
        }
        chain.doFilter(request, response);
    }

    /** Whether there is such a file; folders are resources too, but not found. */
    private static boolean isPicture(HttpServletRequest request) throws MalformedURLException {
        String path = request.getServletPath();
        return (path.endsWith(".svg") || path.endsWith(".png"))
                && request.getServletContext().getResource(path) != null;
    }
}
