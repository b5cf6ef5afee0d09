package com.ones1ght.adapters.rest.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOriginsTest {

    private static final String PROXY = "10.0.0.1";

    private final RequestOrigins origins = new RequestOrigins(Optional.of("10.0.0.0/8, fd00::/8"));

    /** @param headers names and values in turn */
    private static HttpServletRequest request(String peer, String contextPath, String... headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestOriginsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getContextPath" -> contextPath;
                    case "getHeader" ->
                        values((String) arguments[0], headers).stream()
                                .findFirst()
                                .orElse(null);
                    case "getHeaders" -> Collections.enumeration(values((String) arguments[0], headers));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<String> values(String name, String... headers) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equalsIgnoreCase(name)) {
                values.add(headers[i + 1]);
            }
        }
        return values;
    }

    private String client(String peer, String... headers) {
        return origins.resolve(request(peer, "", headers)).address();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "11.0.0.1", "2001:db8::5", "127.0.0.1"})
    void strangersShouldNotBeBelieved(String peer) {
        RequestOrigin origin = origins.resolve(request(
                peer,
                "/gw",
                "Host",
                "gw.example",
                "Forwarded",
                "for=192.0.2.1;host=evil.example",
                "X-Forwarded-For",
                "192.0.2.1",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Prefix",
                "/evil"));

        assertThat(origin.address()).isEqualTo(peer);
        assertThat(origin.host()).isEqualTo("gw.example");
        assertThat(origin.basePath()).isEqualTo("/gw");
    }

    @Test
    void nobodyShouldBeTrustedByDefault() {
        RequestOrigins unconfigured = new RequestOrigins(Optional.empty());

        assertThat(unconfigured
                        .resolve(request("127.0.0.1", "", "X-Forwarded-For", "192.0.2.1"))
                        .address())
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1|192.0.2.1",
                "192.0.2.1:4711|192.0.2.1",
                "2001:db8::1|2001:db8::1",
                "[2001:db8::1]|2001:db8::1",
                "[2001:DB8::1]:443|2001:db8::1",
                "::ffff:192.0.2.1|192.0.2.1",
                // The client's own header comes before what the proxy has appended.
                "6.6.6.6, 192.0.2.1|192.0.2.1",
                "10.9.9.9, 192.0.2.1|192.0.2.1",
                "not an address, 192.0.2.1|192.0.2.1",
                "6.6.6.6, 192.0.2.1, 10.0.0.2, fd00::3|192.0.2.1",
                "192.0.2.1,10.0.0.2|192.0.2.1",
                // Clients of the internal network.
                "10.0.0.7, 10.0.0.2|10.0.0.7",
                // What cannot be read ends the way at the last proxy that is known.
                "192.0.2.1, unknown|10.0.0.1",
                "192.0.2.1, unknown, 10.0.0.2|10.0.0.2",
                "192.0.2.1, 10.0.0.2,|10.0.0.1",
                "192.0.2.1:99999999|10.0.0.1",
                "[192.0.2.1]|10.0.0.1",
                "[2001:db8::1|10.0.0.1",
                "[2001:db8::1]x|10.0.0.1",
                "192.0.2.1:|10.0.0.1",
                "localhost|10.0.0.1",
                "10.0.0.1\u0000192.0.2.1|10.0.0.1"
            })
    void xForwardedForShouldBeWalkedFromTheRight(String header, String client) {
        assertThat(client(PROXY, "X-Forwarded-For", header)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.1|192.0.2.1",
                "for=6.6.6.6, for=192.0.2.1|192.0.2.1",
                "for=6.6.6.6, for=192.0.2.1, for=10.0.0.2|192.0.2.1",
                "for=_hidden, for=10.0.0.2|10.0.0.2",
                "for=unknown|10.0.0.1",
                "proto=https|10.0.0.1",
                "for=192.0.2.1, garbage|10.0.0.1"
            })
    void forwardedShouldBeWalkedFromTheRight(String header, String client) {
        assertThat(client(PROXY, "Forwarded", header)).isEqualTo(client);
    }

    @Test
    void linesOfAHeaderShouldCountInTheirOrder() {
        assertThat(client(PROXY, "X-Forwarded-For", "6.6.6.6", "X-Forwarded-For", "192.0.2.1, 10.0.0.2"))
                .isEqualTo("192.0.2.1");
        assertThat(client(PROXY, "Forwarded", "for=\"6.6.6.6", "Forwarded", "for=192.0.2.1"))
                .as("a malformed line does not spoil what a proxy has added as a line of its own")
                .isEqualTo("192.0.2.1");
        assertThat(client(PROXY, "X-Forwarded-For", "192.0.2.1", "X-Forwarded-For", "  "))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void headersThatContradictEachOtherShouldBothBeIgnored() {
        assertThat(client(PROXY, "Forwarded", "for=6.6.6.6", "X-Forwarded-For", "192.0.2.1"))
                .isEqualTo(PROXY);
        assertThat(client(PROXY, "Forwarded", "for=\"", "X-Forwarded-For", "192.0.2.1"))
                .isEqualTo(PROXY);
        assertThat(client(PROXY, "Forwarded", "for=192.0.2.1;proto=https", "X-Forwarded-For", "6.6.6.6, 192.0.2.1"))
                .isEqualTo("192.0.2.1");
        assertThat(client(PROXY, "Forwarded", "", "X-Forwarded-For", "192.0.2.1"))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void chainsShouldBeFollowedForSomeHopsOnly() {
        String chain = IntStream.range(0, 100).mapToObj(i -> "10.0.1." + i).collect(Collectors.joining(", "));

        assertThat(client(PROXY, "X-Forwarded-For", "192.0.2.1, " + chain)).isEqualTo("10.0.1.68");
    }

    @Test
    void hugeHeadersShouldBeReadFromTheirEnd() {
        String huge = "1".repeat(100_000);

        assertThat(client(PROXY, "X-Forwarded-For", huge + ", 192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(client(PROXY, "X-Forwarded-For", ", ".repeat(50_000) + "192.0.2.1"))
                .isEqualTo("192.0.2.1");
        assertThat(client(PROXY, "X-Forwarded-For", huge)).isEqualTo(PROXY);
        assertThat(client(PROXY, "Forwarded", "for=" + huge + ", for=192.0.2.1"))
                .isEqualTo(PROXY);
    }

    @Test
    void peersWithoutAnIpAddressShouldBeTakenAsTheyAre() {
        RequestOrigin origin = origins.resolve(request("unix:", "", "X-Forwarded-For", "192.0.2.1"));

        assertThat(origin.address()).isEqualTo("unix:");
        assertThat(origin.network()).isEqualTo("unix:");
    }

    @Test
    void ipv6ClientsShouldCountByTheirNetwork() {
        RequestOrigin origin = origins.resolve(request("fd00::1%eth0", "", "X-Forwarded-For", "2001:db8:1:2::99"));

        assertThat(origin.address()).isEqualTo("2001:db8:1:2::99");
        assertThat(origin.network()).isEqualTo("2001:db8:1:2::/64");
    }

    @Test
    void hostShouldBeTheOneThatTheClientNamed() {
        assertThat(host("Host", "internal:8080")).isEqualTo("internal:8080");
        assertThat(host("Host", "internal", "X-Forwarded-Host", "gw.example:8443"))
                .isEqualTo("gw.example:8443");
        assertThat(host("Host", "internal", "Forwarded", "for=192.0.2.1;host=gw.example"))
                .isEqualTo("gw.example");
        assertThat(host("Host", "internal", "Forwarded", "for=6.6.6.6;host=evil.example, for=192.0.2.1"))
                .isEqualTo("internal");
        assertThat(host("Host", "internal", "X-Forwarded-Host", "evil.example", "X-Forwarded-Host", "gw.example"))
                .isEqualTo("internal");
        assertThat(host("Host", "internal", "X-Forwarded-Host", "a, b")).isEqualTo("internal");
    }

    private String host(String... headers) {
        return origins.resolve(request(PROXY, "", headers)).host();
    }

    @ParameterizedTest
    @CsvSource({"/shop,/shop/gw", "/a/b-1/~c.d/,/a/b-1/~c.d/gw"})
    void prefixShouldComeBeforeTheContextPath(String prefix, String basePath) {
        assertThat(basePath(prefix)).isEqualTo(basePath);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop", "/", "//evil.example", "/a/../b", "/.", "/a b", "/\"x", "/a,/b", "/<x>", "/%2e%2e", "/ä"
            })
    void otherPrefixesShouldBeIgnored(String prefix) {
        assertThat(basePath(prefix)).isEqualTo("/gw");
        assertThat(basePath("/a".repeat(9))).isEqualTo("/gw");
        assertThat(basePath("/" + "a".repeat(65))).isEqualTo("/gw");
    }

    private String basePath(String prefix) {
        return origins.resolve(request(PROXY, "/gw", "X-Forwarded-Prefix", prefix))
                .basePath();
    }
}
