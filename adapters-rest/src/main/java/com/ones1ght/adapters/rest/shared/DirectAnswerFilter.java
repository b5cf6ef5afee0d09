package com.ones1ght.adapters.rest.shared;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Answers frequent requests in front of JAX-RS, whose way to a resource and back costs as much as their answers. Takes them
 * in their usual form only: a {@code GET} without a query or a body, or a {@code POST} of a JSON document without a query.
 * Any other request is passed on to the resource, which answers the same.
 */
public abstract class DirectAnswerFilter extends HttpFilter {

    /** A group of a regular expression for paths: an id as everybody writes it. */
    protected static final String ID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";

    @Inject
    private transient ServletAnswers answers;

    @Inject
    private transient JsonObjectReader bodies;

    /** What answers a request here. */
    @FunctionalInterface
    protected interface DirectAnswer {

        /** Authenticates the request and answers it; what it throws is answered as a refusal. */
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /**
     * What answers a {@code GET} or {@code POST} in its usual form.
     *
     * @param path below the context path, as it was sent
     * @return null for a request that is not answered here
     */
    protected abstract @Nullable DirectAnswer directAnswer(HttpServletRequest request, String path);

    @Override
    protected final void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        DirectAnswer direct = isUsual(request)
                ? directAnswer(
                        request,
                        request.getRequestURI()
                                .substring(request.getContextPath().length()))
                : null;
        if (direct == null) {
            chain.doFilter(request, response);
            return;
        }
        answers.addCommonHeaders(request, response);
        try {
            direct.answer(request, response);
        } catch (RuntimeException e) {
            if (getServletContext().getAttribute(RequestEntryFilter.STOPPED) != null) {
                // Parts of the application are gone; the first filter says so.
                throw e;
            }
            answers.refuse(request, response, e);
        }
    }

    /** What a resource would have to check besides is left to it. */
    private boolean isUsual(HttpServletRequest request) {
        boolean isUsualBody =
                switch (request.getMethod()) {
                    case "GET" -> request.getContentLengthLong() <= 0;
                    case "POST" -> bodies.isUsual(request);
                    default -> false;
                };
        return isUsualBody
                && request.getQueryString() == null
                && request.getHeader("Transfer-Encoding") == null
                && request.getAttribute(IncompleteBody.PROPERTY) == null
                && isAtMostOne(request.getHeaders(HttpHeaders.AUTHORIZATION))
                && takesJson(request.getHeaders(HttpHeaders.ACCEPT));
    }

    private static boolean isAtMostOne(Enumeration<String> values) {
        if (values.hasMoreElements()) {
            values.nextElement();
        }
        return !values.hasMoreElements();
    }

    private static boolean takesJson(Enumeration<String> accepted) {
        return !accepted.hasMoreElements()
                || MediaRanges.acceptJson(accepted.nextElement()) && !accepted.hasMoreElements();
    }

    /** The body of a {@code POST}, by the rules for all bodies. */
    protected final JsonObject body(HttpServletRequest request) throws IOException {
        return bodies.read(request.getInputStream());
    }

    /** The common parts of answers. */
    protected final ServletAnswers answers() {
        return answers;
    }
}
