package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the names of a product speak of. */
final class ProductConcepts {

    private ProductConcepts() {}

    /** The keys and families of all foods that the names mention, in any language. */
    static Set<String> of(Product product, Lexicon lexicon) {
        Set<String> concepts = new LinkedHashSet<>();
        for (String name : allNames(product)) {
            concepts.addAll(lexicon.foodsIn(name));
        }
        return concepts;
    }

    /** The name in three languages; the store's own name where it has no translations. */
    static LocalizedText names(Product product) {
        return Optional.ofNullable(product.localizedName()).orElseGet(() -> LocalizedText.same(product.name()));
    }

    static Set<String> allNames(Product product) {
        LocalizedText names = names(product);
        return new LinkedHashSet<>(List.of(product.name(), names.ko(), names.en(), names.ja()));
    }
}
