package com.ones1ght.bootstrap.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;

/**
 * Shows the metrics to whoever scrapes them. A part of the application, so that it is the same on every server; a server
 * that has an endpoint of its own at {@code /metrics/*} yields to the exact path.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

    @Inject
    private transient Metrics metrics;

    /** For the container, which injects the fields. */
    public MetricsServlet() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isHead = request.getMethod().equals("HEAD");
        if (!isHead && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        ExpositionFormatWriter format = TextFormats.accepted(Collections.list(request.getHeaders("Accept")));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        format.write(text, metrics.snapshots());
        response.setContentType(format.getContentType());
        response.setContentLength(text.size());
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", "Accept");
        if (!isHead) {
            text.writeTo(response.getOutputStream());
        }
    }
}
