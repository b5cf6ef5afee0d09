package com.ones1ght.adapters.llm.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host of a URL. {@link URI} takes no name with an underscore for a host's, and {@link java.net.http.HttpClient}
 * sends nothing to a URL without a host; but compose files and service registries have such names, and resolvers know
 * them.
 *
 * @param name as the URL has it
 * @param port -1 when the URL names none
 */
public record UpstreamHost(String name, int port) {

    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+)(?::(\\d{1,5}))?");
    private static final int MAX_PORT = 65_535;

    /** How names become addresses. */
    @FunctionalInterface
    interface Resolver {

        InetAddress resolve(String name) throws UnknownHostException;
    }

    /** The host of an http or https URL; empty when it has none, or names a user. */
    public static Optional<UpstreamHost> of(URI url) {
        if (url.getHost() != null) {
            return url.getRawUserInfo() == null
                    ? Optional.of(new UpstreamHost(url.getHost(), url.getPort()))
                    : Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
        // No certificate can be checked for such a name: TLS has no place for it.
        if (!"http".equals(url.getScheme()) || !authority.matches()) {
            return Optional.empty();
        }
        int port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
        return port > MAX_PORT ? Optional.empty() : Optional.of(new UpstreamHost(authority.group(1), port));
    }

    /** As the {@code Host} header has it. */
    String authority() {
        return port < 0 ? name : name + ":" + port;
    }

    /** The URL with an address in the place of this host's name. */
    URI numeric(URI url, Resolver resolver) throws UnknownHostException {
        InetAddress address = resolver.resolve(name);
        String text = address.getHostAddress();
        String host = address instanceof Inet6Address ? "[" + text.replaceFirst("%.*", "") + "]" : text;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(
                url.getScheme() + "://" + new UpstreamHost(host, port).authority() + url.getRawPath() + query);
    }
}
