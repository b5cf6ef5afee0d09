package com.ones1ght.bootstrap.launcher.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.DataChunk;

/**
 * Refuses paths and queries that the container fails on or interprets differently from the application: malformed percent
 * escapes, invalid UTF-8, U+0000, and paths that lead above the root or end with a dot segment.
 */
final class RequestTarget {

    private RequestTarget() {}

    /** @throws RefusedRequestException if the target is invalid */
    static void check(HttpRequestPacket request) {
        Octets path = Octets.of(request.getRequestURIRef().getRequestURIBC());
        if (path.equalsIgnoreCase("*") && Method.OPTIONS.equals(request.getMethod())) {
            return;
        }
        checkPath(withoutAuthority(path));
        DataChunk query = request.getQueryStringDC();
        if (!query.isNull()) {
            decode(Octets.of(query));
        }
    }

    /** The path of an absolute URL, which proxies send. */
    private static Octets withoutAuthority(Octets target) {
        if (target.length() > 0 && target.at(0) == '/') {
            return target;
        }
        int from = target.startsWithIgnoreCase("http://") ? 7 : target.startsWithIgnoreCase("https://") ? 8 : -1;
        if (from < 0) {
            throw bad("The path must begin with a slash");
        }
        int slash = from;
        while (slash < target.length() && target.at(slash) != '/') {
            slash++;
        }
        if (slash == from) {
            throw bad("The host is missing");
        }
        Authority.check(new Octets(target.array(), target.from() + from, target.from() + slash));
        return target.from(slash);
    }

    private static void checkPath(Octets path) {
        String decoded = decode(path);
        if (decoded.indexOf('\\') >= 0) {
            throw bad("The path has a backslash");
        }
        if (decoded.contains("/..") && leadsAboveRoot(decoded)) {
            throw bad("The path leads above the root");
        }
        if (endsWithDots(decoded)) {
            throw bad("The path ends with a dot segment");
        }
    }

    /** Grizzly reads beyond the end of such a path and, depending on the buffer, may send no answer. */
    private static boolean endsWithDots(String path) {
        int last = path.length() - 1;
        while (last >= 0 && path.charAt(last) == '.') {
            last--;
        }
        return last < path.length() - 1 && last >= 0 && path.charAt(last) == '/';
    }

    private static boolean leadsAboveRoot(String path) {
        int depth = 0;
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                depth--;
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /** Decodes percent escapes once, as UTF-8. */
    private static String decode(Octets raw) {
        boolean isEscaped = false;
        for (int i = 0; i < raw.length(); i++) {
            int c = raw.at(i);
            if (c <= ' ' || c >= 0x7f) {
                throw bad("The path or query has characters that must be percent-encoded");
            }
            isEscaped |= c == '%';
        }
        return isEscaped ? unescape(raw) : raw.toString();
    }

    private static String unescape(Octets raw) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            int c = raw.at(i);
            if (c == '%') {
                int high = i + 2 < raw.length() ? Character.digit(raw.at(i + 1), 16) : -1;
                int low = i + 2 < raw.length() ? Character.digit(raw.at(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw bad("The path or query has a malformed percent escape");
                }
                c = high << 4 | low;
                if (c == 0) {
                    throw bad("The path or query has the character U+0000");
                }
                i += 2;
            }
            decoded.write(c);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad("The percent escapes of the path or query are not UTF-8");
        }
    }

    private static RefusedRequestException bad(String message) {
        return new RefusedRequestException(Refusal.badRequest(message));
    }
}
