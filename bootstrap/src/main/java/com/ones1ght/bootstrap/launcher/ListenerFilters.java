package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.http.RequestFilters;
import java.util.List;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Puts filters of our own into the server's HTTP listener, in front of the container: behind the one that parses HTTP. The
 * server has one place where it takes an add-on that it does not know, the support of Comet, which nothing here uses.
 */
final class ListenerFilters implements AddOn {

    /** By this name the server looks for the add-on when {@code comet-support-enabled} is set. */
    static final String NAME = "comet";

    private final RequestFilters requests;
    private final List<Filter> filters;

    /** @param filters in the order in which they see a request; they see it before its body is there */
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
