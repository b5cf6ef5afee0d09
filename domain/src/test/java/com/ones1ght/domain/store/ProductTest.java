package com.ones1ght.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductTest {

    @Test
    void nameShouldBeInTheGivenLanguageWhereTheStoreHasIt() {
        assertThat(tofu(new LocalizedText("두부", "Tofu", "豆腐"), "100").nameIn(Language.JA))
                .isEqualTo("豆腐");
    }

    @Test
    void storesOwnNameShouldBeUsedWithoutTranslations() {
        assertThat(tofu(null, "100").nameIn(Language.JA)).isEqualTo("TOFU 300g");
    }

    @Test
    void negativePriceShouldBeRefused() {
        assertThatThrownBy(() -> tofu(null, "-1")).hasMessageContaining("price");
    }

    private static Product tofu(@Nullable LocalizedText names, String price) {
        return new Product(
                new ProductId(1),
                "TOFU 300g",
                names,
                null,
                null,
                new BigDecimal(price),
                "₩",
                null,
                null,
                null,
                null,
                null,
                ProductDietaryData.UNKNOWN);
    }
}
