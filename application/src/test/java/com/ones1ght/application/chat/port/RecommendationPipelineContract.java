package com.ones1ght.application.chat.port;

import static com.ones1ght.application.chat.port.PipelineRuns.part;
import static com.ones1ght.application.chat.port.PipelineRuns.recommendationIds;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.Bounded.Outcome;
import com.ones1ght.application.shared.port.PortContract;
import com.ones1ght.application.shared.port.StrictJson;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.shared.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every pipeline does, whatever stands behind it. Each failure says what is wrong and what to do. */
public interface RecommendationPipelineContract extends PortContract {

    /** How far in the future {@code notBefore} may lie: a shopper waits. */
    Duration MAX_PAUSE = Duration.ofMinutes(1);

    int RUNS_AT_ONCE = 8;

    /** The pipeline under test, with a backend that answers. */
    RecommendationPipeline pipeline();

    /** The pipeline under test, while its backend, or the store that it asks, cannot be reached. */
    RecommendationPipeline pipelineWithoutBackend();

    /** A request that the backend can answer; the same arguments give an equal request. */
    PipelineRequest request(String requestId, Language language);

    /** A run of {@link #request} is finished after this many calls at the latest. */
    default int maxCalls() {
        return 20;
    }

    /** The present by the clock of the pipeline under test. */
    default Instant now() {
        return Instant.now();
    }

    private PipelineRuns runs() {
        return new PipelineRuns(pipeline(), patience(), maxCalls());
    }

    private List<PipelineSnapshot> run(String requestId) {
        return runs().run(request(requestId, Language.EN));
    }

    @Test
    default void aRunShouldFinishWithAllFourParts() {
        PipelineSnapshot end = runs().end(request("run-1.0", Language.EN));

        for (PipelineStep step : PipelineStep.values()) {
            assertThat(part(end, step)).as(step.name()).isNotNull();
        }
    }

    @Test
    default void eachCallShouldKeepWhatIsDone() {
        PipelineSnapshot before = PipelineSnapshot.empty();
        for (PipelineSnapshot after : run("run-2.0")) {
            for (PipelineStep step : PipelineStep.values()) {
                if (before.isDone(step)) {
                    assertThat(part(after, step))
                            .as("The output of %s, once there, has to stay as it is: clients have seen it", step)
                            .isEqualTo(part(before, step));
                }
            }
            before = after;
        }
    }

    @Test
    default void partsShouldComeInTheOrderOfTheSteps() {
        for (PipelineSnapshot snapshot : run("run-3.0")) {
            PipelineStep missing = null;
            for (PipelineStep step : PipelineStep.values()) {
                if (!snapshot.isDone(step)) {
                    missing = missing == null ? step : missing;
                } else if (missing != null) {
                    throw new AssertionError(step + " came before " + missing
                            + ". Hold a later step back until the earlier ones are there.");
                }
            }
        }
    }

    @Test
    default void aFinishedRunShouldStayAsItIs() {
        PipelineRequest request = request("run-4.0", Language.EN);
        PipelineSnapshot end = runs().end(request);

        assertThat(runs().advance(request, end).notBefore(null))
                .as("A finished run that is asked for again has to be answered as it is: return the given snapshot")
                .isEqualTo(end.notBefore(null));
    }

    @Test
    default void aStepAskedForTwiceShouldNameItsRecommendationsAlike() {
        PipelineRequest request = request("run-5.0", Language.EN);
        for (PipelineSnapshot snapshot : run("run-5.0")) {
            PipelineSnapshot once = runs().advance(request, snapshot);
            PipelineSnapshot again = runs().advance(request, snapshot);
            if (once.isDone(PipelineStep.UPSELL_SURFACE) && again.isDone(PipelineStep.UPSELL_SURFACE)) {
                assertThat(recommendationIds(again))
                        .as("A step that is asked for twice, after a crash, has to give its recommendations the same"
                                + " ids: clients know the first ones. Make the ids out of the requestId, not by chance")
                        .containsAll(recommendationIds(once));
            }
        }
    }

    @Test
    default void recommendationIdsShouldBeUniqueWithinARun() {
        assertThat(recommendationIds(runs().end(request("run-6.0", Language.EN))))
                .as("Events name recommendations by their ids: no two of a run, of step 3 or 4, may share one")
                .doesNotHaveDuplicates();
    }

    @Test
    default void theRawOutputShouldBeAJsonObject() {
        PipelineSnapshot end = runs().end(request("run-7.0", Language.EN));

        for (PipelineStep step : PipelineStep.values()) {
            StrictJson.object("The raw output of " + step, part(end, step).raw());
        }
        end.extras().forEach((name, json) -> StrictJson.value("The extra \"" + name + "\"", json));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    default void textsShouldBeInTheLanguageAskedFor(Language language) {
        new RunTexts(language).check(runs().end(request("run-8.0", language)));
    }

    @Test
    default void runsAtTheSameTimeShouldNotMix() {
        Language[] languages = Language.values();
        PipelineRuns shared = runs();
        List<PipelineSnapshot> together =
                AtOnce.on(RUNS_AT_ONCE, i -> shared.end(request("run-9." + i, languages[i % languages.length])));

        for (int i = 0; i < together.size(); i++) {
            Language language = languages[i % languages.length];
            PipelineSnapshot alone = shared.end(request("run-9." + i, language));
            assertThat(together.get(i).meal())
                    .as("A run beside others has to bring what it brings alone: keep nothing of a run in fields")
                    .isEqualTo(alone.meal());
        }
    }

    @Test
    default void aMissingBackendShouldBeReportedAsUnavailable() {
        PipelineRuns failing = new PipelineRuns(pipelineWithoutBackend(), patience(), maxCalls());
        Outcome<PipelineSnapshot> outcome = failing.firstFailure(request("run-10.0", Language.EN));

        PipelineSnapshot last = outcome.value();
        if (last != null) {
            throw new AssertionError((last.failure() == null
                            ? "The pipeline did not notice that its backend is away."
                            : "While the backend is away the run was ended for good (" + last.failure() + ").")
                    + " Fail the stage with StepUnavailableException: the gateway tries again until the deadline.");
        }
        assertThat(outcome.failure())
                .as("While the backend is away the stage has to fail with StepUnavailableException, so that the gateway"
                        + " tries again; any other exception ends the round in error")
                .isInstanceOf(StepUnavailableException.class);
    }

    @Test
    default void abandonShouldReturnAtOnceAndDoNoHarm() {
        PipelineRequest request = request("run-11.0", Language.EN);
        PipelineRuns runs = runs();
        PipelineSnapshot begun = runs.advance(request, PipelineSnapshot.empty());

        runs.abandon(request, PipelineSnapshot.empty());
        runs.abandon(request, begun);
        runs.abandon(request, begun);

        runs.end(request("run-11.1", Language.EN));
    }

    @Test
    default void aCallThatBringsNothingShouldSayWhenToAskAgain() {
        PipelineSnapshot before = PipelineSnapshot.empty();
        for (PipelineSnapshot after : run("run-12.0")) {
            if (!after.isFinished() && after.hasSameContentAs(before)) {
                assertThat(after.notBefore())
                        .as("A call that brought nothing has to say by notBefore when to ask again,"
                                + " or the gateway asks without a pause")
                        .isNotNull();
            }
            if (after.notBefore() != null) {
                assertThat(after.notBefore())
                        .as("notBefore has to be near: a shopper waits")
                        .isBefore(now().plus(MAX_PAUSE));
            }
            before = after;
        }
    }
}
