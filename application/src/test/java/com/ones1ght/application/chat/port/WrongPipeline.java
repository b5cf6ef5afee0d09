package com.ones1ght.application.chat.port;

import static com.ones1ght.application.chat.port.RightPipeline.SOUP;
import static com.ones1ght.application.chat.port.RightPipeline.meal;
import static com.ones1ght.application.chat.port.RightPipeline.surface;
import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Pipelines that break their contract, each with the test that has to notice it and what that has to say. */
enum WrongPipeline {
    ALWAYS_KOREAN(
            "textsShouldBeInTheLanguageAskedFor",
            "recipeTitle has to be in English, but was: 양파 수프",
            changed(PipelineStep.MEAL_SUGGEST, now -> now.withMeal(meal(Language.KO)))),
    INGREDIENTS_IN_ONE_LANGUAGE(
            "textsShouldBeInTheLanguageAskedFor",
            "name.en has to be in English, but was: 양파",
            changed(
                    PipelineStep.MEAL_SUGGEST,
                    now -> now.withMeal(meal(now.meal().value().recipeTitle(), LocalizedText.same("양파"), "{}")))),
    ZONES_IN_ANOTHER_LANGUAGE(
            "textsShouldBeInTheLanguageAskedFor",
            "zoneName has to be in English, but was: 농산물",
            changed(
                    PipelineStep.SHOPPING_LIST,
                    now -> now.withShoppingList(new StepOutput<>(
                            new ShoppingList(List.of(new ShoppingLine(null, null, null, null, "농산물", 1, false)), null),
                            "{}")))),
    RAW_OUTPUT_IS_NO_JSON(
            "theRawOutputShouldBeAJsonObject",
            "The raw output of MEAL_SUGGEST is no JSON text",
            changed(PipelineStep.MEAL_SUGGEST, now -> now.withMeal(meal("Soup", SOUP, "{not json at all}")))),
    RAW_OUTPUT_IS_TWO_VALUES(
            "theRawOutputShouldBeAJsonObject",
            "The raw output of MEAL_SUGGEST is no JSON text",
            changed(PipelineStep.MEAL_SUGGEST, now -> now.withMeal(meal("Soup", SOUP, "{} {}")))),
    RAW_OUTPUT_IS_A_LIST(
            "theRawOutputShouldBeAJsonObject",
            "has to be a JSON object, but was: []",
            changed(PipelineStep.MEAL_SUGGEST, now -> now.withMeal(meal("Soup", SOUP, "[]")))),
    EXTRAS_ARE_NO_JSON(
            "theRawOutputShouldBeAJsonObject",
            "The extra \"session\" is no JSON text",
            changed(PipelineStep.MEAL_SUGGEST, now -> now.withExtras(Map.of("session", "s-1")))),
    NEVER_COMPLETES(
            "aRunShouldFinishWithAllFourParts",
            "was not complete within",
            (right, request, now) -> new CompletableFuture<>()),
    BLOCKS("aRunShouldFinishWithAllFourParts", "did not return within", (right, request, now) -> sleep()),
    BLOCKS_BESIDE_OTHERS("runsAtTheSameTimeShouldNotMix", "did not return within", (right, request, now) -> sleep()),
    ANSWERS_NULL("aRunShouldFinishWithAllFourParts", "answered null. Answer a stage.", (right, request, now) -> null),
    COMPLETES_WITH_NULL(
            "aRunShouldFinishWithAllFourParts",
            "gave null. Null never means absent",
            (right, request, now) -> completedStage(null)),
    THROWS("aRunShouldFinishWithAllFourParts", "threw IllegalStateException itself", (right, request, now) -> {
        throw new IllegalStateException("oops");
    }),
    NEVER_MOVES(
            "aRunShouldFinishWithAllFourParts",
            "After 8 calls of advance the run is not finished: MEAL_SUGGEST is still missing",
            (right, request, now) -> completedStage(now)),
    GIVES_UP(
            "aRunShouldFinishWithAllFourParts",
            "The run ended in failure (SessionExpired[])",
            (right, request, now) -> completedStage(now.failed(new RunFailure.SessionExpired()))),
    FORGETS_THE_MEAL(
            "eachCallShouldKeepWhatIsDone",
            "The output of MEAL_SUGGEST, which was there, has gone",
            changed(PipelineStep.SHOPPING_LIST, now -> now.withMeal(null).notBefore(Instant.now()))),
    CHANGES_THE_MEAL(
            "eachCallShouldKeepWhatIsDone",
            "The output of MEAL_SUGGEST, once there, has to stay as it is",
            changed(PipelineStep.SHOPPING_LIST, now -> now.withMeal(meal("Another soup", SOUP, "{}")))),
    SKIPS_A_STEP(
            "partsShouldComeInTheOrderOfTheSteps",
            "UPSELL_SURFACE came before SHOPPING_LIST",
            changed(PipelineStep.MEAL_SUGGEST, now -> now.withUpsellSurface(surface("a")))),
    CHANGES_A_FINISHED_RUN(
            "aFinishedRunShouldStayAsItIs",
            "return the given snapshot",
            (right, request, now) -> now.isFinished()
                    ? completedStage(now.withUpsellSurface(surface("another")))
                    : right.advance(request, now)),
    IDS_BY_CHANCE(
            "aStepAskedForTwiceShouldNameItsRecommendationsAlike",
            "Make the ids out of the requestId, not by chance",
            changed(
                    PipelineStep.UPSELL_SURFACE,
                    now -> now.withUpsellSurface(surface(UUID.randomUUID().toString())))),
    SAME_ID_TWICE(
            "recommendationIdsShouldBeUniqueWithinARun",
            "no two of a run, of step 3 or 4, may share one",
            changed(PipelineStep.UPSELL_SURFACE, now -> now.withUpsellSurface(surface("a", "a")))),
    KEEPS_THE_RUN_IN_A_FIELD(
            "runsAtTheSameTimeShouldNotMix", "keep nothing of a run in fields", WrongPipeline::lastLanguage),
    DOES_NOT_NOTICE_THAT_THE_BACKEND_IS_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "The pipeline did not notice that its backend is away",
            (right, request, now) -> new RightPipeline(false).advance(request, now)),
    ENDS_THE_RUN_WHILE_THE_BACKEND_IS_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "the run was ended for good (SessionExpired[]). Fail the stage with StepUnavailableException",
            (right, request, now) -> completedStage(now.failed(new RunFailure.SessionExpired()))),
    FAILS_OTHERWISE_WHILE_THE_BACKEND_IS_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "any other exception ends the round in error",
            (right, request, now) -> failedStage(new IllegalStateException("connection refused"))),
    HANGS_WHILE_THE_BACKEND_IS_AWAY(
            "aMissingBackendShouldBeReportedAsUnavailable",
            "was not complete within",
            (right, request, now) -> new CompletableFuture<>()),
    ABANDON_THROWS("abandonShouldReturnAtOnceAndDoNoHarm", "abandon threw java.lang.IllegalStateException: no session"),
    ABANDON_BLOCKS("abandonShouldReturnAtOnceAndDoNoHarm", "abandon did not return within"),
    ASKS_WITHOUT_A_PAUSE(
            "aCallThatBringsNothingShouldSayWhenToAskAgain",
            "has to say by notBefore when to ask again",
            everySecond(now -> now)),
    PAUSES_FOR_AN_HOUR(
            "aCallThatBringsNothingShouldSayWhenToAskAgain",
            "notBefore has to be near: a shopper waits",
            everySecond(now -> now.notBefore(Instant.now().plus(Duration.ofHours(1)))));

    /** What is done instead of the right thing. */
    @FunctionalInterface
    interface Mistake {
        CompletionStage<PipelineSnapshot> advance(
                RecommendationPipeline right, PipelineRequest request, PipelineSnapshot now);
    }

    private static final AtomicReference<Language> LAST = new AtomicReference<>(Language.EN);

    final String test;
    final String sentence;
    private final Mistake mistake;

    WrongPipeline(String test, String sentence) {
        this(test, sentence, RecommendationPipeline::advance);
    }

    WrongPipeline(String test, String sentence, Mistake mistake) {
        this.test = test;
        this.sentence = sentence;
        this.mistake = mistake;
    }

    RecommendationPipeline pipeline(boolean isAway) {
        RecommendationPipeline right = new RightPipeline(isAway);
        return new RecommendationPipeline() {
            @Override
            public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
                return mistake.advance(right, request, current);
            }

            @Override
            public void abandon(PipelineRequest request, PipelineSnapshot last) {
                if (WrongPipeline.this == ABANDON_THROWS) {
                    throw new IllegalStateException("no session");
                }
                if (WrongPipeline.this == ABANDON_BLOCKS) {
                    sleep();
                }
            }
        };
    }

    private static Mistake changed(PipelineStep step, UnaryOperator<PipelineSnapshot> change) {
        return (right, request, now) -> now.nextStep().filter(step::equals).isPresent()
                ? right.advance(request, now).thenApply(change)
                : right.advance(request, now);
    }

    /** Each step takes two calls, the first of which brings nothing. */
    private static Mistake everySecond(UnaryOperator<PipelineSnapshot> pause) {
        AtomicInteger calls = new AtomicInteger();
        return (right, request, now) ->
                calls.getAndIncrement() % 2 == 0 ? completedStage(pause.apply(now)) : right.advance(request, now);
    }

    private static CompletionStage<PipelineSnapshot> lastLanguage(
            RecommendationPipeline right, PipelineRequest request, PipelineSnapshot now) {
        LAST.set(request.language());
        return CompletableFuture.supplyAsync(
                        () -> meal(LAST.get()), CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS))
                .thenCompose(
                        soup -> now.meal() == null ? completedStage(now.withMeal(soup)) : right.advance(request, now));
    }

    private static CompletionStage<PipelineSnapshot> sleep() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("woken");
    }
}
