package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.port.IdGenerator;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Comes before everything else, so that also what the server itself refuses has a request id. Paths that no
 * resource has, but that servers read in different ways, are led to one that certainly names nothing: whether
 * the caller has a key is still asked first. The same holds for media types that the server would stumble over.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Doorway extends HttpFilter {

    private static final String NOWHERE = "/v1/-";

    @Inject
    private transient IdGenerator ids;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String requestId = RequestId.of(request.getHeader(RequestId.HEADER), ids);
        request.setAttribute(RequestId.PROPERTY, requestId);
        ClientAddress.remember(request);
        response.setHeader(RequestId.HEADER, requestId);
        HttpServletRequest judged = WithoutContentType.unlessJson(request);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Correlation correlation = Correlation.of(requestId, request.getHeader("traceparent"));
        Correlation.Scope scope = Correlation.begin(correlation);
        try {
            if (RawPath.isAmbiguous(path) && RawPath.isOfApi(path)) {
                request.getRequestDispatcher(NOWHERE).forward(judged, response);
            } else {
                chain.doFilter(judged, response);
            }
        } finally {
            scope.end();
        }
    }
}
