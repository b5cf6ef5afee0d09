package com.ones1ght.bootstrap.launcher.http;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * An answer to a request that never reaches the application, in the envelope of the API. The connection closes after it,
 * because the end of a malformed request is undefined.
 *
 * @param status the HTTP status, from 400 on
 * @param code the API's error code
 * @param message a sentence for the client's developer; plain ASCII without quotes
 * @param headerLine a further header, or empty
 */
record Refusal(int status, String code, String message, String headerLine) {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final int MAX_REQUEST_ID_LENGTH = 128;

    static Refusal badRequest(String message) {
        return new Refusal(400, "INVALID_REQUEST", message, "");
    }

    static Refusal methodNotAllowed() {
        return new Refusal(
                405,
                "METHOD_NOT_ALLOWED",
                "This method is not supported",
                "Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    }

    static Refusal expectationFailed() {
        return new Refusal(417, "INVALID_REQUEST", "The only expectation that can be met is 100-continue", "");
    }

    static Refusal headTimeout() {
        return new Refusal(408, "REQUEST_TIMEOUT", "The head of the request did not arrive in time", "");
    }

    static Refusal notServing() {
        return new Refusal(
                503, "UNAVAILABLE", "The service is starting or stopping; try again later", "Retry-After: 2");
    }

    static Refusal overloaded() {
        return new Refusal(
                503,
                "UNAVAILABLE",
                "Too many request bodies are arriving at present; try again later",
                "Retry-After: 2");
    }

    /** The whole response, as bytes. */
    byte[] response(HttpRequestPacket request) {
        String requestId = requestId(request);
        String body = "{\"success\":false,\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"request_id\":\""
                + requestId.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        String head = "HTTP/1.1 " + status + " "
                + HttpStatus.getHttpStatus(status).getReasonPhrase() + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n"
                + REQUEST_ID + ": " + requestId + "\r\n"
                + (headerLine.isEmpty() ? "" : headerLine + "\r\n")
                + "Connection: close\r\n\r\n";
        return (isHead(request) ? head : head + body).getBytes(StandardCharsets.US_ASCII);
    }

    /** Grizzly's {@code getMethod()} fails for a request with an incomplete first line. */
    private static boolean isHead(HttpRequestPacket request) {
        DataChunk method = request.getMethodDC();
        return !method.isNull() && method.equals("HEAD");
    }

    private static String requestId(HttpRequestPacket request) {
        String sent = request.getHeader(REQUEST_ID);
        boolean isUsable = sent != null
                && !sent.isEmpty()
                && sent.length() <= MAX_REQUEST_ID_LENGTH
                && sent.chars().allMatch(c -> c > ' ' && c <= '~');
        return isUsable ? sent : UUID.randomUUID().toString();
    }
}
