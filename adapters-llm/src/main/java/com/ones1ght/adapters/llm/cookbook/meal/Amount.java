package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Measure;
import java.math.BigDecimal;

/**
 * How much of an ingredient.
 *
 * @param quantity above 0
 * @param measure the unit of {@code quantity}
 */
record Amount(BigDecimal quantity, Measure measure) {

    /** Both together; they are of one measure. */
    Amount plus(Amount other) {
        return new Amount(quantity.add(other.quantity), measure);
    }
}
