package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.visit.EndChatSessionUseCase.Command;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.visit.ChatSession.Ending;
import com.ones1ght.domain.visit.ChatSession.Reason;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndChatSessionServiceTest {
    private final VisitBench bench = new VisitBench();
    private final VisitId session = bench.chatting();
    private final ChatId chat = bench.opened().session().chat();

    @Test
    void endShouldBeAnsweredWithItsTimeAndReason() {
        bench.clock.advance(Duration.ofSeconds(9));

        Ending ending = bench.chatEnded(session).ending();

        assertThat(ending).isEqualTo(new Ending(NOW.plusSeconds(9), Reason.EXPLICIT));
        assertThat(bench.ending(chat)).contains(ending);
    }

    @Test
    void endedSessionShouldNotBeFoundAndTheVisitGoesOn() {
        bench.chatEnded(session);

        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.chatEnded(session));
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.watched(session));
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.ask(session));
        assertThat(bench.ended().id()).isEqualTo(session);
    }

    @Test
    void runningRoundBeforeStep2ShouldBeCancelledAndItsCreditGivenBack() {
        bench.ask(session);
        ClaimedRun held = bench.claimed(chat);
        bench.clock.advance(Duration.ofSeconds(1));
        bench.changed.clear();

        bench.chatEnded(session);

        RoundView round = bench.rounds(chat).get(0);
        assertThat(round.state()).isEqualTo(RoundState.ERROR);
        assertThat(round.failure()).isEqualTo(new RunFailure.Cancelled());
        assertThat(round.updatedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(bench.balance()).isEqualTo(10);
        assertThat(bench.changed).containsExactly(chat);
        assertThat(bench.storage
                        .runQueue()
                        .save(
                                held.claim(),
                                RunSamples.sessionUpdate(held.round(), RunSamples.snapshotUpToStep(4), NOW),
                                NOW))
                .as("a late write of the runner")
                .isFalse();
    }

    @Test
    void everyRunningRoundShouldBeCancelledAlsoTheOneWhoseBackListStillRuns() {
        bench.ask(session);
        bench.advanced(chat, 2);
        bench.ask(session, new Prompt("돼지고기 말고"));
        assertThat(bench.balance()).isEqualTo(6);

        bench.chatEnded(session);

        assertThat(bench.rounds(chat)).extracting(RoundView::failure).containsOnly(new RunFailure.Cancelled());
        assertThat(bench.rounds(chat).get(0).todos()).as("what was shown stays").isEqualTo(RunSamples.TODOS);
        assertThat(bench.balance())
                .as("the credit of the run without a shopping list alone comes back")
                .isEqualTo(8);
        assertThat(bench.storage.runQueue().claimDue(100, NOW.plus(IDLE), RunSamples.LEASE))
                .isEmpty();
    }

    @Test
    void settledRoundsShouldStayAsTheyAre() {
        bench.ask(session);
        bench.advanced(chat, 4);

        bench.chatEnded(session);

        assertThat(bench.rounds(chat)).extracting(RoundView::state).containsExactly(RoundState.COMPLETED);
        assertThat(bench.balance()).isEqualTo(8);
    }

    @Test
    void creditOfARoundThatFailedBeforeShouldNotComeBackTwice() {
        bench.ask(session);
        bench.failed(chat);

        bench.chatEnded(session);

        assertThat(bench.balance()).isEqualTo(10);
        assertThat(bench.rounds(chat).get(0).failure()).isEqualTo(new RunFailure.SessionExpired());
    }

    @Test
    void roundsOfOtherChatsShouldGoOn() {
        var elsewhere = bench.storage.aStartedRoundOf(
                bench.storage.profiles().find(bench.key.owner(), bench.profile).orElseThrow(), NOW);

        bench.chatEnded(session);

        assertThat(bench.rounds(elsewhere.chat().id()))
                .extracting(RoundView::state)
                .containsExactly(RoundState.CREATED);
    }

    @Test
    void sessionThatHasBeenIdleForAnHourShouldNotBeFound() {
        bench.clock.advance(IDLE);

        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.chatEnded(session));
    }

    @Test
    void unknownSessionShouldNotBeFound() {
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.chatEnded(new VisitId(UUID.randomUUID())));
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.chatEnded(new VisitId(chat.value())));
    }

    @Test
    void sessionThatIsSomebodyElsesShouldNotBeFound() {
        ProfileId sibling = bench.storage.aProfileOf(bench.key.owner()).id();

        bench.assertRefused(
                ErrorCode.NOT_FOUND, () -> bench.endChat.end(new Command(bench.key.owner(), sibling, session)));
        bench.forStrangers((key, profile) -> bench.assertRefused(
                ErrorCode.NOT_FOUND, () -> bench.endChat.end(new Command(key.owner(), profile, session))));

        assertThat(bench.ending(chat)).isEmpty();
    }
}
