package com.ones1ght.bootstrap.launcher.http;

import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Validates the head of a request strictly by RFC 9112, so that every layer interprets it in the same way. Bytes from 0x80
 * on are allowed in header values; they are never interpreted.
 */
final class RequestHead {

    private static final int MAX_LENGTH_DIGITS = 18;

    private final HttpRequestPacket request;
    private boolean isHttp11;
    private boolean isLast;
    private @Nullable Octets contentLength;
    private @Nullable Octets transferEncoding;
    private @Nullable Octets host;

    private RequestHead(HttpRequestPacket request) {
        this.request = request;
    }

    /**
     * @return whether the client asks to close the connection after the answer
     * @throws RefusedRequestException if the head is invalid
     */
    static boolean check(HttpRequestPacket request) {
        RequestHead head = new RequestHead(request);
        head.checkProtocol();
        head.checkMethod();
        RequestTarget.check(request);
        head.checkHeaders();
        head.checkFraming();
        head.checkHost();
        return head.isLast;
    }

    private void checkProtocol() {
        Protocol protocol;
        try {
            protocol = request.getProtocol();
        } catch (IllegalStateException e) {
            protocol = Protocol.HTTP_0_9;
        }
        isHttp11 = protocol == Protocol.HTTP_1_1;
        if (!isHttp11 && protocol != Protocol.HTTP_1_0) {
            throw bad("The protocol must be HTTP/1.1 or HTTP/1.0");
        }
    }

    private void checkMethod() {
        Method method = request.getMethod();
        if (Method.CONNECT.equals(method) || Method.TRACE.equals(method)) {
            throw new RefusedRequestException(Refusal.methodNotAllowed());
        }
        Octets name = Octets.of(request.getMethodDC());
        boolean isToken = name.length() > 0;
        for (int i = 0; i < name.length(); i++) {
            isToken &= isTokenCharacter(name.at(i));
        }
        if (!isToken) {
            throw bad("The method is not well-formed");
        }
    }

    private void checkHeaders() {
        MimeHeaders headers = request.getHeaders();
        for (int i = 0; i < headers.size(); i++) {
            Octets value = Octets.of(headers.getValue(i));
            checkValue(value);
            keep(headers.getName(i), value);
        }
    }

    private static void checkValue(Octets value) {
        for (int i = 0; i < value.length(); i++) {
            int c = value.at(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                throw bad("A header has a control character in its value");
            }
        }
    }

    private void keep(DataChunk headerName, Octets value) {
        Octets name = Octets.of(headerName);
        // By length first, for speed: runs for each header of each request.
        switch (name.length()) {
            case 4 -> host = name.equalsIgnoreCase("host") ? once(host, value, "Host") : host;
            case 6 -> {
                if (name.equalsIgnoreCase("expect") && !value.equalsIgnoreCase("100-continue")) {
                    throw new RefusedRequestException(Refusal.expectationFailed());
                }
            }
            case 10 -> isLast |= name.equalsIgnoreCase("connection") && hasClose(value);
            case 14 ->
                contentLength = name.equalsIgnoreCase("content-length")
                        ? once(contentLength, value, "Content-Length")
                        : contentLength;
            case 17 ->
                transferEncoding = name.equalsIgnoreCase("transfer-encoding")
                        ? once(transferEncoding, value, "Transfer-Encoding")
                        : transferEncoding;
            default -> {}
        }
    }

    /** Grizzly recognizes the option only when it is the only one. */
    private static boolean hasClose(Octets options) {
        if (options.length() <= 6) {
            return options.equalsIgnoreCase("close");
        }
        for (String option : options.toString().split(",")) {
            if (option.strip().equalsIgnoreCase("close")) {
                return true;
            }
        }
        return false;
    }

    private static Octets once(@Nullable Octets before, Octets value, String name) {
        if (before != null) {
            throw bad(name + " must be given once");
        }
        return value;
    }

    private void checkFraming() {
        if (transferEncoding != null) {
            if (contentLength != null) {
                throw bad("Content-Length and Transfer-Encoding exclude each other");
            }
            if (!isHttp11 || !transferEncoding.equalsIgnoreCase("chunked")) {
                throw bad("The only transfer coding is chunked, with HTTP/1.1");
            }
        }
        if (contentLength != null) {
            boolean isNumber = contentLength.length() > 0 && contentLength.length() <= MAX_LENGTH_DIGITS;
            for (int i = 0; i < contentLength.length(); i++) {
                isNumber &= contentLength.at(i) >= '0' && contentLength.at(i) <= '9';
            }
            if (!isNumber) {
                throw bad("Content-Length must be a whole number");
            }
        }
    }

    private void checkHost() {
        if (host != null) {
            Authority.check(host);
        } else if (isHttp11) {
            throw bad("Host is missing");
        }
    }

    private static boolean isTokenCharacter(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c > ' ' && c < 0x7f && "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static RefusedRequestException bad(String message) {
        return new RefusedRequestException(Refusal.badRequest(message));
    }
}
