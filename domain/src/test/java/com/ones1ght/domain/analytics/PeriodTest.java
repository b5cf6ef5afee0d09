package com.ones1ght.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.shared.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final Instant NOON = Instant.parse("2026-04-17T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 17);

    @Test
    void periodShouldHaveAnEndAfterItsBeginning() {
        assertThatThrownBy(() -> new Period(NOON, NOON))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.property())
                        .isEqualTo("to"));
    }

    @Test
    void periodShouldBeNoLongerThanAYear() {
        assertThat(new Period(NOON, NOON.plus(Duration.ofDays(366))).days()).hasSize(367);
        assertThatThrownBy(
                        () -> new Period(NOON, NOON.plus(Duration.ofDays(366)).plusNanos(1)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.property())
                        .isEqualTo("from"));
    }

    @Test
    void daysShouldBeThoseInUtcThatThePeriodTouches() {
        Instant midnight = Instant.parse("2026-04-18T00:00:00Z");

        assertThat(new Period(NOON, midnight).days()).containsExactly(DAY);
        assertThat(new Period(NOON, midnight.plusNanos(1)).days()).containsExactly(DAY, DAY.plusDays(1));
    }
}
