package com.ones1ght.adapters.llm.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;

/** Addresses requests, also to hosts whose names {@link java.net.http.HttpClient} does not take. Thread-safe. */
final class HostNames {

    private static final String HOST = "Host";

    private final UpstreamHost.Resolver resolver;

    HostNames(UpstreamHost.Resolver resolver) {
        this.resolver = resolver;
    }

    static HostNames ofTheSystem() {
        return new HostNames(InetAddress::getByName);
    }

    /**
     * A request to this URL. A name that the client does not take is looked up here, anew for each request, which is
     * cheap: the JVM remembers names for a while.
     *
     * @throws UnknownHostException when such a name has no address
     */
    HttpRequest.Builder to(URI url) throws UnknownHostException {
        if (url.getHost() != null) {
            return HttpRequest.newBuilder(url);
        }
        UpstreamHost host = UpstreamHost.of(url).orElseThrow(() -> new UnknownHostException("no host in the URL"));
        HttpRequest.Builder builder = HttpRequest.newBuilder(host.numeric(url, resolver));
        try {
            return builder.header(HOST, host.authority());
        } catch (IllegalArgumentException restricted) {
            // Unless the JVM was told otherwise, the client alone writes this header: with the address.
            return builder;
        }
    }
}
