package com.ones1ght.adapters.rest.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "'', 127.0.0.1, false",
        "' , ', ::1, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 203.0.113.9, false",
        "2001:db8::/33, 2001:db8:7fff::, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "2001:db8::1/128, 2001:db8::1, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "'192.0.2.7 , fd00::/8', fd12::1, true"
    })
    void rangesShouldContainTheirAddresses(String ranges, String address, boolean contained) {
        assertThat(TrustedProxies.parse(ranges)
                        .contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.internal",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/08",
                "10.0.0.0/255.0.0.0",
                "10.1.2.3/8",
                "2001:db8::1/64",
                "::/129",
                "::/99999999999",
                "10.0.0.0/8 10.1.0.0/16",
                "*"
            })
    void mistakesShouldBeRefused(String ranges) {
        assertThatThrownBy(() -> TrustedProxies.parse("127.0.0.1," + ranges))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ranges.split("/")[0]);
    }
}
