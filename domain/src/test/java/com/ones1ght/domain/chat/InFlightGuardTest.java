package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InFlightGuardTest {

    @Test
    void nextRunShouldBeRefusedRightAfterTheKickoffOfThePrior() {
        assertRefused(Rounds.justAccepted());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nextRunShouldBeRefusedWhilePriorRoundIsBeforeTheEndOfStep2(int done) {
        assertRefused(Rounds.withSteps(done));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void nextRunShouldBeAcceptedFromStep2OnWhileTheRestStillRuns(int done) {
        assertThatCode(() -> InFlightGuard.check(Rounds.withSteps(done))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nextRunShouldBeAcceptedAfterThePriorFailed(int done) {
        assertThatCode(() -> InFlightGuard.check(Rounds.failedAfter(done))).doesNotThrowAnyException();
    }

    private static void assertRefused(Round prior) {
        assertThatThrownBy(() -> InFlightGuard.check(prior))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.PRIOR_ROUND_IN_FLIGHT));
    }
}
