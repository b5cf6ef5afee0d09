package com.ones1ght.adapters.llm.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host of a URL. {@link URI} rejects host names with an underscore, and {@link java.net.http.HttpClient} sends
 * nothing to a URL without a host; but compose files and service registries use such names, and resolvers accept them.
 *
 * @param name the name as written in the URL
 * @param port -1 if the URL has none
 */
public record UpstreamHost(String name, int port) {

    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+)(?::(\\d{1,5}))?");
    private static final int MAX_PORT = 65_535;

    /** Resolves names to addresses. */
    @FunctionalInterface
    interface Resolver {

        InetAddress resolve(String name) throws UnknownHostException;
    }

    /** The host of an http or https URL; empty if it has none, or contains user info. */
    public static Optional<UpstreamHost> of(URI url) {
        if (url.getHost() != null) {
            return url.getRawUserInfo() == null
                    ? Optional.of(new UpstreamHost(url.getHost(), url.getPort()))
                    : Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
        // No certificate can be verified against such a name.
        if (!"http".equals(url.getScheme()) || !authority.matches()) {
            return Optional.empty();
        }
        int port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
        return port > MAX_PORT ? Optional.empty() : Optional.of(new UpstreamHost(authority.group(1), port));
    }

    /** The value of the {@code Host} header. */
    String authority() {
        return port < 0 ? name : name + ":" + port;
    }

    /** The URL with an address instead of this host's name. */
    URI numeric(URI url, Resolver resolver) throws UnknownHostException {
        InetAddress address = resolver.resolve(name);
        String text = address.getHostAddress();
        String host = address instanceof Inet6Address ? "[" + text.replaceFirst("%.*", "") + "]" : text;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(
                url.getScheme() + "://" + new UpstreamHost(host, port).authority() + url.getRawPath() + query);
    }
}
