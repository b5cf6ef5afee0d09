package com.ones1ght.adapters.signage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    @ParameterizedTest
    @CsvSource({
        "4900, ₩, 17, 4067.00",
        "2980, ₩, 5, 2831.00",
        "1999, 원, 33, 1339.00",
        "101, ¥, 50, 51.00",
        "10000000, 원, 99.5, 50000.00",
        "9.99, €, 10, 8.99",
        "10, $, 33, 6.70",
        "100.50, ₩, 10, 90.45",
        "4900, ₩, 100, 0.00"
    })
    void discountShouldBeRoundedToTheSmallestUnit(String price, String unit, String percent, String reduced) {
        assertThat(Price.of(new BigDecimal(price), unit).orElseThrow().reducedBy(new BigDecimal(percent)))
                .hasValueSatisfying(sale -> {
                    assertThat(sale.amount()).isEqualTo(reduced);
                    assertThat(sale.unit()).isEqualTo(unit);
                });
    }

    @ParameterizedTest
    @CsvSource({"10, ₩, 1", "0, ₩, 50", "0.01, $, 10", "999999999999, ₩, 0.00000000000001"})
    void discountThatRoundsToNothingShouldNotBeShown(String price, String unit, String percent) {
        assertThat(Price.of(new BigDecimal(price), unit).orElseThrow().reducedBy(new BigDecimal(percent)))
                .isEmpty();
    }
}
