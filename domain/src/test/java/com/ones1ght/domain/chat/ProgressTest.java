package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    @ParameterizedTest(name = "{0} done, stopped {1}: {2}")
    @CsvSource({
        "0, false, RUNNING PENDING PENDING PENDING",
        "1, false, DONE RUNNING PENDING PENDING",
        "2, false, DONE DONE RUNNING PENDING",
        "3, false, DONE DONE DONE RUNNING",
        "4, false, DONE DONE DONE DONE",
        "0, true, ERROR PENDING PENDING PENDING",
        "1, true, DONE ERROR PENDING PENDING",
        "2, true, DONE DONE ERROR PENDING",
        "3, true, DONE DONE DONE ERROR",
    })
    void stepStatesShouldFollowTheTableOfTheContract(int done, boolean stopped, String expected) {
        Progress progress = new Progress(done, stopped);

        List<String> states = Arrays.stream(PipelineStep.values())
                .map(progress::of)
                .map(StepState::name)
                .toList();

        assertThat(states).containsExactly(expected.split(" "));
    }

    @Test
    void currentStepShouldBeTheOneThatRunsOrHasFailed() {
        assertThat(Progress.START.current()).isEqualTo(PipelineStep.MEAL_SUGGEST);
        assertThat(new Progress(2, false).current()).isEqualTo(PipelineStep.UPSELL_SURFACE);
        assertThat(new Progress(3, true).current()).isEqualTo(PipelineStep.BACK_LIST);
        assertThat(new Progress(4, false).current()).isNull();
    }

    @Test
    void progressShouldNeverGoBack() {
        Progress three = new Progress(3, false);

        assertThat(three.atLeast(1)).isEqualTo(three);
        assertThat(three.atLeast(4).isComplete()).isTrue();
    }

    @Test
    void completeProgressShouldNotBeStopped() {
        Progress complete = new Progress(4, false);

        assertThat(complete.stop()).isEqualTo(complete);
        assertThatThrownBy(() -> new Progress(4, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void progressOutOfRangeShouldBeRefused() {
        assertThatThrownBy(() -> new Progress(-1, false)).hasMessageContaining("doneSteps");
        assertThatThrownBy(() -> new Progress(5, false)).hasMessageContaining("doneSteps");
    }
}
