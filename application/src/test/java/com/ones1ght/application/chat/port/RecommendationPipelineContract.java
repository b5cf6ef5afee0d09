package com.ones1ght.application.chat.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every pipeline does, whatever stands behind it. */
public interface RecommendationPipelineContract {

    /** The pipeline under test, with a backend that answers. */
    RecommendationPipeline pipeline();

    /** A request that the backend can answer; the same arguments give an equal request. */
    PipelineRequest request(String requestId, Language language);

    /** After so many calls at the most a run of {@link #request} is finished. */
    default int mostCalls() {
        return 20;
    }

    @Test
    default void aRunShouldFinishWithAllFourParts() {
        PipelineSnapshot end = last(run("run-1.0", Language.EN));

        assertThat(end.isFinished()).isTrue();
        assertThat(end.failure()).isNull();
        assertThat(end.nextStep()).isEmpty();
    }

    @Test
    default void eachCallShouldGoForwardAndKeepWhatIsDone() {
        PipelineSnapshot before = PipelineSnapshot.empty();
        for (PipelineSnapshot after : run("run-2.0", Language.EN)) {
            for (PipelineStep step : PipelineStep.values()) {
                if (before.isDone(step)) {
                    assertThat(part(after, step)).isEqualTo(part(before, step));
                }
            }
            before = after;
        }
    }

    @Test
    default void partsShouldComeInTheOrderOfTheSteps() {
        for (PipelineSnapshot snapshot : run("run-3.0", Language.EN)) {
            boolean isMissing = false;
            for (PipelineStep step : PipelineStep.values()) {
                assertThat(isMissing && snapshot.isDone(step)).isFalse();
                isMissing |= !snapshot.isDone(step);
            }
        }
    }

    @Test
    default void aFinishedRunShouldStayAsItIs() {
        PipelineSnapshot end = last(run("run-4.0", Language.EN));

        assertThat(advance(request("run-4.0", Language.EN), end).notBefore(null))
                .isEqualTo(end.notBefore(null));
    }

    @Test
    default void aStepAskedForTwiceShouldNameItsRecommendationsAlike() {
        PipelineRequest request = request("run-5.0", Language.EN);
        for (PipelineSnapshot snapshot : run("run-5.0", Language.EN)) {
            PipelineSnapshot once = advance(request, snapshot);
            PipelineSnapshot again = advance(request, snapshot);
            if (once.isDone(PipelineStep.UPSELL_SURFACE) && again.isDone(PipelineStep.UPSELL_SURFACE)) {
                assertThat(recommendationIds(again)).containsAll(recommendationIds(once));
            }
        }
    }

    @Test
    default void recommendationIdsShouldBeUniqueWithinARun() {
        assertThat(recommendationIds(last(run("run-6.0", Language.EN)))).doesNotHaveDuplicates();
    }

    @Test
    default void theRawOutputShouldBeTheTextOfAJsonObject() {
        PipelineSnapshot end = last(run("run-7.0", Language.EN));

        for (PipelineStep step : PipelineStep.values()) {
            assertThat(part(end, step).raw()).startsWith("{").endsWith("}");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    default void textsShouldBeThereInEveryLanguage(Language language) {
        PipelineSnapshot end = last(run("run-8.0", language));

        assertThat(part(end, PipelineStep.MEAL_SUGGEST)).isNotNull();
        assertThat(end.meal()).isNotNull();
        assertThat(end.meal().value().recipeTitle()).isNotBlank();
    }

    @Test
    default void runsAtTheSameTimeShouldNotMix() {
        List<CompletableFuture<PipelineSnapshot>> runs = Stream.iterate(0, i -> i + 1)
                .limit(8)
                .map(i -> CompletableFuture.supplyAsync(() -> last(run("run-9." + i, Language.values()[i % 3]))))
                .toList();

        for (int i = 0; i < runs.size(); i++) {
            PipelineSnapshot alone = last(run("run-9." + i, Language.values()[i % 3]));
            assertThat(runs.get(i).orTimeout(60, TimeUnit.SECONDS).join().meal())
                    .isEqualTo(alone.meal());
        }
    }

    private List<PipelineSnapshot> run(String requestId, Language language) {
        PipelineRequest request = request(requestId, language);
        List<PipelineSnapshot> snapshots = new ArrayList<>();
        PipelineSnapshot current = PipelineSnapshot.empty();
        while (!current.isFinished()) {
            assertThat(snapshots).as("calls of a run").hasSizeLessThan(mostCalls());
            current = advance(request, current);
            snapshots.add(current);
        }
        return snapshots;
    }

    private PipelineSnapshot advance(PipelineRequest request, PipelineSnapshot current) {
        return pipeline()
                .advance(request, current)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private static PipelineSnapshot last(List<PipelineSnapshot> snapshots) {
        return snapshots.get(snapshots.size() - 1);
    }

    private static StepOutput<?> part(PipelineSnapshot snapshot, PipelineStep step) {
        StepOutput<?> output =
                switch (step) {
                    case MEAL_SUGGEST -> snapshot.meal();
                    case SHOPPING_LIST -> snapshot.shoppingList();
                    case UPSELL_SURFACE -> snapshot.upsellSurface();
                    case BACK_LIST -> snapshot.backList();
                };
        if (output == null) {
            throw new AssertionError(step + " is missing");
        }
        return output;
    }

    private static List<String> recommendationIds(PipelineSnapshot snapshot) {
        List<String> ids = new ArrayList<>();
        if (snapshot.upsellSurface() != null) {
            snapshot.upsellSurface().value().items().stream()
                    .map(UpsellItem::recommendationId)
                    .forEach(ids::add);
        }
        if (snapshot.backList() != null) {
            snapshot.backList().value().recommendations().stream()
                    .map(BackRecommendation::recommendationId)
                    .forEach(ids::add);
        }
        return ids;
    }
}
