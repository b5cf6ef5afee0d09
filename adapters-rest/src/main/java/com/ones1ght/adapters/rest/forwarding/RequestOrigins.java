package com.ones1ght.adapters.rest.forwarding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where requests come from. What {@code Forwarded} and {@code X-Forwarded-*} say counts only as far as trusted
 * proxies have said it: from the right, each address is that of the peer of a proxy that is trusted itself.
 */
@Dependent
public class RequestOrigins {

    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_HOST = "X-Forwarded-Host";
    private static final String FORWARDED_PREFIX = "X-Forwarded-Prefix";

    /** No chain of proxies needs longer headers: beyond it, they are not read. */
    private static final int MAX_LENGTH = 4_096;

    private static final int MAX_HOPS = 32;

    /** Without characters that mean something in YAML, JSON or HTML. */
    private static final Pattern PREFIX = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]{1,64}){1,8}/?");

    private final TrustedProxies proxies;

    @Inject
    public RequestOrigins(@ConfigProperty(name = "ones1ght.http.trusted-proxies") Optional<String> proxies) {
        this.proxies = TrustedProxies.parse(proxies.orElse(""));
    }

    /** The origin of a request, by its peer and its headers. */
    public RequestOrigin resolve(HttpServletRequest request) {
        Optional<IpAddress> peer = IpAddress.parse(request.getRemoteAddr());
        if (peer.isEmpty()) {
            String address = request.getRemoteAddr();
            return new RequestOrigin(address, address, request.getHeader("Host"), request.getContextPath());
        }
        return peer.filter(proxies::contains).isPresent()
                ? throughProxies(peer.get(), request)
                : origin(peer.get(), request.getHeader("Host"), request.getContextPath());
    }

    private RequestOrigin throughProxies(IpAddress peer, HttpServletRequest request) {
        Hop direct = new Hop(peer, null);
        Optional<Hop> standard = client(direct, hops(lines(request, FORWARDED), RequestOrigins::standard));
        Optional<Hop> common = client(direct, hops(lines(request, FORWARDED_FOR), RequestOrigins::common));
        Hop client = standard.or(() -> common).orElse(direct);
        boolean contradict = standard.isPresent()
                && common.isPresent()
                && !standard.get().address().equals(common.get().address());
        if (contradict) {
            // A proxy that maintains only one of them passes on what the client wrote into the other one.
            client = direct;
        }
        String host = client.host() != null ? client.host() : forwardedHost(request);
        return origin(
                client.address(),
                host != null ? host : request.getHeader("Host"),
                forwardedPrefix(request) + request.getContextPath());
    }

    private static RequestOrigin origin(IpAddress client, @Nullable String host, String basePath) {
        return new RequestOrigin(client.toString(), client.clientNetwork(), host, basePath);
    }

    /** The last hop that a trusted proxy reports; empty without hops. */
    private Optional<Hop> client(Hop direct, List<Hop> hops) {
        if (hops.isEmpty()) {
            return Optional.empty();
        }
        Hop client = direct;
        int first = Math.max(0, hops.size() - MAX_HOPS);
        for (int i = hops.size() - 1; i >= first && proxies.contains(client.address()); i--) {
            Hop hop = hops.get(i);
            if (hop.address() == null) {
                break;
            }
            client = hop;
        }
        return Optional.of(client);
    }

    private static List<Hop> hops(List<String> lines, Function<String, List<Hop>> parser) {
        List<Hop> hops = new ArrayList<>();
        for (String line : lines) {
            hops.addAll(parser.apply(line));
        }
        return hops;
    }

    private static List<Hop> standard(String line) {
        // A cut could fall into a quoted string.
        return line.length() > MAX_LENGTH ? List.of(Hop.UNKNOWN) : ForwardedParser.parse(line);
    }

    private static List<Hop> common(String line) {
        int cut = line.length() > MAX_LENGTH ? line.indexOf(',', line.length() - MAX_LENGTH) + 1 : 0;
        if (cut == 0 && line.length() > MAX_LENGTH) {
            return List.of(Hop.UNKNOWN);
        }
        List<Hop> hops = new ArrayList<>();
        for (String node : line.substring(cut).split(",", -1)) {
            hops.add(Hop.of(node.strip(), null));
        }
        return hops;
    }

    private static List<String> lines(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static @Nullable String forwardedHost(HttpServletRequest request) {
        List<String> hosts = lines(request, FORWARDED_HOST);
        return hosts.size() == 1 ? Hop.usableHost(hosts.get(0)) : null;
    }

    private static String forwardedPrefix(HttpServletRequest request) {
        List<String> prefixes = lines(request, FORWARDED_PREFIX);
        if (prefixes.size() != 1 || !PREFIX.matcher(prefixes.get(0)).matches()) {
            return "";
        }
        String prefix = prefixes.get(0);
        return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }
}
