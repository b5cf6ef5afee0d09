package com.ones1ght.adapters.rest.forwarding;

import java.util.Arrays;
import java.util.List;

/** The addresses whose statements about the client are believed. */
public final class TrustedProxies {

    /** The addresses that share the first bits of one address. */
    private record Range(IpAddress network, int prefixBits) {

        boolean contains(IpAddress address) {
            return network.sharesPrefix(address, prefixBits);
        }
    }

    private final List<Range> ranges;

    private TrustedProxies(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads addresses and ranges in CIDR notation, separated by commas: {@code 10.0.0.0/8, 2001:db8::/32, 192.0.2.7}.
     *
     * @throws IllegalArgumentException if one is malformed, or has bits after its prefix
     */
    public static TrustedProxies parse(String ranges) {
        return new TrustedProxies(Arrays.stream(ranges.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(TrustedProxies::range)
                .toList());
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        IpAddress network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text + " is not an IP address or a range of them"));
        if (slash < 0) {
            return new Range(network, network.bits());
        }
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(prefix) > network.bits()) {
            throw new IllegalArgumentException(text + " has no prefix length from 0 to " + network.bits());
        }
        int prefixBits = Integer.parseInt(prefix);
        if (!network.hasZerosFrom(prefixBits)) {
            // 10.1.2.3/8 may be meant as 10.1.2.3/32: trusting too many is worse than not starting.
            throw new IllegalArgumentException(text + " has bits set after its prefix");
        }
        return new Range(network, prefixBits);
    }

    boolean contains(IpAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
