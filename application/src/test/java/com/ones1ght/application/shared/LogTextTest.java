package com.ones1ght.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {

    @ParameterizedTest
    @CsvSource({
        "'a\nb',a\\u000ab",
        "'a\r\nb',a\\u000d\\u000ab",
        "'a\tb',a\\u0009b",
        "'\u001b[31mred',\\u001b[31mred",
        "a\u0085b,a\\u0085b",
        "a\u2028b\u2029c,a\\u2028b\\u2029c",
        "'right\u202eto left',right\\u202eto left",
        "zero\u200bwidth,zero\\u200bwidth",
        "tag\uDB40\uDC41,tag\\udb40\\udc41",
        "lone\uD800,lone\\ud800",
        "back\\slash n,back\\\\slash n",
        "서울 1호점 ✓ 🍜,서울 1호점 ✓ 🍜",
        "'{0} ''quoted'' \"twice\"','{0} ''quoted'' \"twice\"'"
    })
    void textShouldStayOnItsLineAndBeReadable(String text, String line) {
        assertThat(LogText.of(text)).isEqualTo(line);
    }

    @Test
    void longTextShouldBeCutBetweenCharacters() {
        assertThat(LogText.of("🍜".repeat(500))).isEqualTo("🍜".repeat(500));
        assertThat(LogText.of("🍜".repeat(501))).isEqualTo("🍜".repeat(500) + "…");
    }

    @Test
    void failureShouldBeNamedWithItsMessage() {
        assertThat(LogText.of(new IllegalStateException("a\nb")))
                .isEqualTo("java.lang.IllegalStateException: a\\u000ab");
        assertThat(LogText.of((String) null)).isEqualTo("null");
    }
}
