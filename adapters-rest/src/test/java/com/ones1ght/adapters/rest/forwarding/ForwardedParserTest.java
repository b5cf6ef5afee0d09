package com.ones1ght.adapters.rest.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "for=192.0.2.60|192.0.2.60",
                "FOR=192.0.2.60;Proto=http;by=203.0.113.43|192.0.2.60",
                "for=192.0.2.43, for=198.51.100.17|192.0.2.43 198.51.100.17",
                "for=192.0.2.43,for=198.51.100.17;by=203.0.113.60;proto=http;host=example.com|192.0.2.43 198.51.100.17@example.com",
                "For=\"[2001:db8:cafe::17]:4711\"|2001:db8:cafe::17",
                "for=\"[2001:db8:cafe::17]\"|2001:db8:cafe::17",
                "for=\"2001:db8:cafe::17\"|2001:db8:cafe::17",
                "for=[2001:db8::1]:80|2001:db8::1",
                "for=\"192.0.2.43:47011\"|192.0.2.43",
                "for=192.0.2.43:47011|192.0.2.43",
                "for=\"192.0.2.43:_port\"|192.0.2.43",
                "for=\"192.0\\.2\\.43\"|192.0.2.43",
                "for=unknown|?",
                "for=_gazonk|?",
                "for=\"_gazonk:80\"|?",
                "for=\"unknown:80\"|?",
                "by=203.0.113.43|?",
                "for=192.0.2.43 ; proto=https|192.0.2.43",
                ";for=192.0.2.43;|192.0.2.43",
                ", for=192.0.2.43,,|192.0.2.43",
                "for=192.0.2.43;ext=\"a,b;c\\\"for=6.6.6.6\"|192.0.2.43",
                "for=192.0.2.43;host=\"gw.example:8443\"|192.0.2.43@gw.example:8443",
                "for=192.0.2.43;host=\"[2001:db8::1]:80\"|192.0.2.43@[2001:db8::1]:80",
                "for=192.0.2.43;host=\"a/../b\"|192.0.2.43",
                "for=192.0.2.43;host=\"<script>\"|192.0.2.43"
            })
    void hopsShouldBeReadInTheirOrder(String line, String hops) {
        assertThat(text(ForwardedParser.parse(line))).isEqualTo(hops);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for",
                "for=",
                "=192.0.2.1",
                "for=192.0.2.1;for=192.0.2.2",
                "for=192.0.2.1;FOR=192.0.2.2",
                "for=192.0.2.1 for=192.0.2.2",
                "for =192.0.2.1",
                "for= 192.0.2.1",
                "for=\"192.0.2.1",
                "for=\"192.0.2.1\\",
                "for=192.0.2.1\"",
                "for=\"\"x, for=192.0.2.1",
                "for=192.0.2.1;proto=@",
                "for=192.0.2.1\u0000",
                "for=１92.0.2.1"
            })
    void anErrorAnywhereShouldMakeTheLineUnreadable(String line) {
        assertThat(ForwardedParser.parse(line)).containsExactly(Hop.UNKNOWN);
    }

    /** What a proxy appends must not end up inside a string of the client. */
    @ParameterizedTest
    @ValueSource(strings = {"for=6.6.6.6;x=\"", "for=\"6.6.6.6", "for=6.6.6.6;x=\"\\", "\"", "x=\"\\\""})
    void openQuotesOfAClientShouldHideNothing(String sent) {
        for (String appended : List.of(
                ", for=192.0.2.1",
                ", for=\"192.0.2.1\"",
                ", for=\"[2001:db8::1]:80\";by=\"[2001:db8::2]\"",
                ",for=192.0.2.1;host=\"gw.example\"")) {
            assertThat(ForwardedParser.parse(sent + appended)).containsExactly(Hop.UNKNOWN);
        }
    }

    @Test
    void emptyLineShouldHaveNoHops() {
        assertThat(ForwardedParser.parse("")).isEmpty();
        assertThat(ForwardedParser.parse(" , ;, ")).isEmpty();
    }

    private static String text(List<Hop> hops) {
        return hops.stream()
                .map(hop -> Objects.toString(hop.address(), "?") + (hop.host() == null ? "" : "@" + hop.host()))
                .collect(Collectors.joining(" "));
    }
}
