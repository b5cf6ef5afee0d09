package com.ones1ght.application.store.port;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static com.ones1ght.application.store.port.StoreFixtures.KIMCHI;
import static com.ones1ght.application.store.port.StoreFixtures.TOFU;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Catalogues that break their contract, each with the test that has to notice it and what that has to say. */
enum WrongCatalog {
    ANSWERS_NULL("knownProductsShouldBeFoundByTheirIds", "products gave null", "products", (right, asked) -> null),
    HANGS("knownProductsShouldBeFoundByTheirIds", "products did not return within", "products", (right, asked) -> {
        new CountDownLatch(1).await();
        return null;
    }),
    HANGS_IN_A_SEARCH("aBlankQueryShouldFindNothing", "search did not return within", "search", (right, asked) -> {
        new CountDownLatch(1).await();
        return null;
    }),
    FAILS("signagesShouldComeInTheOrderOfTheirNumbers", "signages failed with", "signages", (right, asked) -> {
        throw new IllegalStateException("oops");
    }),
    MIXES_PRODUCTS_UP(
            "knownProductsShouldBeFoundByTheirIds",
            "has to bear that id",
            "products",
            (right, asked) -> Map.of(TOFU.id(), KIMCHI, KIMCHI.id(), TOFU)),
    LOSES_PRODUCTS(
            "knownProductsShouldBeFoundByTheirIds",
            "products has to find each known id",
            "products",
            (right, asked) -> Map.of(TOFU.id(), TOFU)),
    MAKES_UNKNOWN_PRODUCTS_UP(
            "unknownProductsShouldBeAbsent",
            "products has to leave out what the store does not know",
            "products",
            (right, asked) -> {
                Map<Object, Object> found = new HashMap<>();
                ((Collection<?>) asked[1]).forEach(id -> found.put(id, TOFU));
                return found;
            }),
    NAMES_IN_ONE_LANGUAGE(
            "namesShouldBeInTheirLanguages",
            "has to be in English, but was: 두부",
            "products",
            (right, asked) -> Map.of(TOFU.id(), StoreFixtures.product(1, LocalizedText.same("두부"), "DL"))),
    ONE_SHOP_FOR_ALL(
            "anUnknownStoreShouldBeEmpty",
            "of a store that the backend does not know has to be empty",
            "signages",
            (right, asked) -> right.signages(CORNER_SHOP)),
    UNKNOWN_STORE_IS_A_FAILURE("anUnknownStoreShouldBeEmpty", "failed with", "search", (right, asked) -> {
        if (!asked[0].equals(CORNER_SHOP)) {
            throw new StoreUnavailableException("404");
        }
        return right.search((StoreId) asked[0], (String) asked[1], (int) asked[2]);
    }),
    WORST_FIRST(
            "aWholeNameShouldFindItsProductFirst",
            "whose whole name is the query",
            "search",
            (right, asked) -> List.of(KIMCHI, TOFU)),
    KNOWS_ONE_LANGUAGE(
            "aNameShouldBeFoundInEachOfItsLanguages",
            "by its name in each of its languages, here EN",
            "search",
            (right, asked) -> asked[1].equals("두부") ? List.of(TOFU) : List.of()),
    FINDS_ALL_FOR_NOTHING(
            "aBlankQueryShouldFindNothing",
            "search for a blank query has to find nothing",
            "search",
            (right, asked) -> List.of(TOFU)),
    FINDS_ANYTHING(
            "wordsOfNoProductShouldFindNothing", "rather than anything", "search", (right, asked) -> List.of(TOFU)),
    KNOWS_NO_LIMIT(
            "aSearchShouldGiveNoMoreThanItsLimit",
            "no more than its limit",
            "search",
            (right, asked) -> List.of(TOFU, KIMCHI)),
    TAKES_ANY_LIMIT(
            "aLimitOutsideItsBoundsShouldBeRefused",
            "search has to refuse the limit",
            "search",
            (right, asked) -> List.of()),
    SIGNAGES_AS_THEY_COME(
            "signagesShouldComeInTheOrderOfTheirNumbers",
            "sorted by their numbers",
            "signages",
            (right, asked) -> reversed(right.signages(CORNER_SHOP))),
    HIDES_DISABLED_EVENTS(
            "signageEventsShouldComeInTheOrderOfTheirIdsDisabledOnesIncluded",
            "disabled ones included",
            "signageEvents",
            (right, asked) -> right.signageEvents(CORNER_SHOP).stream()
                    .filter(SignageEvent::enabled)
                    .toList()),
    WEAKEST_PAIRS_FIRST(
            "coPurchasesShouldStartFromTheGivenProductsStrongestFirst",
            "highest lift first",
            "coPurchases",
            (right, asked) -> reversed(right.coPurchases(CORNER_SHOP, List.of(TOFU.id(), KIMCHI.id())))),
    COUNTS_REPEATED_IDS(
            "repeatedAndUnknownProductsShouldNotChangeTheCoPurchases",
            "coPurchases has to count an id once",
            "coPurchases",
            (right, asked) -> ((Collection<?>) asked[1])
                    .stream()
                            .flatMap(id -> right.coPurchases(CORNER_SHOP, List.of((ProductId) id)).stream())
                            .toList()),
    MIXES_THREADS_UP(
            "manyThreadsShouldGetTheSameAnswers",
            "has to give each the same answers",
            "search",
            (right, asked) -> Calls.COUNT.getAndIncrement() % 5 == 1 ? List.<Product>of(TOFU) : List.of()),
    IS_EMPTY_WHILE_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "an empty answer would say that the store has nothing",
            "signages",
            (right, asked) -> List.of()),
    FAILS_OTHERWISE_WHILE_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "products has to throw StoreUnavailableException while the backend is away",
            "products",
            (right, asked) -> {
                throw new IllegalStateException("connection refused");
            }),
    HANGS_WHILE_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "coPurchases did not return within",
            "coPurchases",
            (right, asked) -> {
                new CountDownLatch(1).await();
                return null;
            });

    /** What is answered to one method, given its arguments. */
    @FunctionalInterface
    interface Mistake {
        Object answer(StoreCatalog right, Object[] asked) throws InterruptedException;
    }

    private static final class Calls {
        static final AtomicInteger COUNT = new AtomicInteger();
    }

    final String test;
    final String sentence;
    private final String method;
    private final Mistake mistake;

    WrongCatalog(String test, String sentence, String method, Mistake mistake) {
        this.test = test;
        this.sentence = sentence;
        this.method = method;
        this.mistake = mistake;
    }

    StoreCatalog catalog(boolean isAway) {
        FakeStoreCatalog right = StoreFixtures.aShop();
        if (isAway) {
            right.goAway();
        }
        return (StoreCatalog) Proxy.newProxyInstance(
                StoreCatalog.class.getClassLoader(),
                new Class<?>[] {StoreCatalog.class},
                (proxy, called, asked) -> called.getName().equals(method)
                        ? mistake.answer(right, asked)
                        : passedOn(called, right, asked));
    }

    private static Object passedOn(Method called, StoreCatalog right, Object[] asked) throws Throwable {
        try {
            return called.invoke(right, asked);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
