package com.ones1ght.domain.store;

import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as the store sells it.
 *
 * @param name the store's own name of it
 * @param localizedName null where the store has no translations
 * @param barcode as the store has it; not necessarily a valid EAN-13
 * @param price in {@code priceUnit}, not negative
 * @param priceUnit the currency sign, for example {@code ₩} or {@code ¥}; null where the store does not say
 * @param quantity the stock
 * @param sectionCode the two-letter code of its section, for example {@code PR}
 * @param localizedSectionName the section's name in three languages, where the store has it
 * @param dietary what the store says about its allergens and the diets that it suits
 */
public record Product(
        ProductId id,
        String name,
        @Nullable LocalizedText localizedName,
        @Nullable String brand,
        @Nullable String barcode,
        BigDecimal price,
        @Nullable String priceUnit,
        @Nullable String imageUrl,
        @Nullable Integer quantity,
        @Nullable String sectionCode,
        @Nullable String sectionName,
        @Nullable LocalizedText localizedSectionName,
        @Nullable Location location,
        ProductDietaryData dietary) {

    public Product {
        Require.notNull(id, "id");
        Require.notBlank(name, "name");
        Require.notNull(price, "price");
        Require.that(price.signum() >= 0, "price", "not be negative");
        // Products that were stored before stores said anything about it.
        dietary = dietary == null ? ProductDietaryData.UNKNOWN : dietary;
    }

    /** The price for people, preceded by its unit if there is one. */
    public String priceText() {
        return (priceUnit == null ? "" : priceUnit) + price.toPlainString();
    }

    /** The name in the given language, or the store's own name where it has no translations. */
    public String nameIn(Language language) {
        return localizedName == null ? name : localizedName.in(language);
    }

    /** The section's name in the given language, or the store's own name where it has no translations. */
    public @Nullable String sectionIn(Language language) {
        return localizedSectionName == null ? sectionName : localizedSectionName.in(language);
    }

    /** The product with its name and its section's in the given language only. */
    public Product namedIn(Language language) {
        return new Product(
                id,
                nameIn(language),
                null,
                brand,
                barcode,
                price,
                priceUnit,
                imageUrl,
                quantity,
                sectionCode,
                sectionIn(language),
                null,
                location,
                dietary);
    }
}
