package com.ones1ght.adapters.rest.shared;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a body into a {@link JsonObject}, and not more of it than the limit allows. */
@Provider
@Dependent
public class JsonObjectReader implements MessageBodyReader<JsonObject> {

    private BodyLimit limit;

    /** JAX-RS requires it of a provider; the container uses the other one. */
    public JsonObjectReader() {}

    @Inject
    public JsonObjectReader(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonObject.class;
    }

    @Override
    public JsonObject readFrom(
            Class<JsonObject> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        byte[] utf8 = bytes(body);
        boolean isOptional = Arrays.stream(annotations).anyMatch(OptionalBody.class::isInstance);
        return isOptional && isAbsent(utf8) ? JsonObject.EMPTY : StrictJson.object(utf8);
    }

    JsonObject read(InputStream body) {
        return StrictJson.object(bytes(body));
    }

    /** Whether nothing is to be refused before the body is read: it is JSON, not encoded, and within the limit. */
    boolean isUsual(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0
                && length <= limit.maxBytes()
                && request.getHeader(HttpHeaders.CONTENT_TYPE) != null
                && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
    }

    /** Generated clients send null for a body that the app leaves out. */
    private static boolean isAbsent(byte[] utf8) {
        return utf8.length == 0
                || new String(utf8, StandardCharsets.UTF_8).strip().equals("null");
    }

    private byte[] bytes(InputStream body) {
        byte[] utf8 = readToLimit(body);
        if (utf8.length > limit.maxBytes()) {
            throw limit.exceeded();
        }
        return utf8;
    }

    private byte[] readToLimit(InputStream body) {
        try {
            return body.readNBytes(limit.maxBytes() + 1);
        } catch (IOException e) {
            if (IncompleteBody.isCauseOf(e)) {
                throw IncompleteBody.timeout();
            }
            // The client disconnected, or broke the transfer coding.
            throw new InvalidInputException("The request body could not be read to its end");
        }
    }
}
