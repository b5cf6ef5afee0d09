package com.ones1ght.application.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.WatchChatUseCase.Query;
import com.ones1ght.application.chat.Watched.Unchanged;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Polls with a baseline, which get "unchanged" or wait. */
class LongPollTest {

    private final WaitBench bench = new WaitBench();
    private final Started started = bench.storage.aStartedRound();

    private Query since(ChatTag tag, Duration wait) {
        return bench.query(started, null, Baseline.of(List.of(tag)), wait);
    }

    @Test
    void knownStateShouldBeUnchangedWithoutReadingDocuments() {
        ChatTag tag = bench.tag(started, null);
        bench.queries.documents.set(0);

        Watched watched = bench.here.poll(since(tag, Duration.ZERO)).join();

        assertThat(watched).isEqualTo(new Unchanged(tag));
        assertThat(bench.queries.documents).hasValue(0);
        assertThat(bench.queries.heads).hasValue(1);
    }

    @Test
    void oneOfSeveralKnownStatesShouldSuffice() {
        ChatTag tag = bench.tag(started, null);
        Baseline several = Baseline.of(List.of(new ChatTag(99, 1), tag));

        assertThat(bench.here
                        .poll(bench.query(started, null, several, Duration.ZERO))
                        .join())
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void anyStateShouldBeUnchangedAtOnceAlsoWithAWait() {
        assertThat(bench.here
                        .poll(bench.query(started, null, Baseline.ANY, WaitBench.WAIT))
                        .join())
                .isInstanceOf(Unchanged.class);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void tagShouldChangeWithRoundsTheirNumberTheSummaryAndTheCouponSpotsAndNothingElse() {
        List<ChatTag> tags = new ArrayList<>();
        tags.add(bench.tag(started, null));
        assertThat(bench.tag(started, null)).isEqualTo(tags.get(0));
        bench.change(started, 4);
        tags.add(bench.tag(started, null));
        Started followUp = bench.storage.aFollowUp(
                started.profile(),
                bench.storage.inTransaction(() -> bench.storage
                        .chats()
                        .lock(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id())
                        .orElseThrow()),
                "spicier",
                NOW);
        assertThat(followUp.chat().id()).isEqualTo(started.chat().id());
        tags.add(bench.tag(started, null));
        rename("Hanako");
        tags.add(bench.tag(started, null));
        bench.spots.goAway();
        bench.clock.advance(Duration.ofMinutes(2));

        assertThat(tags).doesNotHaveDuplicates();
        assertThat(tags.get(3).rounds())
                .isEqualTo(tags.get(2).rounds())
                .isGreaterThan(tags.get(1).rounds());
        assertThat(tags.get(2).rest())
                .as("rounds leave the rest")
                .isEqualTo(tags.get(1).rest())
                .isEqualTo(tags.get(0).rest());
        assertThat(bench.tag(started, null)).as("last known spots").isEqualTo(tags.get(3));
    }

    private void rename(String name) {
        Profile before = started.profile();
        ProfileFacts facts = before.facts();
        bench.storage.run(() -> bench.storage
                .profiles()
                .save(new Profile(
                        before.id(),
                        before.owner(),
                        before.document(),
                        new ProfileFacts(
                                name,
                                facts.gender(),
                                facts.age(),
                                facts.locale(),
                                facts.persona(),
                                facts.store(),
                                facts.additional(),
                                facts.restrictions()),
                        before.createdAt(),
                        NOW)));
    }

    @Test
    void pollWithoutABaselineShouldBeAnsweredAtOnce() {
        assertThat(bench.here.poll(bench.query(started, null, Baseline.NONE, WaitBench.WAIT)))
                .isCompletedWithValueMatching(WatchedChat.class::isInstance);
    }

    @Test
    void pollWithOlderRoundsShouldBeAnsweredAtOnce() {
        Query query = bench.waiting(started);
        bench.change(started, 1);

        assertThat(bench.here.poll(query)).isCompletedWithValueMatching(WatchedChat.class::isInstance);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void pollShouldWaitForAChange() {
        CompletableFuture<Watched> poll = bench.here.poll(bench.waiting(started));
        assertThat(poll).isNotDone();

        bench.change(started, 1);
        bench.settle();

        assertThat(poll)
                .isCompletedWithValueMatching(
                        watched -> watched.tag().equals(bench.tag(started, null)) && watched instanceof WatchedChat);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void pollShouldWaitForAChangeOnAnotherNode() {
        CompletableFuture<Watched> poll = bench.there.poll(bench.waiting(started));

        bench.change(started, 1);
        bench.settle();

        assertThat(poll).isCompletedWithValueMatching(WatchedChat.class::isInstance);
    }

    @Test
    void pollOfASettledRoundShouldWaitForItsRefinement() {
        bench.change(started, 4);
        CompletableFuture<Watched> poll = bench.there.poll(bench.waiting(started));
        bench.settle();
        assertThat(poll).isNotDone();
        Round settled = bench.storage
                .inTransaction(() -> bench.storage
                        .chats()
                        .lock(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id())
                        .orElseThrow())
                .lastRound();

        bench.storage.aRefinement(started, settled, "again", NOW.plusSeconds(1));
        bench.here.changes.changed(started.chat().id());
        bench.settle();

        assertThat(poll).isCompletedWithValueMatching(WatchedChat.class::isInstance);
    }

    @Test
    void pollShouldBeUnchangedAfterItsWait() {
        CompletableFuture<Watched> poll = bench.here.poll(bench.waiting(started));
        bench.queries.documents.set(0);

        bench.pass(WaitBench.WAIT.minusMillis(1));
        assertThat(poll).isNotDone();
        bench.pass(Duration.ofMillis(1));

        assertThat(poll).isCompletedWithValueMatching(Unchanged.class::isInstance);
        assertThat(bench.queries.documents).hasValue(0);
        assertThat(bench.queries.heads)
                .as("before the wait, at its beginning and at its end")
                .hasValue(3);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void onlyTheRestChangedShouldBeAnsweredAfterTheWait() {
        CompletableFuture<Watched> poll = bench.here.poll(bench.waiting(started));
        rename("Hanako");
        bench.settle();
        assertThat(poll).isNotDone();

        bench.pass(WaitBench.WAIT);

        assertThat(poll).isCompletedWithValueMatching(WatchedChat.class::isInstance);
    }

    @Test
    void changeBetweenTheReadAndTheWaitShouldNotBeMissed() {
        Query query = bench.waiting(started);
        bench.wire.loseChangedChats();
        bench.queries.afterNextHead(() -> bench.change(started, 1));

        CompletableFuture<Watched> poll = bench.here.poll(query);
        bench.settle();

        assertThat(poll).isCompletedWithValueMatching(WatchedChat.class::isInstance);
    }

    @Test
    void changeBetweenTheCheckAndTheWaitShouldNotBeMissed() {
        Query query = bench.waiting(started);
        bench.wire.loseChangedChats();
        bench.queries.afterNextHead(() -> bench.queries.afterNextHead(() -> bench.change(started, 1)));

        CompletableFuture<Watched> poll = bench.here.poll(query);
        bench.settle();

        assertThat(poll).isCompletedWithValueMatching(WatchedChat.class::isInstance);
    }

    @Test
    void strangersShouldTakeNoneOfTheWaitsOfAProfile() {
        Query query = bench.waiting(started);
        Query strangers = bench.waiting(bench.storage.aStartedRound());
        List<Integer> waiting = new ArrayList<>();
        bench.queries.afterNextHead(() -> waiting.add(bench.here.waits.size()));

        assertThat(bench.here.service.watch(new Query(
                        strangers.key(), query.profile(), query.chat(), null, query.baseline(), WaitBench.WAIT)))
                .isEmpty();
        assertThat(waiting).as("waits while the chat is looked for").containsExactly(0);
    }

    @Test
    void eraseBetweenTheCheckAndTheWaitShouldEndIt() {
        Query query = bench.waiting(started);
        bench.queries.afterNextHead(() -> bench.storage.inTransaction(() -> bench.storage
                .profiles()
                .erase(started.owner(), started.profile().id(), NOW)));

        CompletableFuture<Watched> poll = bench.here.poll(query);

        assertThatThrownBy(poll::join).hasCauseInstanceOf(NotFoundException.class);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void changeWhoseSignalWasLostShouldBeFoundByTheTick() {
        CompletableFuture<Watched> poll = bench.there.poll(bench.waiting(started));
        bench.wire.loseChangedChats();

        bench.change(started, 1);
        bench.settle();
        assertThat(poll).isNotDone();
        bench.pass(WaitBench.TICK);

        assertThat(poll).isCompletedWithValueMatching(WatchedChat.class::isInstance);
    }

    @Test
    void ticksWithoutAChangeShouldReadNothingOfTheChat() {
        bench.here.poll(bench.waiting(started));
        bench.queries.heads.set(0);

        bench.pass(WaitBench.TICK.multipliedBy(4));

        assertThat(bench.queries.heads).hasValue(0);
    }

    @Test
    void roundShouldWaitForItselfOnly() {
        bench.change(started, 4);
        ChatTag tag = bench.tag(started, started.round().id());
        CompletableFuture<Watched> poll =
                bench.here.poll(bench.query(started, started.round().id(), Baseline.of(List.of(tag)), WaitBench.WAIT));
        bench.queries.documents.set(0);

        Started followUp = bench.storage.aFollowUp(
                started.profile(),
                bench.storage.inTransaction(() -> bench.storage
                        .chats()
                        .lock(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id())
                        .orElseThrow()),
                "spicier",
                NOW);
        bench.here.changes.changed(started.chat().id());
        bench.settle();

        assertThat(poll).isNotDone();
        assertThat(bench.queries.documents).hasValue(0);
        assertThat(bench.tag(started, followUp.round().id()).rounds()).isEqualTo(1);
    }

    @Test
    void pollOfARunningRoundShouldRefreshItAndThenWait() {
        Query query = bench.waiting(started);
        CompletableFuture<Boolean> refresh = new CompletableFuture<>();
        bench.runner.refreshed().clear();
        bench.runner.refreshUntil(refresh);

        CompletableFuture<Watched> poll = bench.here.poll(query);
        assertThat(bench.runner.refreshed()).containsExactly(started.round().id());
        refresh.complete(false);
        assertThat(poll).isNotDone();
        bench.change(started, 1);
        bench.settle();

        assertThat(poll).isCompletedWithValueMatching(WatchedChat.class::isInstance);
    }

    @Test
    void whatTheRefreshBringsShouldBeAnswered() {
        Query query = bench.waiting(started);
        CompletableFuture<Boolean> refresh = new CompletableFuture<>();
        bench.runner.refreshUntil(refresh);
        CompletableFuture<Watched> poll = bench.here.poll(query);

        RunSamples.advance(bench.storage, started, 1, NOW);
        refresh.complete(true);

        assertThat(poll).isCompletedWithValueMatching(WatchedChat.class::isInstance);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void ninthWaitOfAProfileShouldBeAnsweredAtOnce() {
        Query query = bench.waiting(started);
        List<CompletableFuture<Watched>> polls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            polls.add(bench.here.poll(query));
        }
        assertThat(polls).allMatch(poll -> !poll.isDone());

        assertThat(bench.here.poll(query)).isCompletedWithValueMatching(Unchanged.class::isInstance);
        assertThat(bench.here.poll(bench.waiting(bench.storage.aStartedRound())))
                .as("another profile")
                .isNotDone();

        polls.get(0).cancel(false);
        assertThat(bench.here.poll(query)).isNotDone();
    }

    @Test
    void erasureShouldEndTheWaitAsNotFound() {
        CompletableFuture<Watched> poll = bench.there.poll(bench.waiting(started));

        bench.storage
                .inTransaction(() -> bench.storage
                        .profiles()
                        .erase(started.owner(), started.profile().id(), NOW))
                .forEach(bench.here.changes::changed);
        bench.settle();

        assertThat(poll).isCompletedExceptionally();
        assertThatThrownBy(poll::join).hasCauseInstanceOf(NotFoundException.class);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void stopOfTheNodeShouldEndAllWaitsAndLetNoneBegin() {
        Query query = bench.waiting(started);
        CompletableFuture<Watched> poll = bench.here.poll(query);

        bench.here.state.stop();
        bench.settle();

        assertThat(poll).isCompletedWithValueMatching(Unchanged.class::isInstance);
        assertThat(bench.here.poll(query)).isCompletedWithValueMatching(Unchanged.class::isInstance);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void waitThatIsEndedFromOutsideShouldLeaveNothing() {
        CompletableFuture<Watched> poll = bench.here.poll(bench.waiting(started));

        poll.completeExceptionally(new IllegalStateException("the key was revoked"));
        bench.change(started, 1);
        bench.settle();

        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void chatOrRoundThatIsNotFoundShouldNotWait() {
        Query query = bench.waiting(started);
        Started stranger = bench.storage.aStartedRound();

        assertThat(bench.here.service.watch(new Query(
                        query.key(),
                        stranger.profile().id(),
                        stranger.chat().id(),
                        null,
                        query.baseline(),
                        WaitBench.WAIT)))
                .isEmpty();
        assertThat(bench.here.service.watch(
                        bench.query(started, new RoundId(UUID.randomUUID()), query.baseline(), WaitBench.WAIT)))
                .isEmpty();
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void waitShouldBeFromZeroTo25Seconds() {
        assertThatThrownBy(() -> bench.query(started, null, Baseline.NONE, Duration.ofSeconds(26)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.query(started, null, Baseline.NONE, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
