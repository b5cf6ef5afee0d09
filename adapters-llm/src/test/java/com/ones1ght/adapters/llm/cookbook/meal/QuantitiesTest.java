package com.ones1ght.adapters.llm.cookbook.meal;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Measure;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "150, G, 2, 4, 300",
        "1, PIECE, 2, 3, 1.5",
        "0.5, BLOCK, 2, 1, 0.25",
        "1, TSP, 12, 1, 0.25",
        "200, G, 3, 4, 265",
        "2, PIECE, 2, 10, 10"
    })
    void quantitiesShouldScaleToWhatACookCanMeasure(
            BigDecimal quantity, Measure measure, int from, int to, BigDecimal expected) {
        assertThat(Quantities.scale(quantity, measure, from, to)).isEqualByComparingTo(expected);
    }
}
