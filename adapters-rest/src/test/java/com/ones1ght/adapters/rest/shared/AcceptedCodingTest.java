package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedCodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "gzip, deflate, br",
                "br;q=1.0,gzip;q=0.8,*;q=0.1",
                "deflate , gzip ; q=0.001",
                "*",
                "*;q=0.5",
                "identity;q=0.5, gzip;q=0.5",
                "identity;q=0,gzip;Q=1.000",
                "gzip;x=y;q=1"
            })
    void gzipThatIsAcceptedShouldBeSent(String header) {
        assertThat(AcceptedCoding.isGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br, deflate",
                "gzip;q=0",
                "gzip;q=0.000",
                "gzip;q=0, *",
                "*;q=0",
                "identity, gzip;q=0.5",
                "gzip;q=2",
                "gzip;q=-1",
                "gzip;q=NaN",
                "gzip;q=",
                "gzipped",
                ";q=1",
                ","
            })
    void gzipThatIsRefusedOrNotNamedShouldNotBeSent(String header) {
        assertThat(AcceptedCoding.isGzip(header)).isFalse();
    }

    @Test
    void withoutTheHeaderNothingShouldBeCompressed() {
        assertThat(AcceptedCoding.isGzip(null)).isFalse();
    }
}
