package com.ones1ght.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "7,PT7S",
        "' 7 ',PT7S",
        "0,PT0S",
        "'Sun, 01 Mar 2026 10:00:30 GMT',PT30S",
        "'Sun, 01 Mar 2026 09:00:00 GMT',PT0S"
    })
    void secondsAndDatesShouldBeParsed(String header, Duration expected) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999", "2026-03-01T10:00:30Z"})
    void anythingElseShouldBeNoDelay(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }

    @Test
    void noHeaderShouldBeNoDelay() {
        assertThat(RetryAfter.parse(null, NOW)).isNull();
    }
}
