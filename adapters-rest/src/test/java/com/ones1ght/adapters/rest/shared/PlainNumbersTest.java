package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumbersTest {

    @ParameterizedTest
    @CsvSource({"5900.0,5900", "1E+3,1000", "0.250,0.25", "-0.0,0", "0E+5,0", "12,12", "1E-7,0.0000001"})
    void numbersAreWrittenAsPeopleDo(BigDecimal number, String written) {
        assertThat(PlainNumbers.of(number)).isEqualTo(written);
    }

    @Test
    void coordinatesHaveNoNeedlessFraction() {
        assertThat(PlainNumbers.of(28.0)).isEqualTo("28");
        assertThat(PlainNumbers.of(22.794)).isEqualTo("22.794");
    }

    @Test
    void monstrousExponentsAreNotSpeltOut() {
        assertThat(PlainNumbers.of(new BigDecimal("1E+2000000000"))).hasSizeLessThan(20);
        assertThat(PlainNumbers.of(new BigDecimal("1E-2000000000"))).hasSizeLessThan(20);
    }
}
