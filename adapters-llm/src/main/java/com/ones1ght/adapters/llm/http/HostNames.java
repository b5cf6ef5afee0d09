package com.ones1ght.adapters.llm.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;

/** Addresses requests, including hosts whose names {@link java.net.http.HttpClient} rejects. Thread-safe. */
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
     * A request to this URL. A name that the client rejects is resolved here for each request, which is cheap, because
     * the JVM caches names.
     *
     * @throws UnknownHostException if such a name has no address
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
            // Unless the JVM permits it, only the client sets this header, to the address.
            return builder;
        }
    }
}
