package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.visit.WatchChatSessionUseCase.Query;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.ChatSessionStatus;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class WatchChatSessionServiceTest {
    private final VisitBench bench = new VisitBench();
    private final VisitId session = bench.chatting();
    private final ChatId chat = bench.opened().session().chat();

    private ChatSessionView watched() {
        return bench.watched(session).join();
    }

    @Test
    void sessionBeforeItsFirstQuestionShouldBeReadyWithoutALook() {
        assertThat(watched().status()).isEqualTo(ChatSessionStatus.READY);
        assertThat(watched().backListStatus()).isEqualTo(BackListStatus.NOT_STARTED);
        assertThat(watched().latest()).isNull();
        assertThat(bench.runner.refreshed()).isEmpty();
    }

    @Test
    void sessionShouldBeWatchedThroughTheStepsOfItsRecommendation() {
        bench.ask(session);
        assertThat(watched().status()).isEqualTo(ChatSessionStatus.CHAT);
        assertThat(watched().backListStatus()).isEqualTo(BackListStatus.NOT_STARTED);

        bench.advanced(chat, 1);
        bench.clock.advance(RunSamples.LEASE);
        assertThat(watched().status()).isEqualTo(ChatSessionStatus.CHAT);

        bench.advanced(chat, 2);
        bench.clock.advance(RunSamples.LEASE);
        assertThat(watched().status()).isEqualTo(ChatSessionStatus.READY);
        assertThat(watched().backListStatus()).isEqualTo(BackListStatus.IN_PROGRESS);
        assertThat(watched().latest().shoppingList()).isEqualTo(RunSamples.SESSION_LIST);
        assertThat(watched().latest().backList()).isNull();

        bench.advanced(chat, 4);
        assertThat(watched().status()).isEqualTo(ChatSessionStatus.READY);
        assertThat(watched().backListStatus()).isEqualTo(BackListStatus.COMPLETED);
        assertThat(watched().latest().backList()).isEqualTo(RunSamples.SESSION_BACK_LIST);
    }

    @Test
    void failedRecommendationShouldBeAnErrorUntilTheNextQuestion() {
        bench.ask(session);
        bench.failed(chat);
        assertThat(watched().status()).isEqualTo(ChatSessionStatus.ERROR);
        assertThat(watched().latest().failure()).isEqualTo(new RunFailure.SessionExpired());

        bench.ask(session);

        assertThat(watched().status()).isEqualTo(ChatSessionStatus.CHAT);
        assertThat(watched().latest().failure()).isNull();
    }

    @Test
    void recommendationUnderWayShouldBeLookedAtAndReadAgainAfterTheLook() {
        bench.ask(session);
        CompletableFuture<Boolean> refresh = new CompletableFuture<>();
        bench.runner.refreshUntil(refresh);

        CompletableFuture<ChatSessionView> watched = bench.watched(session);
        assertThat(watched).isNotDone();
        bench.advanced(chat, 2);
        refresh.complete(true);

        assertThat(watched.join().status()).isEqualTo(ChatSessionStatus.READY);
        assertThat(bench.runner.refreshed())
                .containsExactly(bench.rounds(chat).get(0).id());
    }

    @Test
    void withoutALookWhatWasReadShouldBeShown() {
        bench.ask(session);
        CompletableFuture<Boolean> refresh = new CompletableFuture<>();
        bench.runner.refreshUntil(refresh);

        CompletableFuture<ChatSessionView> watched = bench.watched(session);
        bench.advanced(chat, 2);
        refresh.complete(false);

        assertThat(watched.join().status()).isEqualTo(ChatSessionStatus.CHAT);
    }

    @Test
    void sessionThatEndsDuringTheLookShouldNotBeFound() {
        bench.ask(session);
        CompletableFuture<Boolean> refresh = new CompletableFuture<>();
        bench.runner.refreshUntil(refresh);
        CompletableFuture<ChatSessionView> watched = bench.watched(session);
        bench.chatEnded(session);

        refresh.complete(true);

        assertThatThrownBy(watched::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void settledRecommendationShouldBeShownWithoutALook() {
        bench.ask(session);
        bench.advanced(chat, 4);

        assertThat(bench.watched(session)).isCompleted();
        assertThat(bench.runner.refreshed()).isEmpty();
    }

    @Test
    void pollShouldKeepTheSessionAliveForAnHourAtLeast() {
        bench.clock.advance(IDLE.minusMillis(1));
        watched();

        bench.clock.advance(IDLE);
        watched();

        bench.clock.advance(IDLE.minusMillis(1));
        assertThat(watched().session().chat()).isEqualTo(chat);
    }

    @Test
    void pollsWithinHalfAMinuteShouldWriteOnce() {
        bench.clock.advance(Duration.ofSeconds(60));
        watched();
        ChatSession afterFirst = bench.stored(chat);
        assertThat(afterFirst.activeAt()).isEqualTo(NOW.plusSeconds(60));

        bench.clock.advance(Duration.ofSeconds(30));
        watched();
        assertThat(bench.stored(chat)).isEqualTo(afterFirst);

        bench.clock.advance(Duration.ofMillis(1));
        watched();
        assertThat(bench.stored(chat).activeAt()).isEqualTo(bench.clock.instant());
    }

    @Test
    void sessionShouldBeGoneAfterExactlyAnHourWithoutActivityBeforeAnybodyNoticed() {
        bench.clock.advance(IDLE);

        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.watched(session));

        assertThat(bench.ending(chat)).as("a read ends nothing").isEmpty();
    }

    @Test
    void pollShouldNotReviveASessionThatWasEnded() {
        bench.chatEnded(session);

        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.watched(session));
    }

    @Test
    void unknownSessionShouldNotBeFound() {
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.watched(new VisitId(UUID.randomUUID())));
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.watched(new VisitId(chat.value())));
    }

    @Test
    void sessionThatIsSomebodyElsesShouldNeitherBeFoundNorKeptAlive() {
        ProfileId sibling = bench.storage.aProfileOf(bench.key.owner()).id();
        bench.clock.advance(Duration.ofMinutes(5));

        bench.assertRefused(
                ErrorCode.NOT_FOUND, () -> bench.watch.watch(new Query(bench.key.owner(), sibling, session)));
        bench.forStrangers((key, profile) -> bench.assertRefused(
                ErrorCode.NOT_FOUND, () -> bench.watch.watch(new Query(key.owner(), profile, session))));

        assertThat(bench.stored(chat).activeAt()).isEqualTo(NOW);
    }
}
