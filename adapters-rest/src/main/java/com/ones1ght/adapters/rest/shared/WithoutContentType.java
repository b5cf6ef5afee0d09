package com.ones1ght.adapters.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request whose media type only {@link NegotiationFilter} sees. Jersey's servlet would read it before any filter of the
 * API, refuse what it cannot parse, and consume forms.
 */
final class WithoutContentType extends HttpServletRequestWrapper {

    private WithoutContentType(HttpServletRequest request) {
        super(request);
    }

    /** The request itself if it has no media type or that of JSON, as nearly all have. */
    static HttpServletRequest unlessJson(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.CONTENT_TYPE) == null) {
            return request;
        }
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        if (types.size() == 1 && MediaRanges.isJson(types.get(0))) {
            return request;
        }
        request.setAttribute(NegotiationHeaders.CONTENT_TYPE, String.join(",", types));
        return new WithoutContentType(request);
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(WithoutContentType::isHidden);
        return Collections.enumeration(names);
    }

    private static boolean isHidden(String name) {
        return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
    }
}
