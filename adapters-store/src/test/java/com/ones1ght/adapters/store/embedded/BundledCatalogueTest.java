package com.ones1ght.adapters.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The invariants of the bundled catalogue. */
class BundledCatalogueTest {

    private static final double PLAN_WIDTH = 44;
    private static final double PLAN_DEPTH = 26;

    private final Map<String, Section> sections = Section.bundled();
    private final List<CatalogueEntry> entries = Catalogue.bundledEntries();
    private final List<Product> products =
            entries.stream().map(CatalogueEntry::product).toList();

    @Test
    void everySectionShouldHaveAtLeastTenProductsAndTheStoreFourHundred() {
        Map<String, Long> bySection = products.stream()
                .collect(Collectors.groupingBy(
                        product -> Objects.requireNonNull(product.sectionCode()), Collectors.counting()));

        assertThat(bySection)
                .containsOnlyKeys(
                        "PR", "DL", "BK", "SW", "SN", "AL", "DY", "DR", "PA", "MT", "FI", "FR", "EC", "HH", "CK")
                .allSatisfy((code, count) -> assertThat(count).as(code).isGreaterThanOrEqualTo(10));
        assertThat(products).hasSizeGreaterThanOrEqualTo(420);
    }

    @Test
    void idsBarcodesAndGenericKeysShouldBeUnique() {
        assertThat(products).extracting(Product::id).doesNotHaveDuplicates();
        assertThat(products).extracting(Product::barcode).doesNotHaveDuplicates();
        assertThat(entries)
                .extracting(entry -> NameAnalyzers.compact(entry.key()))
                .doesNotHaveDuplicates();
    }

    @Test
    void barcodesShouldBeValidEan13OfTheInStoreRange() {
        assertThat(products)
                .extracting(Product::barcode)
                .allMatch(barcode -> barcode != null && barcode.matches("2[0-9]{12}") && hasRightCheckDigit(barcode));
    }

    @Test
    void everyProductShouldHaveThreeNamesAPriceABrandAndStock() {
        assertThat(products).allSatisfy(product -> {
            var name = Objects.requireNonNull(product.localizedName());
            assertThat(List.of(name.ko(), name.en(), name.ja())).noneMatch(String::isBlank);
            assertThat(product.name()).isEqualTo(name.ko());
            assertThat(name.en()).matches("[\\p{IsLatin}0-9 ,.'&%+()×-]+");
            assertThat(product.price()).isPositive();
            assertThat(product.priceUnit()).isEqualTo("₩");
            assertThat(product.brand()).isNotBlank();
            assertThat(product.quantity()).isPositive();
        });
    }

    @Test
    void noTwoProductsShouldLookTheSame() {
        assertThat(products).extracting(Product::name).doesNotHaveDuplicates();
        assertThat(products)
                .extracting(product ->
                        Objects.requireNonNull(product.localizedName()).en())
                .doesNotHaveDuplicates();
        assertThat(products)
                .extracting(product ->
                        Objects.requireNonNull(product.localizedName()).ja())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFullNameShouldIdentifyOneProduct() {
        Map<String, Set<String>> productsByName = new HashMap<>();
        for (CatalogueEntry entry : entries) {
            Stream.concat(Stream.of(entry.key()), entry.names().stream())
                    .map(name -> NameAnalyzers.compact(name))
                    .forEach(name -> productsByName
                            .computeIfAbsent(name, n -> new HashSet<>())
                            .add(entry.key()));
        }

        assertThat(productsByName)
                .allSatisfy((name, keys) -> assertThat(keys).as(name).hasSize(1));
    }

    @Test
    void everyProductShouldBeLocatedInItsSection() {
        assertThat(products).allSatisfy(product -> {
            Location location = Objects.requireNonNull(product.location());
            assertThat(location.radius()).isEqualTo(0.5);
            assertThat(Objects.requireNonNull(sections.get(product.sectionCode()))
                            .contains(location))
                    .isTrue();
        });
    }

    @Test
    void sectionsShouldBeOnTheFloorPlanWithoutOverlap() {
        Collection<Section> all = sections.values();

        assertThat(all)
                .allMatch(section -> section.left() >= 0
                        && section.left() < section.right()
                        && section.right() <= PLAN_WIDTH
                        && section.bottom() >= 0
                        && section.bottom() < section.top()
                        && section.top() <= PLAN_DEPTH);
        assertThat(all).allMatch(section -> all.stream()
                .filter(other -> other != section)
                .noneMatch(other -> section.left() < other.right()
                        && other.left() < section.right()
                        && section.bottom() < other.top()
                        && other.bottom() < section.top()));
    }

    @Test
    void theProductPictureShouldBeBundled() {
        assertThat(products)
                .extracting(Product::imageUrl)
                .allMatch(url -> BundledCatalogueTest.class.getResource("/META-INF/resources" + url) != null);
    }

    private static boolean hasRightCheckDigit(String barcode) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += Character.digit(barcode.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
