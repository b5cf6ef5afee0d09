package com.ones1ght.adapters.rest.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which answers are compressed, and sets their headers.
 *
 * @param isAccepted whether the client takes gzip
 * @param path names what the answer is a form of; null if it is nobody else's
 * @param copies of what is compressed once for all
 */
record GzipPolicy(boolean isAccepted, @Nullable String path, CompressedCopies copies) {

    /** Shorter answers fit into one packet anyway. */
    static final int MIN_LENGTH = 1024;

    private static final String CONTENT_ENCODING = "Content-Encoding";
    private static final String ETAG = "ETag";
    private static final String VARY = "Vary";
    private static final String ACCEPT_ENCODING = "Accept-Encoding";

    /** Besides those that begin with {@code text/}, and what is built on these. */
    private static final Pattern TEXT =
            Pattern.compile("application/(?:.+\\+)?(?:json|yaml|xml|javascript)|image/svg\\+xml");

    /**
     * Sets the headers of an answer that are due to compression.
     *
     * @param length of the answer before compression; negative if it is not known
     * @return whether it is to be compressed
     */
    boolean apply(HttpServletResponse response, long length) {
        if (length <= MIN_LENGTH || !isCompressible(response)) {
            return false;
        }
        addVary(response);
        if (!isAccepted) {
            return false;
        }
        response.setHeader(CONTENT_ENCODING, "gzip");
        String etag = response.getHeader(ETAG);
        if (etag != null && !etag.startsWith("W/")) {
            // A strong one would promise the same bytes as without compression.
            response.setHeader(ETAG, "W/" + etag);
        }
        return true;
    }

    /**
     * The compressed form of a body that does not change.
     *
     * @param length of the body
     * @param compress makes it, once for all
     * @return null if it is to be made each time
     */
    byte @Nullable [] copy(HttpServletResponse response, int length, Supplier<byte[]> compress) {
        String etag = response.getHeader(ETAG);
        return path == null || etag == null || response.getStatus() != HttpServletResponse.SC_OK
                ? null
                : copies.get(new CompressedCopies.Key(path, etag, length), compress);
    }

    /** The answer depends on what the client accepts, whether or not this client does. */
    static void addVary(HttpServletResponse response) {
        if (!response.getHeaders(VARY).contains(ACCEPT_ENCODING)) {
            response.addHeader(VARY, ACCEPT_ENCODING);
        }
    }

    private static boolean isCompressible(HttpServletResponse response) {
        return isText(response.getContentType())
                && response.getHeader(CONTENT_ENCODING) == null
                // A part of an answer is a part of its uncompressed form.
                && response.getHeader("Content-Range") == null;
    }

    private static boolean isText(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return TEXT.matcher(type).matches() || type.startsWith("text/") && !type.equals("text/event-stream");
    }
}
