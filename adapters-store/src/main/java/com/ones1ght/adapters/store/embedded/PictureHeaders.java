package com.ones1ght.adapters.store.embedded;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
        if (request.getServletContext().getResource(request.getServletPath()) != null) {
            response.setHeader("Cache-Control", ONE_DAY);
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            response.setHeader("X-Content-Type-Options", "nosniff");
        }
        chain.doFilter(request, response);
    }
}
