package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSnapshotTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void stepsShouldBeCountedFromTheFirstOn(int done) {
        assertThat(Snapshots.withSteps(done).stepsDone()).isEqualTo(done);
    }

    @Test
    void stepsBehindAGapShouldNotCount() {
        PipelineSnapshot gap =
                PipelineSnapshot.empty().withMeal(Snapshots.MEAL).withUpsellSurface(Snapshots.UPSELL_SURFACE);

        assertThat(gap.stepsDone()).isEqualTo(1);
        assertThat(gap.nextStep()).contains(PipelineStep.SHOPPING_LIST);
        assertThat(gap.isDone(PipelineStep.UPSELL_SURFACE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 3", "4, 4"})
    void upToShouldLeaveOutTheOutputsOfLaterSteps(int steps, int expected) {
        assertThat(Snapshots.withSteps(4).upTo(steps)).isEqualTo(Snapshots.withSteps(expected));
    }

    @Test
    void upToShouldLeaveOutAFailureThatCameAfterThoseSteps() {
        PipelineSnapshot failedAfterTwo = Snapshots.withSteps(2).failed(Rounds.TIMEOUT);

        assertThat(failedAfterTwo.upTo(1).failure()).isNull();
        assertThat(failedAfterTwo.upTo(2).failure()).isEqualTo(Rounds.TIMEOUT);
        assertThat(failedAfterTwo.upTo(3)).isEqualTo(failedAfterTwo);
    }

    @Test
    void snapshotShouldBeFinishedWhenFailedOrWhenAllStepsAreDone() {
        assertThat(Snapshots.withSteps(3).isFinished()).isFalse();
        assertThat(Snapshots.withSteps(4).isFinished()).isTrue();
        assertThat(Snapshots.withSteps(0).failed(Rounds.TIMEOUT).isFinished()).isTrue();
    }

    @Test
    void notBeforeShouldNotBeContent() {
        PipelineSnapshot snapshot = Snapshots.withSteps(2);

        assertThat(snapshot.notBefore(Rounds.LATER).hasSameContentAs(snapshot)).isTrue();
        assertThat(snapshot.hasSameContentAs(snapshot.notBefore(Rounds.LATER))).isTrue();
    }

    @Test
    void otherDifferencesShouldBeNewContent() {
        PipelineSnapshot snapshot = Snapshots.withSteps(1);

        assertThat(snapshot.withUpstreamSession("s-1").hasSameContentAs(snapshot))
                .isFalse();
        assertThat(snapshot.withExtras(Map.of("timing", "{}")).hasSameContentAs(snapshot))
                .isFalse();
        assertThat(snapshot.withBackListStatus(BackListStatus.NOT_STARTED).hasSameContentAs(snapshot))
                .isFalse();
        assertThat(snapshot.failed(Rounds.TIMEOUT).hasSameContentAs(snapshot)).isFalse();
        assertThat(Snapshots.withSteps(2).hasSameContentAs(snapshot)).isFalse();
    }

    @Test
    void extrasShouldNotChangeAfterwards() {
        Map<String, String> extras = new HashMap<>(Map.of("timing", "{}"));
        PipelineSnapshot snapshot = PipelineSnapshot.empty().withExtras(extras);

        extras.put("preferences", "[]");

        assertThat(snapshot.extras()).containsOnlyKeys("timing");
    }
}
