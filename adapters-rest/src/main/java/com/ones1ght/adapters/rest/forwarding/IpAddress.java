package com.ones1ght.adapters.rest.forwarding;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address. An IPv4 address that is mapped into IPv6 ({@code ::ffff:192.0.2.1}) is the IPv4 address. */
final class IpAddress {

    private static final int MAX_LENGTH = 45;
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private static final int GROUPS = 8;

    /** An IPv6 client usually has a network of this size to itself. */
    private static final int CLIENT_NETWORK_BYTES = 8;

    private final byte[] octets;

    private IpAddress(byte[] octets) {
        this.octets = octets;
    }

    /** Reads the text form; never asks a name server. The zone of a link-local address, after "%", is ignored. */
    static Optional<IpAddress> parse(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (IPV6.matcher(address).matches()) {
            return parseIpv6(address);
        }
        return zone < 0 ? parseIpv4(address) : Optional.empty();
    }

    private static Optional<IpAddress> parseIpv4(String text) {
        Matcher numbers = IPV4.matcher(text);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        byte[] octets = new byte[4];
        for (int i = 0; i < octets.length; i++) {
            String number = numbers.group(i + 1);
            int value = Integer.parseInt(number);
            // Some systems read a leading zero as octal.
            if (value > 255 || number.length() > 1 && number.startsWith("0")) {
                return Optional.empty();
            }
            octets[i] = (byte) value;
        }
        return Optional.of(new IpAddress(octets));
    }

    private static Optional<IpAddress> parseIpv6(String text) {
        try {
            // In brackets it is never looked up as a name.
            return Optional.of(
                    new IpAddress(InetAddress.getByName("[" + text + "]").getAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The number of bits: 32 or 128. */
    int bits() {
        return octets.length * Byte.SIZE;
    }

    /** Whether both are of the same version and have their first bits in common. */
    boolean sharesPrefix(IpAddress other, int prefixBits) {
        if (octets.length != other.octets.length) {
            return false;
        }
        int whole = prefixBits / Byte.SIZE;
        int rest = prefixBits % Byte.SIZE;
        return Arrays.equals(octets, 0, whole, other.octets, 0, whole)
                && (rest == 0 || ((octets[whole] ^ other.octets[whole]) & 0xff) >> (Byte.SIZE - rest) == 0);
    }

    /** Whether no bit is set after the first ones. */
    boolean hasZerosFrom(int prefixBits) {
        for (int i = prefixBits; i < bits(); i++) {
            if ((octets[i / Byte.SIZE] >> (Byte.SIZE - 1 - i % Byte.SIZE) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The network of one client: an IPv4 address, or the first 64 bits of an IPv6 address. */
    String clientNetwork() {
        if (octets.length == 4) {
            return toString();
        }
        byte[] network = new byte[octets.length];
        System.arraycopy(octets, 0, network, 0, CLIENT_NETWORK_BYTES);
        return new IpAddress(network) + "/" + CLIENT_NETWORK_BYTES * Byte.SIZE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && Arrays.equals(octets, address.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** The canonical text: dotted decimals, or as in RFC 5952. */
    @Override
    public String toString() {
        if (octets.length == 4) {
            return "%d.%d.%d.%d".formatted(octets[0] & 0xff, octets[1] & 0xff, octets[2] & 0xff, octets[3] & 0xff);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (octets[2 * i] & 0xff) << Byte.SIZE | octets[2 * i + 1] & 0xff;
        }
        return compressed(groups);
    }

    /** The first of the longest runs of zeros is left out. */
    private static String compressed(int[] groups) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        if (start < 0) {
            return joined(groups, 0, GROUPS);
        }
        return joined(groups, 0, start) + "::" + joined(groups, start + length, GROUPS);
    }

    private static String joined(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
