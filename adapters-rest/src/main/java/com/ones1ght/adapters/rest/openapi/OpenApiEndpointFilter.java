package com.ones1ght.adapters.rest.openapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Serves our document at the address of MicroProfile OpenAPI, too, where the server lets the application answer there:
 * Payara would add a member {@code endpoints} that generators refuse.
 */
public class OpenApiEndpointFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean json = wantsJson(request.getParameter("format"), request.getHeader(HttpHeaders.ACCEPT));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        request.getRequestDispatcher(json ? OpenApiServlet.JSON : OpenApiServlet.YAML)
                .forward(request, response);
    }

    /** As MicroProfile OpenAPI has it: YAML unless the client asks for JSON by the query or the header. */
    private static boolean wantsJson(@Nullable String format, @Nullable String accept) {
        if (format != null) {
            return format.equalsIgnoreCase("json");
        }
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("application/json");
    }
}
