package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.shared.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTest {

    @ParameterizedTest(name = "{0} steps by a snapshot of {1} make {2} and {3}")
    @CsvSource({
        "0, 0, 0, KICKED_OFF",
        "0, 1, 1, KICKED_OFF",
        "0, 3, 3, KICKED_OFF",
        "0, 4, 4, COMPLETED",
        "1, 2, 2, KICKED_OFF",
        "2, 1, 2, KICKED_OFF",
        "3, 0, 3, KICKED_OFF",
        "3, 4, 4, COMPLETED",
    })
    void stepsShouldGoForwardAndNeverBack(int before, int snapshot, int after, RoundState state) {
        Round round = Rounds.withSteps(before).absorb(Snapshots.withSteps(snapshot), Rounds.LATER);

        assertThat(round.progress().doneSteps()).isEqualTo(after);
        assertThat(round.state()).isEqualTo(state);
        assertThat(round.failure()).isNull();
    }

    @Test
    void acceptedRoundShouldBecomeKickedOffByItsFirstSnapshotEvenIfEmpty() {
        Round round = Rounds.justAccepted().absorb(PipelineSnapshot.empty(), Rounds.LATER);

        assertThat(round.state()).isEqualTo(RoundState.KICKED_OFF);
        assertThat(round.updatedAt()).isEqualTo(Rounds.LATER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void snapshotWithoutNewsShouldLeaveTheRoundEqual(int done) {
        Round round = Rounds.withSteps(done);

        assertThat(round.absorb(Snapshots.withSteps(done).notBefore(Rounds.LATER), Rounds.LATER))
                .isEqualTo(round);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void failedSnapshotShouldEndTheRoundAndKeepWhatIsDone(int done) {
        Round round = Rounds.justAccepted()
                .absorb(Snapshots.withSteps(done).failed(new RunFailure.SessionExpired()), Rounds.LATER);

        assertThat(round.state()).isEqualTo(RoundState.ERROR);
        assertThat(round.failure()).isEqualTo(new RunFailure.SessionExpired());
        assertThat(round.progress()).isEqualTo(new Progress(done, true));
        assertThat(round.updatedAt()).isEqualTo(Rounds.LATER);
    }

    @Test
    void failureAfterAllStepsShouldNotTakeACompletedAnswerAway() {
        Round round = Rounds.justAccepted().absorb(Snapshots.withSteps(4).failed(Rounds.TIMEOUT), Rounds.LATER);

        assertThat(round.state()).isEqualTo(RoundState.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void settledRoundShouldStayAsItIs(int snapshot) {
        Round completed = Rounds.withSteps(4);
        Round failed = Rounds.failedAfter(1);

        assertThat(completed.absorb(Snapshots.withSteps(snapshot), Rounds.LATER))
                .isSameAs(completed);
        assertThat(completed.fail(Rounds.TIMEOUT, Rounds.LATER)).isSameAs(completed);
        assertThat(failed.absorb(Snapshots.withSteps(snapshot), Rounds.LATER)).isSameAs(failed);
        assertThat(failed.fail(new RunFailure.Cancelled(), Rounds.LATER)).isSameAs(failed);
    }

    @Test
    void failingShouldStopTheStepThatRuns() {
        Round failed = Rounds.withSteps(2).fail(new RunFailure.Cancelled(), Rounds.LATER);

        assertThat(failed.state()).isEqualTo(RoundState.ERROR);
        assertThat(failed.failure()).isEqualTo(new RunFailure.Cancelled());
        assertThat(failed.progress().of(PipelineStep.SHOPPING_LIST)).isEqualTo(StepState.DONE);
        assertThat(failed.progress().of(PipelineStep.UPSELL_SURFACE)).isEqualTo(StepState.ERROR);
        assertThat(failed.backListStatus()).isEqualTo(BackListStatus.IN_PROGRESS);
    }

    @Test
    void changeShouldKeepTheIdentityOfTheRound() {
        Round before = Rounds.justAccepted();

        Round after = before.absorb(Snapshots.withSteps(2), Rounds.LATER);

        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("state", "progress", "backListStatus", "updatedAt")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, true", "3, true", "4, true"})
    void mealShouldBelongToTheHistoryFromStep2On(int done, boolean expected) {
        assertThat(Rounds.withSteps(done).hasShoppingList()).isEqualTo(expected);
        assertThat(Rounds.withSteps(done).isInFlight()).isNotEqualTo(expected);
    }

    @Test
    void mealOfARoundThatFailedBeforeStep2ShouldNotBelongToTheHistory() {
        assertThat(Rounds.failedAfter(1).hasShoppingList()).isFalse();
        assertThat(Rounds.failedAfter(2).hasShoppingList()).isTrue();
    }

    @Test
    void errorAndFailureShouldGoTogether() {
        assertThatThrownBy(() -> aRound(RoundState.ERROR, null)).hasMessageContaining("failure");
        assertThatThrownBy(() -> aRound(RoundState.KICKED_OFF, new RunFailure.Cancelled()))
                .hasMessageContaining("failure");
    }

    private static Round aRound(RoundState state, @Nullable RunFailure failure) {
        Instant now = Rounds.NOON;
        return new Round(
                Rounds.ROUND,
                Rounds.CHAT,
                1,
                0,
                Rounds.DINNER,
                Language.KO,
                state,
                Progress.START,
                null,
                failure,
                now,
                now);
    }

    @Nested
    class BackListStatusOfARound {

        @Test
        void shouldBeNullUntilTheFirstSnapshot() {
            assertThat(Rounds.justAccepted().backListStatus()).isNull();
        }

        @ParameterizedTest
        @CsvSource({
            "0, NOT_STARTED",
            "1, NOT_STARTED",
            "2, IN_PROGRESS",
            "3, IN_PROGRESS",
            "4, COMPLETED",
        })
        void shouldFollowTheStepsWhereUpstreamSaysNothing(int done, BackListStatus expected) {
            assertThat(Rounds.withSteps(done).backListStatus()).isEqualTo(expected);
        }

        @ParameterizedTest
        @EnumSource(
                value = BackListStatus.class,
                names = {"NOT_STARTED", "IN_PROGRESS"})
        void shouldBeWhatUpstreamSays(BackListStatus told) {
            Round round = Rounds.justAccepted().absorb(Snapshots.withSteps(2).withBackListStatus(told), Rounds.LATER);

            assertThat(round.backListStatus()).isEqualTo(told);
        }

        @Test
        void shouldNotBeCompletedBeforeStep4sDataIsThere() {
            Round round = Rounds.justAccepted()
                    .absorb(Snapshots.withSteps(3).withBackListStatus(BackListStatus.COMPLETED), Rounds.LATER);

            assertThat(round.backListStatus()).isEqualTo(BackListStatus.IN_PROGRESS);
        }

        @Test
        void shouldBeCompletedWithStep4WhateverUpstreamSays() {
            Round round = Rounds.justAccepted()
                    .absorb(Snapshots.withSteps(4).withBackListStatus(BackListStatus.IN_PROGRESS), Rounds.LATER);

            assertThat(round.backListStatus()).isEqualTo(BackListStatus.COMPLETED);
        }

        @Test
        void shouldNotGoBackWithinARun() {
            Round round = Rounds.withSteps(2)
                    .absorb(Snapshots.withSteps(2).withBackListStatus(BackListStatus.NOT_STARTED), Rounds.LATER);

            assertThat(round.backListStatus()).isEqualTo(BackListStatus.IN_PROGRESS);
        }

        @Test
        void changeOfItAloneShouldBeAChangeOfTheRound() {
            Round before = Rounds.withSteps(1);

            Round after =
                    before.absorb(Snapshots.withSteps(1).withBackListStatus(BackListStatus.IN_PROGRESS), Rounds.LATER);

            assertThat(after.backListStatus()).isEqualTo(BackListStatus.IN_PROGRESS);
            assertThat(after.updatedAt()).isEqualTo(Rounds.LATER);
        }
    }
}
