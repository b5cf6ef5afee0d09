package com.ones1ght.adapters.signage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

    @ParameterizedTest
    @CsvSource({
        "token=s3same, s3same",
        "store=main&token=s3same, s3same",
        "token=first&token=second, first",
        "token=%EC%B0%B8%EA%B9%A8, 참깨",
        "token=caf%C3%A9, café",
        "token=%F0%9F%94%91, 🔑",
        "token=a%2Bb%26c, a+b&c",
        "token=, ''",
        "tokens=x&token=a=b, a=b",
    })
    void valueShouldBeReadAsUtf8(String raw, String value) {
        assertThat(new Query(raw).value("token")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"''", "token", "tok=x", "token=%zz", "token=%"})
    void missingOrMalformedValueShouldBeNull(String raw) {
        assertThat(new Query(raw).value("token")).isNull();
    }

    @Test
    void absentQueryShouldHaveNoValues() {
        assertThat(new Query(null).value("token")).isNull();
    }
}
