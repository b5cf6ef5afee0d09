package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFailureTest {

    @ParameterizedTest
    @CsvSource({
        "MEAL_SUGGEST, UPSTREAM_TIMEOUT, meal_suggest failed: upstream timeout",
        "SHOPPING_LIST, UPSTREAM_ERROR, shopping_list failed: upstream error",
        "UPSELL_SURFACE, INVALID_UPSTREAM_ANSWER, upsell_surface failed: invalid upstream answer",
        "BACK_LIST, STORE_UNAVAILABLE, back_list failed: store unavailable",
    })
    void failedStepShouldBeNamedInTheWordsOfTheContract(PipelineStep step, RunFailure.Cause cause, String expected) {
        assertThat(new RunFailure.StepFailed(step, cause).lastError()).isEqualTo(expected);
    }

    @Test
    void otherFailuresShouldHaveTheWordsOfTheContract() {
        assertThat(new RunFailure.SessionExpired().lastError()).isEqualTo("upstream chat session expired");
        assertThat(new RunFailure.Cancelled().lastError()).isEqualTo("cancelled");
        assertThat(new RunFailure.RefinementsExhausted().lastError()).startsWith("REFINEMENT_CAP_EXCEEDED: ");
    }
}
