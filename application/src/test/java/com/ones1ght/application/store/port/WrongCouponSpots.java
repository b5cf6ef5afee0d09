package com.ones1ght.application.store.port;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static com.ones1ght.application.store.port.StoreFixtures.KIMCHI;
import static com.ones1ght.application.store.port.StoreFixtures.ONION;
import static com.ones1ght.application.store.port.StoreFixtures.TOFU;
import static com.ones1ght.application.store.port.StoreFixtures.spot;
import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Coupon spots that break their contract, each with the test that has to notice it and what that has to say. */
enum WrongCouponSpots {
    AS_THEY_COME(
            "spotsShouldComeByAscendingNumber",
            "by ascending number",
            (right, store) -> completedStage(List.of(spot(2, TOFU, true), spot(1, ONION, true)))),
    A_NUMBER_TWICE(
            "spotsShouldComeByAscendingNumber",
            "each number once",
            (right, store) -> completedStage(List.of(spot(1, TOFU, true), spot(1, ONION, true)))),
    HIDES_DISABLED_ONES(
            "disabledSpotsShouldBeIncluded",
            "the gateway leaves them out itself",
            (right, store) -> completedStage(List.of(spot(1, TOFU, true)))),
    ONE_SHOP_FOR_ALL(
            "anUnknownStoreShouldHaveNoSpots",
            "has to be empty: it is no failure",
            (right, store) -> right.spots(CORNER_SHOP)),
    UNKNOWN_STORE_IS_A_FAILURE(
            "anUnknownStoreShouldHaveNoSpots",
            "The stage of spots failed with",
            (right, store) -> failedStage(new StoreUnavailableException("404"))),
    NEVER_COMPLETES(
            "spotsShouldComeByAscendingNumber",
            "The stage of spots was not complete within",
            (right, store) -> new CompletableFuture<>()),
    NEVER_COMPLETES_FOR_MANY(
            "simultaneousQuestionsShouldGetTheSameAnswer",
            "The stage of spots was not complete within",
            (right, store) -> new CompletableFuture<>()),
    BLOCKS("spotsShouldComeByAscendingNumber", "spots did not return within", (right, store) -> {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }),
    THROWS("spotsShouldComeByAscendingNumber", "spots threw StoreUnavailableException itself", (right, store) -> {
        throw new StoreUnavailableException("away");
    }),
    ANSWERS_NULL("spotsShouldComeByAscendingNumber", "spots answered null. Answer a stage.", (right, store) -> null),
    DIFFERS_FROM_CALL_TO_CALL(
            "simultaneousQuestionsShouldGetTheSameAnswer",
            "each has to get the same answer",
            (right, store) -> completedStage(
                    List.of(spot(Calls.COUNT.incrementAndGet(), KIMCHI, false), spot(99_999, TOFU, true)))),
    IS_EMPTY_WHILE_AWAY(
            "aMissingBackendOfSpotsShouldBeReportedAsUnavailable",
            "the stage of spots has to fail with StoreUnavailableException",
            (right, store) -> completedStage(List.of())),
    FAILS_OTHERWISE_WHILE_AWAY(
            "aMissingBackendOfSpotsShouldBeReportedAsUnavailable",
            "the stage of spots has to fail with StoreUnavailableException",
            (right, store) -> failedStage(new IllegalStateException("connection refused")));

    /** What is answered instead of the right thing. */
    @FunctionalInterface
    interface Mistake {
        CompletionStage<List<CouponSpot>> answer(CouponSpots right, StoreId store);
    }

    private static final class Calls {
        static final AtomicInteger COUNT = new AtomicInteger();
    }

    final String test;
    final String sentence;
    private final Mistake mistake;

    WrongCouponSpots(String test, String sentence, Mistake mistake) {
        this.test = test;
        this.sentence = sentence;
        this.mistake = mistake;
    }

    CouponSpots spots(boolean isAway) {
        FakeCouponSpots right = StoreFixtures.someSpots();
        if (isAway) {
            right.goAway();
        }
        return store -> mistake.answer(right, store);
    }
}
