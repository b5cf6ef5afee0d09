package com.ones1ght.adapters.rest.shared;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Compresses the application's answers, the pages' included, for clients that accept gzip. A part of the application and
 * not a setting of the server, so that it is the same on every server. What is sent piece by piece is left alone.
 */
public class CompressionFilter extends HttpFilter {

    private final transient CompressedCopies copies = new CompressedCopies();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        GzipPolicy policy = new GzipPolicy(
                AcceptedCoding.isGzip(request.getHeader("Accept-Encoding")), CompressedCopies.path(request), copies);
        boolean isHead = request.getMethod().equals("HEAD");
        CompressedResponse compressed = new CompressedResponse(response, isHead, policy);
        chain.doFilter(new AsyncNotice(request, compressed), compressed);
        // Once asynchronous processing has begun, request and response belong to another thread.
        if (!compressed.isAsynchronous()) {
            compressed.finish();
        }
    }

    /** Tells the response when asynchronous processing begins. */
    private static final class AsyncNotice extends HttpServletRequestWrapper {

        private final CompressedResponse response;

        AsyncNotice(HttpServletRequest request, CompressedResponse response) {
            super(request);
            this.response = response;
        }

        @Override
        public AsyncContext startAsync() {
            response.beginAsynchronous();
            return super.startAsync();
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse wrapped) {
            response.beginAsynchronous();
            return super.startAsync(request, wrapped);
        }
    }
}
