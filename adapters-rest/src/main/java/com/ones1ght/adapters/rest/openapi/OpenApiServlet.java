package com.ones1ght.adapters.rest.openapi;

import com.ones1ght.adapters.rest.forwarding.RequestOrigin;
import com.ones1ght.adapters.rest.openapi.OpenApiDocument.Format;
import com.ones1ght.adapters.rest.shared.ServletAnswers;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Serves the OpenAPI document without a key, on every server. Jakarta EE servers have an endpoint of their own for it,
 * {@code /openapi}, but not all do, and some add members that make generators refuse the document.
 */
@WebServlet(
        urlPatterns = {OpenApiServlet.YAML, OpenApiServlet.JSON},
        asyncSupported = true)
public class OpenApiServlet extends HttpServlet {

    static final String YAML = "/docs/openapi.yaml";
    static final String JSON = "/docs/openapi.json";

    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String FIVE_MINUTES = "public, max-age=300";

    @Inject
    private transient OpenApiDocument document;

    @Inject
    private transient ServletAnswers answers;

    /** For the container, which injects the fields. */
    public OpenApiServlet() {}

    OpenApiServlet(OpenApiDocument document, ServletAnswers answers) {
        this.document = document;
        this.answers = answers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.addCommonHeaders(request, response);
        switch (request.getMethod()) {
            case "GET", "HEAD" -> serve(request, response);
            case "OPTIONS" -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            default -> {
                response.setHeader(HttpHeaders.ALLOW, METHODS);
                answers.refuse(
                        request,
                        response,
                        new DomainException(
                                ErrorCode.METHOD_NOT_ALLOWED, "The API description can only be read: " + METHODS));
            }
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String basePath = RequestOrigin.of(request).basePath();
        Format format = request.getServletPath().equals(JSON) ? document.json(basePath) : document.yaml(basePath);
        response.setHeader(HttpHeaders.ETAG, format.etag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), format.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(format.mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(format.body().length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(format.body());
        }
    }

    /** @param condition the field {@code If-None-Match}: a star, or tags separated by commas */
    private static boolean isKnown(@Nullable String condition, String etag) {
        return condition != null
                && Arrays.stream(condition.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
