package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTest {
    private static final Prompt NO_PORK = new Prompt("돼지고기 말고");

    @Test
    void firstRoundOfAChatShouldHaveNumberOne() {
        Chat chat = Chat.begun(Rounds.CHAT, Rounds.PROFILE, Rounds.NOON);

        Round first = chat.followUp(Rounds.ROUND, Rounds.DINNER, Language.KO, Rounds.NOON);

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.run()).isZero();
        assertThat(first.chat()).isEqualTo(chat.id());
        assertThat(first.state()).isEqualTo(RoundState.CREATED);
    }

    @Test
    void followUpShouldTakeTheNextNumberWhileStep3OfTheLastRoundStillRuns() {
        Chat chat = Rounds.chatWith(Rounds.withSteps(2));

        Round next = chat.followUp(Rounds.aRoundId(2), NO_PORK, Language.EN, Rounds.LATER);

        assertThat(next.number()).isEqualTo(2);
        assertThat(next.prompt()).isEqualTo(NO_PORK);
        assertThat(next.language()).isEqualTo(Language.EN);
        assertThat(next.createdAt()).isEqualTo(Rounds.LATER);
        assertThat(next.updatedAt()).isEqualTo(Rounds.LATER);
    }

    @Test
    void followUpShouldBeAcceptedAfterAnError() {
        Chat chat = Rounds.chatWith(Rounds.failedAfter(0));

        assertThat(chat.followUp(Rounds.aRoundId(2), NO_PORK, Language.KO, Rounds.LATER)
                        .number())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void followUpShouldBeRefusedWhileTheLastRoundIsBeforeTheEndOfStep2(int done) {
        Chat chat = Rounds.chatWith(Rounds.withSteps(done));

        assertRefused(
                ErrorCode.PRIOR_ROUND_IN_FLIGHT,
                () -> chat.followUp(Rounds.aRoundId(2), NO_PORK, Language.KO, Rounds.LATER));
    }

    @Test
    void newRoundShouldStartAgainWithoutRefinements() {
        Chat chat = Rounds.chatWith(Rounds.refined(8));

        Round next = chat.followUp(Rounds.aRoundId(2), NO_PORK, Language.KO, Rounds.LATER);

        assertThat(next.run()).isZero();
    }

    @Test
    void refinementShouldKeepIdNumberAndCreationAndStartEverythingElseAnew() {
        Round completed = Rounds.withSteps(4);

        Round again = Rounds.chatWith(completed).refine(completed.id(), NO_PORK, Language.JA, Rounds.LATER);

        assertThat(again.id()).isEqualTo(completed.id());
        assertThat(again.number()).isEqualTo(completed.number());
        assertThat(again.createdAt()).isEqualTo(completed.createdAt());
        assertThat(again.run()).isEqualTo(1);
        assertThat(again.prompt()).isEqualTo(NO_PORK);
        assertThat(again.language()).isEqualTo(Language.JA);
        assertThat(again.state()).isEqualTo(RoundState.CREATED);
        assertThat(again.progress()).isEqualTo(Progress.START);
        assertThat(again.backListStatus()).isNull();
        assertThat(again.failure()).isNull();
        assertThat(again.updatedAt()).isEqualTo(Rounds.LATER);
    }

    @Test
    void roundInErrorShouldBeRefinable() {
        Round failed = Rounds.failedAfter(0);

        Round again = Rounds.chatWith(failed).refine(failed.id(), NO_PORK, Language.KO, Rounds.LATER);

        assertThat(again.failure()).isNull();
        assertThat(again.state()).isEqualTo(RoundState.CREATED);
    }

    @Test
    void onlyTheLastRoundShouldBeRefinable() {
        Chat chat = Rounds.chatWith(Rounds.withSteps(4));

        assertRefused(ErrorCode.CONFLICT, () -> chat.refine(Rounds.aRoundId(9), NO_PORK, Language.KO, Rounds.LATER));
    }

    @Test
    void conflictShouldWinOverTheGuard() {
        Chat chat = Rounds.chatWith(Rounds.withSteps(0));

        assertRefused(ErrorCode.CONFLICT, () -> chat.refine(Rounds.aRoundId(9), NO_PORK, Language.KO, Rounds.LATER));
    }

    @Test
    void refinementShouldBeRefusedBeforeTheEndOfStep2() {
        Round running = Rounds.withSteps(1);

        assertRefused(ErrorCode.PRIOR_ROUND_IN_FLIGHT, () -> Rounds.chatWith(running)
                .refine(running.id(), NO_PORK, Language.KO, Rounds.LATER));
    }

    @Test
    void ninthRefinementShouldBeRefusedAndTheEighthAccepted() {
        Round seven = Rounds.refined(7);
        Round eight = Rounds.refined(8);

        assertThat(Rounds.chatWith(seven)
                        .refine(seven.id(), NO_PORK, Language.KO, Rounds.LATER)
                        .run())
                .isEqualTo(8);
        assertRefused(ErrorCode.REFINEMENT_CAP_EXCEEDED, () -> Rounds.chatWith(eight)
                .refine(eight.id(), NO_PORK, Language.KO, Rounds.LATER));
    }

    @Test
    void chatWithoutRoundsShouldHaveNothingToRefine() {
        Chat chat = Chat.begun(Rounds.CHAT, Rounds.PROFILE, Rounds.NOON);

        assertThatThrownBy(() -> chat.refine(Rounds.ROUND, NO_PORK, Language.KO, Rounds.LATER))
                .isInstanceOf(NotFoundException.class);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable request) {
        assertThat(catchThrowableOfType(DomainException.class, request).code()).isEqualTo(code);
    }
}
