package com.ones1ght.adapters.rest.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;

/**
 * The headers of the pages' files, which the server's own servlet serves with an entity tag. Libraries have their version
 * in the path and never change; everything else is validated at each use.
 */
public class AssetFilter extends HttpFilter {

    private static final String LIBRARIES = "/assets/vendor/";

    /** For the container. */
    public AssetFilter() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        // What is missing may be there after an update.
        boolean library = path.startsWith(LIBRARIES) && getServletContext().getResource(path) != null;
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, library ? "public, max-age=31536000, immutable" : "no-cache");
        chain.doFilter(request, response);
    }
}
