package com.ones1ght.adapters.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.SignageEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Allergens, possible traces and diets of the bundled products contradict neither each other nor the names. */
class ProductLabelsTest {

    private static final Set<String> NOT_EATEN = Set.of("EC", "HH");
    /** What is made of animals that only a name can show to be slaughtered as a law demands. */
    private static final Set<Allergen> OF_SLAUGHTERED_ANIMALS =
            Set.of(Allergen.PORK, Allergen.BEEF, Allergen.CHICKEN, Allergen.GELATIN);

    private final List<Product> products =
            Catalogue.bundledEntries().stream().map(CatalogueEntry::product).toList();

    @Test
    void everyProductShouldSayAllThree() {
        assertThat(products).allSatisfy(product -> {
            assertThat(allergens(product)).doesNotHaveDuplicates();
            assertThat(traces(product)).doesNotHaveDuplicates().noneMatch(allergens(product)::contains);
            assertThat(diets(product)).doesNotHaveDuplicates();
        });
        assertThat(products).filteredOn(product -> allergens(product).isEmpty()).hasSizeLessThan(products.size() / 2);
    }

    @Test
    void groupsOfWhichTheMembersAreKnownShouldNotBeNamed() {
        assertThat(products).allSatisfy(product -> assertThat(allergens(product))
                .doesNotContain(Allergen.GLUTEN, Allergen.CRUSTACEAN, Allergen.TREE_NUT));
    }

    @Test
    void dietsShouldHoldWhatTheyImplyAndContradictNoAllergen() {
        for (Product product : products) {
            for (Diet diet : diets(product)) {
                assertThat(diet.isBrokenBy(allergens(product)))
                        .as("%s of %s with %s", diet, product.name(), allergens(product))
                        .isFalse();
                assertThat(diets(product))
                        .as(product.name())
                        .containsAll(Arrays.stream(Diet.values())
                                .filter(diet::implies)
                                .toList());
            }
        }
    }

    @Test
    void halalAndKosherShouldBeStatedOnlyWithoutDoubt() {
        assertThat(products)
                .filteredOn(product ->
                        diets(product).contains(Diet.HALAL) || diets(product).contains(Diet.KOSHER))
                .hasSizeGreaterThan(300)
                .allSatisfy(product -> {
                    assertThat(allergens(product))
                            .as(product.name())
                            .doesNotContainAnyElementsOf(OF_SLAUGHTERED_ANIMALS);
                    assertThat(product.sectionCode()).as(product.name()).isNotIn("AL", "MT");
                });
        assertThat(named("mirin|\\bsake\\b|wine|vanilla extract|hand sanitizer|mouthwash"))
                .hasSizeGreaterThan(20)
                .noneMatch(product -> diets(product).contains(Diet.HALAL));
    }

    @Test
    void noMeatShouldSuitVegetariansAndNoHoneyVegans() {
        assertThat(products)
                .filteredOn(product -> "MT".equals(product.sectionCode()))
                .allMatch(product -> diets(product).isEmpty());
        assertThat(named("honey|granola|marshmallow|beeswax|lip balm|\\bduck\\b|\\blamb\\b"))
                .hasSizeGreaterThan(5)
                .noneMatch(product -> diets(product).contains(Diet.VEGAN));
    }

    @Test
    void whatNobodyEatsShouldContainNothing() {
        assertThat(products)
                .filteredOn(product -> NOT_EATEN.contains(product.sectionCode()))
                .allSatisfy(product -> {
                    assertThat(allergens(product)).isEmpty();
                    assertThat(diets(product)).contains(Diet.VEGETARIAN);
                });
    }

    @Test
    void productsShouldDeclareWhatTheirNamesPromise() {
        Table.read("label-words.tsv").rows().forEach(row -> {
            Predicate<Product> promising = row.text("except").isEmpty()
                    ? product -> isNamed(product, row.text("words"))
                    : product -> isNamed(product, row.text("words")) && !isNamed(product, row.text("except"));
            List<Allergen> promised = Objects.requireNonNull(row.codesOrNull("allergens", Allergen::ofCode));

            assertThat(products)
                    .filteredOn(product -> !NOT_EATEN.contains(product.sectionCode()))
                    .filteredOn(promising)
                    .as(row.text("words"))
                    .isNotEmpty()
                    .allSatisfy(product ->
                            assertThat(allergens(product)).as(product.name()).containsAll(promised));
        });
    }

    @Test
    void eventsShouldBeAboutProductsOfTheStore() {
        Catalogue catalogue = Catalogue.bundled();

        assertThat(Screens.events())
                .allSatisfy(event ->
                        assertThat(catalogue.products(event.products())).hasSameSizeAs(event.products()))
                .filteredOn(SignageEvent::enabled)
                .allSatisfy(event -> assertThat(event.products()).isNotEmpty());
    }

    private List<Product> named(String words) {
        return products.stream().filter(product -> isNamed(product, words)).toList();
    }

    private static boolean isNamed(Product product, String words) {
        Predicate<String> word = Pattern.compile(words).asPredicate();
        return Stream.of(Language.values())
                .map(language -> product.nameIn(language).toLowerCase(Locale.ROOT))
                .anyMatch(word);
    }

    private static List<Allergen> allergens(Product product) {
        return Objects.requireNonNull(product.dietary().allergens(), product.name());
    }

    private static List<Allergen> traces(Product product) {
        return Objects.requireNonNull(product.dietary().mayContain(), product.name());
    }

    private static List<Diet> diets(Product product) {
        return Objects.requireNonNull(product.dietary().diets(), product.name());
    }
}
