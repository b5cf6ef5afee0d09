package com.ones1ght.application.signage.port;

import static com.ones1ght.application.signage.port.WrongForwardersTest.STORE;
import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Signages that break their contract, each with the test that has to notice it and what that has to say. */
enum WrongForwarder {
    NEVER_COMPLETES(
            "whatIsForwardedShouldBeTaken",
            "The stage of forward was not complete within",
            (right, trigger) -> new CompletableFuture<>()),
    BLOCKS("whatIsForwardedShouldBeTaken", "forward did not return within", (right, trigger) -> {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }),
    ANSWERS_NULL("whatIsForwardedShouldBeTaken", "forward answered null. Answer a stage.", (right, trigger) -> null),
    THROWS("whatIsForwardedShouldBeTaken", "forward threw IllegalStateException itself", (right, trigger) -> {
        throw new IllegalStateException("oops");
    }),
    COMPLETES_TOO_EARLY(
            "whatIsForwardedShouldBeTaken", "complete the stage only then", (right, trigger) -> completedStage(null)),
    TAKES_A_DELIVERY_TWICE(
            "sameDeliveryAgainShouldCompleteAndChangeNothing",
            "A delivery that comes again has to change nothing",
            (right, trigger) -> right.forward(of(trigger, UUID.randomUUID()))),
    REFUSES_A_DELIVERY_THAT_CAME(
            "sameDeliveryAgainShouldCompleteAndChangeNothing",
            "forward failed with",
            (right, trigger) ->
                    right instanceof FakeSignageForwarder fake && fake.taken().contains(trigger)
                            ? failedStage(SignageUnavailableException.refusal("409"))
                            : right.forward(trigger)),
    TAKES_SIMULTANEOUS_ONES_TWICE(
            "sameDeliveryManyTimesAtOnceShouldBeTakenOnce",
            "many times at once has to be taken once",
            (right, trigger) -> right.forward(of(trigger, UUID.randomUUID()))),
    LOSES_THE_ORDER(
            "triggersOfManyShoppersAtOnceShouldKeepTheOrderOfEach",
            "has to get what was forwarded for one shopper in that order",
            (right, trigger) -> {
                CompletableFuture.delayedExecutor(ThreadLocalRandom.current().nextInt(20), TimeUnit.MILLISECONDS)
                        .execute(() -> right.forward(trigger));
                return completedStage(null);
            }),
    KNOWS_ONE_SIGNAGE(
            "triggerForAllSignagesShouldReachEach",
            "is for all signages of the store, also number 2",
            (right, trigger) -> right.forward(at(trigger, 1))),
    SHOWS_WHO_LEAVES(
            "exitShouldComplete", "An exit has nothing to show", (right, trigger) -> right.forward(entering(trigger))),
    REFUSES_WHAT_IT_DOES_NOT_KNOW(
            "anyShapeOfForgottenAndItemsShouldComplete",
            "items and forgotten of any shape",
            (right, trigger) -> trigger.items().toString().contains("item_name")
                    ? right.forward(trigger)
                    : failedStage(SignageUnavailableException.refusal("422"))),
    SHOWS_OTHER_STORES(
            "unknownStoreShouldBeRefusedOrSeenByNobody",
            "has to fail with SignageUnavailableException, since capabilities()",
            (right, trigger) -> right.forward(in(trigger, STORE))),
    IS_SILENT_WHILE_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "has to fail with SignageUnavailableException",
            (right, trigger) -> completedStage(null)),
    FAILS_OTHERWISE_WHILE_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "takes any other exception for a defect",
            (right, trigger) -> failedStage(new IllegalStateException("connection refused"))),
    GIVES_UP_WHILE_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "A backend that is away refuses no trigger",
            (right, trigger) -> failedStage(SignageUnavailableException.refusal("503")));

    /** What is done instead of the right thing. */
    @FunctionalInterface
    interface Mistake {
        CompletionStage<Void> forward(SignageForwarder right, SignageTrigger trigger);
    }

    final String test;
    final String sentence;
    private final Mistake mistake;

    WrongForwarder(String test, String sentence, Mistake mistake) {
        this.test = test;
        this.sentence = sentence;
        this.mistake = mistake;
    }

    SignageForwarder over(SignageForwarder right) {
        return trigger -> mistake.forward(right, trigger);
    }

    private static SignageTrigger of(SignageTrigger from, UUID delivery) {
        return copy(from, delivery, from.store(), from.passage(), from.signageNo());
    }

    private static SignageTrigger at(SignageTrigger from, int signageNo) {
        return copy(from, from.deliveryId(), from.store(), from.passage(), signageNo);
    }

    private static SignageTrigger in(SignageTrigger from, StoreId store) {
        return copy(from, from.deliveryId(), store, from.passage(), from.signageNo());
    }

    private static SignageTrigger entering(SignageTrigger from) {
        return copy(from, from.deliveryId(), from.store(), Passage.ENTER, from.signageNo());
    }

    private static SignageTrigger copy(
            SignageTrigger from, UUID delivery, StoreId store, Passage passage, Integer signageNo) {
        JsonFragment items = from.items();
        return new SignageTrigger(
                delivery,
                from.tenantCode(),
                store,
                passage,
                from.profile(),
                from.chat(),
                from.round(),
                signageNo,
                items,
                from.forgotten(),
                from.language(),
                List.of(),
                from.occurredAt(),
                from.stay());
    }
}
