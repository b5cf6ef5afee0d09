package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Products by what matters of them. */
final class Products {
    private Products() {}

    static Product inSection(long id, @Nullable String sectionCode) {
        return aProduct(id, null, "100", sectionCode, null);
    }

    static Product at(long id, @Nullable Location location) {
        return aProduct(id, null, "100", "PR", location);
    }

    static Product priced(long id, String price) {
        return aProduct(id, null, price, "PR", null);
    }

    static Product named(long id, LocalizedText name) {
        return aProduct(id, name, "100", "PR", null);
    }

    static Product named(long id, String name, ProductDietaryData dietary) {
        return aProduct(id, name, null, "100", "PR", null, dietary);
    }

    static Map<ProductId, Product> byId(Product... products) {
        return Arrays.stream(products).collect(Collectors.toMap(Product::id, Function.identity()));
    }

    private static Product aProduct(
            long id,
            @Nullable LocalizedText name,
            String price,
            @Nullable String sectionCode,
            @Nullable Location location) {
        return aProduct(id, "product " + id, name, price, sectionCode, location, ProductDietaryData.UNKNOWN);
    }

    private static Product aProduct(
            long id,
            String name,
            @Nullable LocalizedText localizedName,
            String price,
            @Nullable String sectionCode,
            @Nullable Location location,
            ProductDietaryData dietary) {
        return new Product(
                new ProductId(id),
                name,
                localizedName,
                null,
                null,
                new BigDecimal(price),
                "₩",
                null,
                null,
                sectionCode,
                null,
                null,
                location,
                dietary);
    }
}
