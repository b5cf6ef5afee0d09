package com.ones1ght.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.shared.Language;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundRuleTest {

    private static Round running(int doneSteps) {
        return round(RoundState.KICKED_OFF, new Progress(doneSteps, false));
    }

    private static Round round(RoundState state, Progress progress) {
        return new Round(
                new RoundId(new UUID(1, 1)),
                new ChatId(new UUID(1, 2)),
                1,
                0,
                new Prompt("soup"),
                Language.EN,
                state,
                progress,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void failedRunShouldBeRefundedHoweverFarItCame(int doneSteps) {
        RunFailure failure =
                new RunFailure.StepFailed(PipelineStep.values()[doneSteps], RunFailure.Cause.UPSTREAM_TIMEOUT);

        assertThat(RefundRule.isRefunded(running(doneSteps).fail(failure, Instant.EPOCH)))
                .isTrue();
        assertThat(RefundRule.isRefunded(running(doneSteps).fail(new RunFailure.SessionExpired(), Instant.EPOCH)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void runCancelledBeforeTheEndOfItsStep2ShouldBeRefunded(int doneSteps) {
        assertThat(RefundRule.isRefunded(running(doneSteps).fail(new RunFailure.Cancelled(), Instant.EPOCH)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void runCancelledWithItsShoppingListShouldKeepTheCharge(int doneSteps) {
        assertThat(RefundRule.isRefunded(running(doneSteps).fail(new RunFailure.Cancelled(), Instant.EPOCH)))
                .isFalse();
    }

    @Test
    void runsThatGoOnOrCompleteShouldKeepTheCharge() {
        assertThat(RefundRule.isRefunded(running(0))).isFalse();
        assertThat(RefundRule.isRefunded(running(3))).isFalse();
        assertThat(RefundRule.isRefunded(round(RoundState.COMPLETED, new Progress(4, false))))
                .isFalse();
    }
}
