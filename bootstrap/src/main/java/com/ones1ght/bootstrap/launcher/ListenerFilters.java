package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.http.RequestFilters;
import java.util.List;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Installs our filters in the server's HTTP listener, between the parsing of HTTP and the container. The only extension
 * point of the server for this is its support of Comet, which is otherwise unused.
 */
final class ListenerFilters implements AddOn {

    /** The server looks up the add-on by this name when {@code comet-support-enabled} is set. */
    static final String NAME = "comet";

    private final RequestFilters requests;
    private final List<Filter> filters;

    /** @param filters in the order of processing; they see a request before its body has arrived */
    ListenerFilters(RequestFilters requests, List<Filter> filters) {
        this.requests = requests;
        this.filters = List.copyOf(filters);
    }

    @Override
    public void setup(NetworkListener unused, FilterChainBuilder chain) {
        requests.install(chain);
        chain.addAll(chain.indexOfType(HttpServerFilter.class) + 1, filters);
    }
}
