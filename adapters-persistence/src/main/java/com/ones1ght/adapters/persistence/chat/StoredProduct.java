package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product in the shape in which it is stored, with its name in the round's language. */
record StoredProduct(
        long id,
        String name,
        @Nullable String brand,
        @Nullable String barcode,
        BigDecimal price,
        String priceUnit,
        @Nullable String srcUrl,
        @Nullable Integer quantity,
        @Nullable String sectionCode,
        @Nullable String sectionName,
        @Nullable Location location) {

    static StoredProduct of(Product product) {
        return new StoredProduct(
                product.id().value(),
                product.name(),
                product.brand(),
                product.barcode(),
                product.price(),
                product.priceUnit(),
                product.imageUrl(),
                product.quantity(),
                product.sectionCode(),
                product.sectionName(),
                product.location());
    }

    Product toDomain() {
        return new Product(
                new ProductId(id),
                name,
                null,
                brand,
                barcode,
                price,
                priceUnit,
                srcUrl,
                quantity,
                sectionCode,
                sectionName,
                location);
    }
}
