package com.ones1ght.application.store.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link StoreCatalog} does. The backend under test has at least two products of which one is
 * bought with others, two signages and two signage events, one of them disabled.
 */
public interface StoreCatalogContract {

    ProductId UNKNOWN_PRODUCT = new ProductId(987_654_321L);
    StoreId UNKNOWN_STORE = new StoreId("no-such-store");

    /** The backend under test. */
    StoreCatalog catalog();

    /** A store that the backend knows. */
    StoreId store();

    /** Two or more products of that store; the first one has co-purchases. */
    List<ProductId> someProducts();

    @Test
    default void knownProductsShouldBeFoundByTheirIds() {
        var found = catalog().products(store(), someProducts());

        assertThat(found).containsOnlyKeys(someProducts());
        assertThat(found).allSatisfy((id, product) -> assertThat(product.id()).isEqualTo(id));
    }

    @Test
    default void unknownProductsShouldBeAbsent() {
        ProductId known = someProducts().get(0);

        assertThat(catalog().products(store(), List.of(UNKNOWN_PRODUCT, known))).containsOnlyKeys(known);
        assertThat(catalog().products(store(), List.of(UNKNOWN_PRODUCT))).isEmpty();
    }

    @Test
    default void aProductAskedForTwiceShouldBeFoundOnce() {
        ProductId known = someProducts().get(0);

        assertThat(catalog().products(store(), List.of(known, known))).containsOnlyKeys(known);
    }

    @Test
    default void askingForNothingShouldAnswerNothing() {
        assertThat(catalog().products(store(), List.of())).isEmpty();
        assertThat(catalog().coPurchases(store(), List.of())).isEmpty();
    }

    @Test
    default void anUnknownStoreShouldBeEmpty() {
        String name = aProduct().name();

        assertThat(catalog().products(UNKNOWN_STORE, someProducts())).isEmpty();
        assertThat(catalog().search(UNKNOWN_STORE, name, 10)).isEmpty();
        assertThat(catalog().signages(UNKNOWN_STORE)).isEmpty();
        assertThat(catalog().signageEvents(UNKNOWN_STORE)).isEmpty();
        assertThat(catalog().coPurchases(UNKNOWN_STORE, someProducts())).isEmpty();
    }

    @Test
    default void aWholeNameShouldFindItsProductFirst() {
        Product product = aProduct();

        assertThat(catalog().search(store(), product.name(), 10)).first().isEqualTo(product);
    }

    @Test
    default void aNameShouldBeFoundInEachOfItsLanguages() {
        Product product = aProduct();

        assertThat(namesOf(product)).allSatisfy(name -> assertThat(catalog().search(store(), name, 10))
                .contains(product));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
    default void aBlankQueryShouldFindNothing(String blank) {
        assertThat(catalog().search(store(), blank, 10)).isEmpty();
    }

    @Test
    default void wordsOfNoProductShouldFindNothing() {
        assertThat(catalog().search(store(), "qzxwv jkqpf", 10)).isEmpty();
    }

    @Test
    default void aSearchShouldGiveNoMoreThanItsLimit() {
        String name = aProduct().name();

        assertThat(catalog().search(store(), name, 1)).hasSize(1);
        assertThat(catalog().search(store(), name, 100)).hasSizeBetween(1, 100).doesNotHaveDuplicates();
    }

    @Test
    default void aSmallerLimitShouldGiveTheBeginningOfALargerOne() {
        String name = aProduct().name();
        List<Product> all = catalog().search(store(), name, 100);

        assertThat(catalog().search(store(), name, 1)).isEqualTo(all.subList(0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    default void aLimitOutsideItsBoundsShouldBeRefused(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog().search(store(), "anything", limit))
                .withMessageContaining("limit");
    }

    @Test
    default void signagesShouldComeInTheOrderOfTheirNumbers() {
        assertThat(catalog().signages(store()))
                .hasSizeGreaterThanOrEqualTo(2)
                .isSortedAccordingTo(Comparator.comparingInt(Signage::signageNo))
                .extracting(Signage::signageNo)
                .doesNotHaveDuplicates();
    }

    @Test
    default void signageEventsShouldComeInTheOrderOfTheirIdsDisabledOnesIncluded() {
        assertThat(catalog().signageEvents(store()))
                .isSortedAccordingTo(Comparator.comparingLong(SignageEvent::id))
                .extracting(SignageEvent::enabled)
                .contains(true, false);
    }

    @Test
    default void coPurchasesShouldStartFromTheGivenProductsStrongestFirst() {
        List<CoPurchase> pairs = catalog().coPurchases(store(), someProducts());

        assertThat(pairs)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(pair -> someProducts().contains(pair.productId()))
                .noneMatch(pair -> pair.otherId().equals(pair.productId()))
                .isSortedAccordingTo(Comparator.comparingDouble(CoPurchase::lift)
                        .thenComparingInt(CoPurchase::coCount)
                        .reversed()
                        .thenComparing(CoPurchase::productId)
                        .thenComparing(CoPurchase::otherId));
    }

    @Test
    default void repeatedAndUnknownProductsShouldNotChangeTheCoPurchases() {
        ProductId known = someProducts().get(0);

        assertThat(catalog().coPurchases(store(), List.of(known, UNKNOWN_PRODUCT, known)))
                .isNotEmpty()
                .isEqualTo(catalog().coPurchases(store(), List.of(known)));
        assertThat(catalog().coPurchases(store(), List.of(UNKNOWN_PRODUCT))).isEmpty();
    }

    @Test
    default void manyThreadsShouldGetTheSameAnswers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<List<Object>>> calls = Stream.generate(() -> (Callable<List<Object>>) this::everything)
                    .limit(64)
                    .toList();
            List<Future<List<Object>>> answers = threads.invokeAll(calls);

            List<Object> expected = everything();
            for (Future<List<Object>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Object> everything() {
        return List.of(
                catalog().products(store(), someProducts()),
                catalog().search(store(), "a", 100),
                catalog().signages(store()),
                catalog().signageEvents(store()),
                catalog().coPurchases(store(), someProducts()));
    }

    private Product aProduct() {
        return catalog().products(store(), someProducts()).get(someProducts().get(0));
    }

    private static Collection<String> namesOf(Product product) {
        var names = product.localizedName();
        return names == null
                ? List.of(product.name())
                : Stream.of(names.ko(), names.en(), names.ja()).collect(Collectors.toList());
    }
}
