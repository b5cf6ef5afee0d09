package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.http.BodyLimits;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the server's HTTP listener.
 *
 * @param address a local address, or the wildcard address
 * @param port 0 (any free one) to 65535
 * @param threads the number of requests processed concurrently, 4 to 1000
 * @param drain how long a stopping node still serves while it reports that it is not ready; not negative
 * @param bodies the limits of request bodies
 */
record HttpSettings(InetAddress address, int port, int threads, Duration drain, BodyLimits bodies) {

    static final String ADDRESS = "ones1ght.http.address";
    static final String PORT = "ones1ght.http.port";
    static final String THREADS = "ones1ght.http.threads";
    static final String DRAIN = "ones1ght.http.drain";
    static final String MAX_BODY_BYTES = "ones1ght.http.max-body-bytes";
    static final String BODY_TIMEOUT = "ones1ght.http.body-timeout";

    /** The listener closes connections that are idle for longer. */
    private static final Duration MAX_BODY_TIMEOUT = Duration.ofSeconds(60);

    /** @throws LaunchException if a value is invalid; names the setting and the valid values */
    static HttpSettings read(Settings.Source source) {
        return new HttpSettings(
                address(source),
                number(source, PORT, 8080, 0, 65_535, "a number from 0 (any free port) to 65535"),
                number(source, THREADS, 40, 4, 1_000, "a whole number from 4 to 1000"),
                drain(source),
                new BodyLimits(
                        number(
                                source,
                                MAX_BODY_BYTES,
                                65_536,
                                1,
                                Integer.MAX_VALUE - 1,
                                "a whole number from 1 to " + (Integer.MAX_VALUE - 1)),
                        bodyTimeout(source)));
    }

    /** The base URL for clients on this machine, {@code http://…} without a trailing slash. */
    String baseUrl(int boundPort) {
        if (address.isAnyLocalAddress()) {
            return "http://localhost:" + boundPort;
        }
        // An IPv6 address may have the name of its interface, which is not allowed in URLs.
        String host = address.getHostAddress().replaceFirst("%.*", "");
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + boundPort;
    }

    private static InetAddress address(Settings.Source source) {
        String value = source.get(ADDRESS).orElse("0.0.0.0");
        try {
            InetAddress address = InetAddress.getByName(value);
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
            throw refused(ADDRESS, value, "an address of this machine", null);
        } catch (UnknownHostException | SocketException e) {
            throw refused(ADDRESS, value, "an address of this machine", e);
        }
    }

    private static int number(
            Settings.Source source, String name, int otherwise, int least, int most, String expectation) {
        String value = source.get(name).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
            throw refused(name, value, expectation, null);
        } catch (NumberFormatException e) {
            throw refused(name, value, expectation, e);
        }
    }

    private static Duration bodyTimeout(Settings.Source source) {
        String expectation = "a duration above zero and up to " + MAX_BODY_TIMEOUT + ", such as PT10S";
        String value = source.get(BODY_TIMEOUT).orElse("PT10S");
        try {
            Duration timeout = Duration.parse(value);
            if (timeout.toMillis() > 0 && timeout.compareTo(MAX_BODY_TIMEOUT) <= 0) {
                return timeout;
            }
            throw refused(BODY_TIMEOUT, value, expectation, null);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw refused(BODY_TIMEOUT, value, expectation, e);
        }
    }

    private static Duration drain(Settings.Source source) {
        String value = source.get(DRAIN).orElse("PT0S");
        try {
            Duration drain = Duration.parse(value);
            if (!drain.isNegative()) {
                return drain;
            }
            throw refused(DRAIN, value, "a duration of at least PT0S", null);
        } catch (DateTimeParseException e) {
            throw refused(DRAIN, value, "a duration in the form of ISO 8601, for example PT15S", e);
        }
    }

    private static LaunchException refused(String name, String value, String expectation, @Nullable Throwable cause) {
        return new LaunchException("%s is \"%s\", but has to be %s.".formatted(name, value, expectation), cause);
    }
}
