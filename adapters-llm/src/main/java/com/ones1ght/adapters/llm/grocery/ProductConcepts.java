package com.ones1ght.adapters.llm.grocery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The foods that the names of products mention. Names recur with every request, so they are analysed once. */
final class ProductConcepts {

    /** More than a supermarket has products. */
    private static final int MAX_NAMES = 50_000;

    private static final Cache<Names, Set<String>> FOODS_BY_NAMES =
            Caffeine.newBuilder().maximumSize(MAX_NAMES).executor(Runnable::run).build();

    private ProductConcepts() {}

    /** The keys and families of all foods that the names mention, in any language. */
    static Set<String> of(Product product) {
        return FOODS_BY_NAMES.get(Names.of(product), ignored -> {
            Set<String> concepts = new LinkedHashSet<>();
            for (String name : allNames(product)) {
                concepts.addAll(LanguageAnalyzer.bundled().analyze(name).foods());
            }
            return Collections.unmodifiableSet(concepts);
        });
    }

    /** The name in three languages; the store's own name where it has no translations. */
    static LocalizedText names(Product product) {
        return Optional.ofNullable(product.localizedName()).orElseGet(() -> LocalizedText.same(product.name()));
    }

    /** The section's name in three languages; the store's own name where it has no translations, or its code. */
    static LocalizedText section(Product product) {
        return Optional.ofNullable(product.localizedSectionName())
                .orElseGet(() -> LocalizedText.same(Objects.requireNonNullElseGet(
                        product.sectionName(), () -> String.valueOf(product.sectionCode()))));
    }

    static Set<String> allNames(Product product) {
        LocalizedText names = names(product);
        return new LinkedHashSet<>(List.of(product.name(), names.ko(), names.en(), names.ja()));
    }

    /** All that a product is called. */
    record Names(String own, @Nullable LocalizedText translated) {

        static Names of(Product product) {
            return new Names(product.name(), product.localizedName());
        }
    }
}
