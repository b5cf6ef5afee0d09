package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-04-29T05:28:08Z",
                "2024-02-29T23:59:59.999999Z",
                "2026-12-31T00:00:00Z",
                "1969-12-31T23:59:59.5Z",
                "0000-01-01T00:00:00Z",
                "0987-10-09T01:02:03Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z"
            })
    void wholeSecondsShouldBeThoseOfTheInstant(String text) {
        Instant instant = Instant.parse(text);

        assertThat(Timestamps.seconds(instant))
                .isEqualTo(instant.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
