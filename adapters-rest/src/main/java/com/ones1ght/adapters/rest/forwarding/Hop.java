package com.ones1ght.adapters.rest.forwarding;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One step on a request's way, as the proxy reports it that received the request from there.
 *
 * @param address who sent the request to that proxy; null if it does not say, or not in a readable form
 * @param host the {@code Host} that the sender named; null if the proxy does not say
 */
record Hop(@Nullable IpAddress address, @Nullable String host) {

    /** Beyond it nothing is known. */
    static final Hop UNKNOWN = new Hop(null, null);

    private static final Pattern PORT = Pattern.compile(":([0-9]{1,5}|_[A-Za-z0-9._-]+)");
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
    private static final int MAX_HOST_LENGTH = 255;

    /**
     * @param node an address with or without a port: {@code 192.0.2.1:80}, {@code [2001:db8::1]:80}, or an IPv6 address
     *     without brackets; anything else, such as {@code unknown} and {@code _hidden}, is no address
     */
    static Hop of(String node, @Nullable String host) {
        return new Hop(address(node).orElse(null), usableHost(host));
    }

    private static Optional<IpAddress> address(String node) {
        int bracket = node.indexOf(']');
        if (node.startsWith("[") && bracket > 0) {
            String inside = node.substring(1, bracket);
            return inside.indexOf(':') >= 0 && isPort(node.substring(bracket + 1))
                    ? IpAddress.parse(inside)
                    : Optional.empty();
        }
        int colon = node.indexOf(':');
        if (colon >= 0 && colon == node.lastIndexOf(':')) {
            return isPort(node.substring(colon)) ? IpAddress.parse(node.substring(0, colon)) : Optional.empty();
        }
        return IpAddress.parse(node);
    }

    private static boolean isPort(String text) {
        return text.isEmpty() || PORT.matcher(text).matches();
    }

    /** The host if it is well-formed, else null. */
    static @Nullable String usableHost(@Nullable String host) {
        return host != null
                        && host.length() <= MAX_HOST_LENGTH
                        && HOST.matcher(host).matches()
                ? host
                : null;
    }
}
