package com.ones1ght.adapters.rest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "MEAL_SUGGEST, UPSTREAM_TIMEOUT, meal_suggest failed: upstream timeout",
        "SHOPPING_LIST, UPSTREAM_ERROR, shopping_list failed: upstream error",
        "UPSELL_SURFACE, INVALID_UPSTREAM_ANSWER, upsell_surface failed: invalid upstream answer",
        "BACK_LIST, STORE_UNAVAILABLE, back_list failed: store unavailable",
    })
    void failedStepIsNamedAsTheContractSays(PipelineStep step, RunFailure.Cause cause, String expected) {
        assertThat(LastErrors.of(new RunFailure.StepFailed(step, cause))).isEqualTo(expected);
    }

    @Test
    void otherFailuresAreNamedAsTheContractSays() {
        assertThat(LastErrors.of(new RunFailure.SessionExpired())).isEqualTo("upstream chat session expired");
        assertThat(LastErrors.of(new RunFailure.Cancelled())).isEqualTo("cancelled");
        assertThat(LastErrors.of(new RunFailure.RefinementsExhausted())).startsWith("REFINEMENT_CAP_EXCEEDED: ");
    }
}
