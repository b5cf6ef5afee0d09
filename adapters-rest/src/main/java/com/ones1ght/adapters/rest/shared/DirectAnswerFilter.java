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
 * Answers frequent reads in front of JAX-RS, whose way to a resource and back costs as much as their answers. Takes them in
 * their usual form only, without a query or a body; any other request is passed on to the resource, which answers the same.
 */
public abstract class DirectAnswerFilter extends HttpFilter {

    @Inject
    private transient ServletAnswers answers;

    /** A read that is answered here. */
    @FunctionalInterface
    protected interface Read {

        /** Authenticates the request and answers it; what it throws is answered as a refusal. */
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /**
     * The read that a path stands for.
     *
     * @param path below the context path, as it was sent
     * @return null for a path that is none of a read that is answered here
     */
    protected abstract @Nullable Read read(String path);

    @Override
    protected final void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Read read = isUsual(request)
                ? read(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                : null;
        if (read == null) {
            chain.doFilter(request, response);
            return;
        }
        answers.addCommonHeaders(request, response);
        try {
            read.answer(request, response);
        } catch (RuntimeException e) {
            if (getServletContext().getAttribute(RequestEntryFilter.STOPPED) != null) {
                // Parts of the application are gone; the first filter says so.
                throw e;
            }
            answers.refuse(request, response, e);
        }
    }

    /** Whether it is a plain GET for JSON: what a resource would have to check besides is left to it. */
    private static boolean isUsual(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getQueryString() == null
                && request.getContentLengthLong() <= 0
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

    /** The common parts of answers. */
    protected final ServletAnswers answers() {
        return answers;
    }
}
