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
    void sectionShouldComeInTheAskedLanguageWhereTheStoreHasIt() {
        Product translated = inSection("두부 코너", new LocalizedText("두부", "Tofu", "豆腐"));
        Product untranslated = inSection("두부 코너", null);

        assertThat(translated.sectionIn(Language.EN)).isEqualTo("Tofu");
        assertThat(translated.namedIn(Language.JA).sectionName()).isEqualTo("豆腐");
        assertThat(translated.namedIn(Language.JA).sectionIn(Language.EN)).isEqualTo("豆腐");
        assertThat(untranslated.sectionIn(Language.EN)).isEqualTo("두부 코너");
        assertThat(inSection(null, null).sectionIn(Language.EN)).isNull();
    }

    @Test
    void negativePriceShouldBeRefused() {
        assertThatThrownBy(() -> tofu(null, "-1")).hasMessageContaining("price");
    }

    private static Product tofu(@Nullable LocalizedText names, String price) {
        return product(names, price, null, null);
    }

    private static Product inSection(@Nullable String name, @Nullable LocalizedText names) {
        return product(null, "100", name, names);
    }

    private static Product product(
            @Nullable LocalizedText names,
            String price,
            @Nullable String sectionName,
            @Nullable LocalizedText sectionNames) {
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
                sectionName,
                sectionNames,
                null,
                ProductDietaryData.UNKNOWN);
    }
}
