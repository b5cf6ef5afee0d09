package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import org.junit.jupiter.api.Test;

class RunFailuresTest {

    @Test
    void everyFailureComesBackAsItWas() {
        assertThat(RunFailures.all()).allSatisfy(failure -> assertThat(RunFailures.read(RunFailures.write(failure)))
                .isEqualTo(failure));
        assertThat(RunFailures.all().map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrder(RunFailure.class.getPermittedSubclasses());
        assertThat(RunFailures.write(null)).isNull();
        assertThat(RunFailures.read(null)).isNull();
    }

    @Test
    void rowsOfEarlierVersionsCanBeRead() {
        assertThat(RunFailures.read("cancelled")).isEqualTo(new RunFailure.Cancelled());
        assertThat(RunFailures.read("upstream chat session expired")).isEqualTo(new RunFailure.SessionExpired());
        assertThat(RunFailures.read("REFINEMENT_CAP_EXCEEDED: the model gave no usable answer within its refinements"))
                .isEqualTo(new RunFailure.RefinementsExhausted());
        assertThat(RunFailures.read("upsell_surface failed: invalid upstream answer"))
                .isEqualTo(new RunFailure.StepFailed(
                        PipelineStep.UPSELL_SURFACE, RunFailure.Cause.INVALID_UPSTREAM_ANSWER));
    }

    @Test
    void anUnknownTextIsRefused() {
        assertThatThrownBy(() -> RunFailures.read("tired")).hasMessageContaining("'tired'");
    }
}
