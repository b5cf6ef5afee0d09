package com.ones1ght.adapters.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunCodecSnapshotTest {

    private static PipelineSnapshot thereAndBack(PipelineSnapshot snapshot) {
        String json = RunCodec.writeSnapshot(snapshot);
        // The precision of the database.
        byte[] stored = json.getBytes(StandardCharsets.UTF_8);
        return RunCodec.readSnapshot(new String(stored, StandardCharsets.UTF_8));
    }

    @Test
    void sampleShouldHaveEveryFieldSet() {
        PipelineSnapshot full = RunSamples.fullSnapshot();

        assertThat(Arrays.stream(PipelineSnapshot.class.getRecordComponents()).map(part -> valueOf(part, full)))
                .doesNotContainNull();
    }

    private static Object valueOf(RecordComponent part, PipelineSnapshot snapshot) {
        try {
            return part.getAccessor().invoke(snapshot);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyFieldShouldSurviveARoundTrip() {
        assertThat(thereAndBack(RunSamples.fullSnapshot())).isEqualTo(RunSamples.fullSnapshot());
    }

    @Test
    void rawTextsShouldStayVerbatim() {
        PipelineSnapshot back = thereAndBack(RunSamples.snapshotUpToStep(1));

        assertThat(back.meal()).isNotNull();
        assertThat(back.meal().raw()).isEqualTo(RunSamples.RAW_MEAL);
    }

    @Test
    void emptySnapshotShouldSurviveARoundTrip() {
        assertThat(thereAndBack(PipelineSnapshot.empty())).isEqualTo(PipelineSnapshot.empty());
        assertThat(RunCodec.readSnapshot(null)).isEqualTo(PipelineSnapshot.empty());
    }

    @Test
    void fieldsOfNewerVersionsShouldBeIgnored() {
        assertThat(RunCodec.readSnapshot("{\"upstreamSession\":\"s\",\"mood\":{\"x\":1}}"))
                .isEqualTo(PipelineSnapshot.empty().withUpstreamSession("s"));
    }

    static Stream<RunFailure> failures() {
        return Stream.concat(
                Stream.of(
                        new RunFailure.SessionExpired(),
                        new RunFailure.RefinementsExhausted(),
                        new RunFailure.Cancelled()),
                Arrays.stream(PipelineStep.values()).flatMap(step -> Arrays.stream(RunFailure.Cause.values())
                        .map(cause -> new RunFailure.StepFailed(step, cause))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureShouldSurviveARoundTrip(RunFailure failure) {
        PipelineSnapshot failed = PipelineSnapshot.empty().failed(failure);

        assertThat(thereAndBack(failed)).isEqualTo(failed);
    }

    @Test
    void everyKindOfFailureShouldBeTested() {
        assertThat(failures().map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrder(RunFailure.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @EnumSource
    void everyBackListStatusShouldSurviveARoundTrip(BackListStatus status) {
        PipelineSnapshot told = PipelineSnapshot.empty().withBackListStatus(status);

        assertThat(thereAndBack(told)).isEqualTo(told);
    }

    @Test
    void adminsShouldSeeTheUpstreamAndNoOtherExtra() {
        PipelineSnapshot told = PipelineSnapshot.empty()
                .withExtras(Map.of(RecommendationPipeline.SHOWN_TO_ADMINS, "{\"status\":401}", "other", "{}"));

        assertThat(RunCodec.output(RunCodec.writeSnapshot(told)).upstream())
                .isEqualTo(JsonFragment.of("{\"status\":401}"));
        assertThat(RunCodec.output(RunCodec.writeSnapshot(RunSamples.fullSnapshot()))
                        .upstream())
                .isNull();
    }

    @Test
    void adminsShouldSeeTheSameOfARunThatHasSettled() {
        PipelineSnapshot full = RunSamples.fullSnapshot()
                .withExtras(Map.of(RecommendationPipeline.SHOWN_TO_ADMINS, "{\"status\":401}", "other", "{}"));
        String settled = RunCodec.writeOutput(full);

        assertThat(RunCodec.output(settled)).isEqualTo(RunCodec.output(RunCodec.writeSnapshot(full)));
        assertThat(RunCodec.output(settled).steps()).hasSize(4);
        assertThat(RunCodec.output(RunCodec.writeOutput(RunSamples.snapshotUpToStep(2))))
                .isEqualTo(RunCodec.output(RunCodec.writeSnapshot(RunSamples.snapshotUpToStep(2))));
        assertThat(RunCodec.output(RunCodec.writeOutput(PipelineSnapshot.empty())))
                .isEqualTo(new RunCodec.Output(Map.of(), null));
    }

    @Test
    void settledRunShouldKeepNothingElse() {
        String settled = RunCodec.writeOutput(RunSamples.fullSnapshot());

        assertThat(settled).doesNotContain("\"value\"", "\"other\"", "upstreamSession", "failure", "notBefore");
    }
}
