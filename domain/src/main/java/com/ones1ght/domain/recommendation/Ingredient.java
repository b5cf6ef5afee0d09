package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An ingredient of a meal.
 *
 * @param name in three languages
 * @param category the section of the store, for example {@code Produce}
 * @param quantity in {@code quantityUnit}; above 0, may be fractional
 * @param quantityUnit in three languages, for example {@code 모 / block / 丁}
 */
public record Ingredient(
        LocalizedText name,
        @Nullable String category,
        @Nullable BigDecimal quantity,
        @Nullable LocalizedText quantityUnit) {

    public Ingredient {
        Require.notNull(name, "name");
        Require.that(quantity == null || quantity.signum() > 0, "quantity", "be above 0");
    }
}
