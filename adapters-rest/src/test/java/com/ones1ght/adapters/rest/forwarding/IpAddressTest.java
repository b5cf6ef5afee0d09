package com.ones1ght.adapters.rest.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255, 255.255.255.255",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1, 2001:db8::/64",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1, 2001:db8:0:1::/64",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1, 2001:0:0:1::/64",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1, 2001:db8::/64",
        "::, ::, ::/64",
        "::1, ::1, ::/64",
        "0:0:0:0:0:0:0:1, ::1, ::/64",
        "1::, 1::, 1::/64",
        "fe80::1%eth0, fe80::1, fe80::/64",
        "::ffff:192.0.2.1, 192.0.2.1, 192.0.2.1",
        "::ffff:c000:201, 192.0.2.1, 192.0.2.1",
        "64:ff9b::192.0.2.1, 64:ff9b::c000:201, 64:ff9b::/64"
    })
    void addressesShouldHaveOneForm(String text, String canonical, String network) {
        IpAddress address = IpAddress.parse(text).orElseThrow();

        assertThat(address).hasToString(canonical);
        assertThat(address.clientNetwork()).isEqualTo(network);
        assertThat(IpAddress.parse(canonical)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "a.b.c.d",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4 ",
                "1.2.3.-4",
                "0x7f.0.0.1",
                "1.2.3.4%eth0",
                "%",
                "%1.2.3.4",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "::1.2.3",
                "[::1]",
                "::1]",
                "::g",
                "１.2.3.4",
                "1111:1111:1111:1111:1111:1111:111.111.111.1111"
            })
    void everythingElseShouldBeNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }
}
