package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.DEADLINE;
import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static com.ones1ght.application.visit.VisitBench.DINNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.visit.RecommendInSessionUseCase.Command;
import com.ones1ght.domain.chat.ChatHistory.PastRun;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecommendInSessionServiceTest {
    private static final Prompt NO_PORK = new Prompt("돼지고기 말고");

    private final VisitBench bench = new VisitBench();
    private final VisitId session = bench.chatting();
    private final ChatId chat = bench.opened().session().chat();

    @Test
    void firstQuestionShouldBeginTheSessionsConversation() {
        bench.clock.advance(Duration.ofSeconds(4));

        bench.ask(session);

        assertThat(bench.rounds(chat)).hasSize(1);
        RoundView round = bench.rounds(chat).get(0);
        assertThat(round.number()).isEqualTo(1);
        assertThat(round.prompt()).isEqualTo(DINNER.text());
        assertThat(round.createdAt()).isEqualTo(NOW.plusSeconds(4));
        assertThat(bench.balance()).isEqualTo(8);
        assertThat(bench.runner.wakeUps()).isEqualTo(1);
    }

    @Test
    void acceptedRunShouldBeDueLikeAnyOtherAndKnowThatItIsInASession() {
        bench.ask(session);

        ClaimedRun run = bench.claimed(chat);

        assertThat(run.inSession()).isTrue();
        assertThat(run.deadline()).isEqualTo(NOW.plus(DEADLINE));
        assertThat(run.userQuery()).startsWith("プロフィール: 名前 佐藤花子").endsWith("\n\n" + DINNER.text());
        assertThat(run.past()).isEmpty();
    }

    @Test
    void secondQuestionShouldFollowUpWithHistory() {
        bench.ask(session);
        bench.advanced(chat, 2);

        bench.ask(session, NO_PORK);

        assertThat(bench.rounds(chat)).extracting(RoundView::number).containsExactly(1, 2);
        assertThat(bench.claimed(chat).past()).containsExactly(new PastRun(1, 0, DINNER.text(), RunSamples.RAW_MEAL));
        assertThat(bench.balance()).isEqualTo(6);
        assertThat(bench.runner.wakeUps()).isEqualTo(2);
        assertThat(bench.changed).containsExactly(chat, chat);
    }

    @Test
    void questionShouldBeAcceptedAfterOneThatFailed() {
        bench.ask(session);
        bench.failed(chat);

        bench.ask(session, NO_PORK);

        assertThat(bench.rounds(chat))
                .extracting(RoundView::state)
                .containsExactly(RoundState.ERROR, RoundState.CREATED);
        assertThat(bench.claimed(chat).past()).isEmpty();
    }

    @Test
    void questionShouldBeRefusedWhileTheOneBeforeHasNoShoppingList() {
        bench.ask(session);
        bench.assertRefused(ErrorCode.CONFLICT, () -> bench.ask(session, NO_PORK));

        bench.advanced(chat, 1);
        bench.assertRefused(ErrorCode.CONFLICT, () -> bench.ask(session, NO_PORK));

        assertThat(bench.balance()).isEqualTo(8);
        assertThat(bench.rounds(chat)).hasSize(1);
    }

    @Test
    void questionAtAnyOtherStageThanChatShouldBeRefused() {
        bench.stamped("chat");
        bench.assertRefused(ErrorCode.STAGE_NOT_CHAT, () -> bench.ask(session));

        bench.stamped("CHAT");
        bench.ask(session);

        assertThat(bench.rounds(chat)).hasSize(1);
    }

    @Test
    void questionWithoutCreditShouldBeRefusedAndLeaveNothing() {
        bench.spendAll();
        bench.clock.advance(Duration.ofMinutes(5));

        bench.assertRefused(ErrorCode.INSUFFICIENT_CREDIT, () -> bench.ask(session));

        assertThat(bench.rounds(chat)).isEmpty();
        assertThat(bench.stored(chat).activeAt()).isEqualTo(NOW);
    }

    @Test
    void questionInASessionThatWasNeverOpenedShouldNotBeFound() {
        VisitBench unopened = new VisitBench();
        VisitId visit = unopened.started();
        unopened.stamped("CHAT");

        unopened.assertRefused(ErrorCode.NOT_FOUND, () -> unopened.ask(visit));
    }

    @Test
    void unknownSessionShouldNotBeFound() {
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.ask(new VisitId(UUID.randomUUID())));
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.ask(new VisitId(chat.value())));
    }

    @Test
    void sessionThatIsSomebodyElsesShouldNotBeFound() {
        ProfileId sibling = bench.storage.aProfileOf(bench.key.owner()).id();
        bench.start.start(new StartVisitUseCase.Command(bench.key, sibling));

        bench.assertRefused(
                ErrorCode.NOT_FOUND, () -> bench.recommend.recommend(new Command(bench.key, sibling, session, DINNER)));
        bench.forStrangers((key, profile) -> bench.assertRefused(
                ErrorCode.NOT_FOUND, () -> bench.recommend.recommend(new Command(key, profile, session, DINNER))));
    }

    @Test
    void endedSessionShouldWinOverEverythingElse() {
        bench.ask(session);
        bench.spendAll();
        bench.stamped("CHECKOUT");
        bench.chatEnded(session);

        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.ask(session));
    }

    @Test
    void idleSessionShouldWinOverEverythingElse() {
        bench.ask(session);
        bench.spendAll();
        bench.stamped("CHECKOUT");
        bench.clock.advance(IDLE);

        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.ask(session));
    }

    @Test
    void stageShouldWinOverARunningRecommendationAndTheMissingCredit() {
        bench.ask(session);
        bench.spendAll();
        bench.stamped("CHECKOUT");

        bench.assertRefused(ErrorCode.STAGE_NOT_CHAT, () -> bench.ask(session));
    }

    @Test
    void runningRecommendationShouldWinOverTheMissingCredit() {
        bench.ask(session);
        bench.spendAll();

        bench.assertRefused(ErrorCode.CONFLICT, () -> bench.ask(session));
    }

    @Test
    void questionShouldKeepTheSessionAlive() {
        bench.clock.advance(IDLE.minusMillis(1));

        bench.ask(session);

        assertThat(bench.stored(chat).idleAt()).isEqualTo(bench.clock.instant().plus(IDLE));
    }

    @Test
    void storageThatIsAwayShouldNotWakeTheRunner() {
        bench.storage.unitOfWork().goAway();

        assertThatThrownBy(() -> bench.ask(session)).isInstanceOf(StorageUnavailableException.class);

        assertThat(bench.runner.wakeUps()).isZero();
    }

    @Test
    void ofManyQuestionsAtOnceExactlyOneShouldBeAccepted() {
        List<Boolean> accepted = AtOnce.on(32, i -> {
            try {
                bench.ask(session);
                return true;
            } catch (DomainException running) {
                assertThat(running.code()).isEqualTo(ErrorCode.CONFLICT);
                return false;
            }
        });

        assertThat(accepted).containsOnlyOnce(true);
        assertThat(bench.balance()).isEqualTo(8);
        assertThat(bench.rounds(chat)).hasSize(1);
    }
}
