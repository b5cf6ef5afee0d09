package com.ones1ght.application.store.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.Bounded;
import com.ones1ght.application.shared.port.PortContract;
import com.ones1ght.application.shared.port.Scripts;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link StoreCatalog} does. The backend under test has at least two products of which one is
 * bought with others, two signages and two signage events, one of them disabled. Each failure says what is wrong and
 * what to do.
 */
public interface StoreCatalogContract extends PortContract {

    ProductId UNKNOWN_PRODUCT = new ProductId(987_654_321L);
    StoreId UNKNOWN_STORE = new StoreId("no-such-store");
    int THREADS = 16;

    /** The backend under test. */
    StoreCatalog catalog();

    /** The same, while the backend cannot be reached. Empty for one that is part of the program and always there. */
    List<StoreCatalog> catalogsWithoutBackend();

    /** A store that the backend knows. */
    StoreId store();

    /** Two or more products of that store; the first one has co-purchases. */
    List<ProductId> someProducts();

    private StoreCatalog bounded() {
        return new BoundedCatalog(catalog(), new Bounded(patience()));
    }

    private Map<ProductId, Product> products(List<ProductId> ids) {
        return bounded().products(store(), ids);
    }

    private List<Product> search(String query, int limit) {
        return bounded().search(store(), query, limit);
    }

    private Product aProduct() {
        ProductId first = someProducts().get(0);
        Product found = products(List.of(first)).get(first);
        if (found == null) {
            throw new AssertionError("products does not find " + first + ", which someProducts() names as known.");
        }
        return found;
    }

    @Test
    default void knownProductsShouldBeFoundByTheirIds() {
        var found = products(someProducts());

        assertThat(found)
                .as("products has to find each known id, under that id and no other")
                .containsOnlyKeys(someProducts());
        assertThat(found).allSatisfy((id, product) -> assertThat(product.id())
                .as("The product found under %s has to bear that id", id)
                .isEqualTo(id));
    }

    @Test
    default void unknownProductsShouldBeAbsent() {
        ProductId known = someProducts().get(0);

        assertThat(products(List.of(UNKNOWN_PRODUCT, known)))
                .as("products has to leave out what the store does not know, and to keep the rest")
                .containsOnlyKeys(known);
        assertThat(products(List.of(UNKNOWN_PRODUCT)))
                .as("products has to answer empty where it knows none of the ids")
                .isEmpty();
    }

    @Test
    default void aProductAskedForTwiceShouldBeFoundOnce() {
        ProductId known = someProducts().get(0);

        assertThat(products(List.of(known, known)))
                .as("products has to count an id that is given twice once")
                .containsOnlyKeys(known);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    default void namesShouldBeInTheirLanguages(Language language) {
        products(someProducts()).values().forEach(product -> {
            if (product.localizedName() != null) {
                Scripts.requireName("The name of " + product.id(), product.nameIn(language), language);
            }
        });
    }

    @Test
    default void askingForNothingShouldAnswerNothing() {
        assertThat(products(List.of())).as("products of no ids has to be empty").isEmpty();
        assertThat(bounded().coPurchases(store(), List.of()))
                .as("coPurchases of no ids has to be empty")
                .isEmpty();
    }

    @Test
    default void anUnknownStoreShouldBeEmpty() {
        String name = aProduct().name();
        String wrong = "%s of a store that the backend does not know has to be empty: it is no failure, and no other"
                + " store's answer";

        assertThat(bounded().products(UNKNOWN_STORE, someProducts()))
                .as(wrong, "products")
                .isEmpty();
        assertThat(bounded().search(UNKNOWN_STORE, name, 10))
                .as(wrong, "search")
                .isEmpty();
        assertThat(bounded().signages(UNKNOWN_STORE)).as(wrong, "signages").isEmpty();
        assertThat(bounded().plan(UNKNOWN_STORE)).as(wrong, "plan").isEmpty();
        assertThat(bounded().signageEvents(UNKNOWN_STORE))
                .as(wrong, "signageEvents")
                .isEmpty();
        assertThat(bounded().coPurchases(UNKNOWN_STORE, someProducts()))
                .as(wrong, "coPurchases")
                .isEmpty();
    }

    @Test
    default void aWholeNameShouldFindItsProductFirst() {
        Product product = aProduct();

        assertThat(search(product.name(), 10))
                .as("search has to put the product first whose whole name is the query")
                .first()
                .isEqualTo(product);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    default void aNameShouldBeFoundInEachOfItsLanguages(Language language) {
        Product product = aProduct();

        assertThat(search(product.nameIn(language), 10))
                .as("search has to find a product by its name in each of its languages, here %s", language)
                .contains(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
    default void aBlankQueryShouldFindNothing(String blank) {
        assertThat(search(blank, 10))
                .as("search for a blank query has to find nothing")
                .isEmpty();
    }

    @Test
    default void wordsOfNoProductShouldFindNothing() {
        assertThat(search("qzxwv jkqpf", 10))
                .as("search for words of no product has to find nothing, rather than anything")
                .isEmpty();
    }

    @Test
    default void aSearchShouldGiveNoMoreThanItsLimit() {
        String name = aProduct().name();

        assertThat(search(name, 1))
                .as("search has to give no more than its limit")
                .hasSize(1);
        assertThat(search(name, 100))
                .as("search has to give each product once")
                .hasSizeBetween(1, 100)
                .doesNotHaveDuplicates();
    }

    @Test
    default void aSmallerLimitShouldGiveTheBeginningOfALargerOne() {
        String name = aProduct().name();

        assertThat(search(name, 1))
                .as("search with a smaller limit has to give the beginning of what a larger one gives")
                .isEqualTo(search(name, 100).subList(0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    default void aLimitOutsideItsBoundsShouldBeRefused(int limit) {
        var outcome = new Bounded(patience()).outcome("search", () -> catalog().search(store(), "anything", limit));

        assertThat(outcome.failure())
                .as("search has to refuse the limit %d with an IllegalArgumentException that names \"limit\"", limit)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit");
    }

    @Test
    default void signagesShouldComeInTheOrderOfTheirNumbers() {
        assertThat(bounded().signages(store()))
                .as("signages has to give two or more, sorted by their numbers, each number once")
                .hasSizeGreaterThanOrEqualTo(2)
                .isSortedAccordingTo(Comparator.comparingInt(Signage::signageNo))
                .extracting(Signage::signageNo)
                .doesNotHaveDuplicates();
    }

    @Test
    default void signageEventsShouldComeInTheOrderOfTheirIdsDisabledOnesIncluded() {
        assertThat(bounded().signageEvents(store()))
                .as("signageEvents has to give all events sorted by their ids, disabled ones included")
                .isSortedAccordingTo(Comparator.comparingLong(SignageEvent::id))
                .extracting(SignageEvent::enabled)
                .contains(true, false);
    }

    @Test
    default void coPurchasesShouldStartFromTheGivenProductsStrongestFirst() {
        assertThat(bounded().coPurchases(store(), someProducts()))
                .as("coPurchases has to give pairs that start from the given products, highest lift first, then higher"
                        + " count, then by ids, each once")
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

        assertThat(bounded().coPurchases(store(), List.of(known, UNKNOWN_PRODUCT, known)))
                .as("coPurchases has to count an id once, and to pass over unknown ones")
                .isNotEmpty()
                .isEqualTo(bounded().coPurchases(store(), List.of(known)));
    }

    @Test
    default void manyThreadsShouldGetTheSameAnswers() {
        List<Object> alone = everything();

        assertThat(AtOnce.on(THREADS, i -> everything()))
                .as("A catalogue is asked by many threads at once, and has to give each the same answers")
                .allSatisfy(answers -> assertThat(answers).isEqualTo(alone));
    }

    private List<Object> everything() {
        StoreCatalog asked = bounded();
        return List.of(
                asked.products(store(), someProducts()),
                asked.search(store(), "a", 100),
                asked.signages(store()),
                asked.signageEvents(store()),
                asked.coPurchases(store(), someProducts()));
    }

    @Test
    default void aMissingBackendShouldBeReportedAsUnavailable() {
        boolean hasPlan = bounded().plan(store()).isPresent();
        for (StoreCatalog away : catalogsWithoutBackend()) {
            Map<String, Callable<Object>> calls = new HashMap<>(Map.of(
                    "products", () -> away.products(store(), someProducts()),
                    "search", () -> away.search(store(), "a", 10),
                    "signages", () -> away.signages(store()),
                    "signageEvents", () -> away.signageEvents(store()),
                    "coPurchases", () -> away.coPurchases(store(), someProducts())));
            if (hasPlan) {
                calls.put("plan", () -> away.plan(store()));
            }
            calls.forEach((name, call) -> assertThat(
                            new Bounded(patience()).outcome(name, call).failure())
                    .as(
                            "%s has to throw StoreUnavailableException while the backend is away: an empty answer would say"
                                    + " that the store has nothing",
                            name)
                    .isInstanceOf(StoreUnavailableException.class));
        }
    }
}
