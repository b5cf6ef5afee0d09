package com.ones1ght.application.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.WaitBench.Node;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.Following;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowRoundServiceTest {

    private static final int END = RoundPosition.END;

    private final WaitBench bench = new WaitBench();
    private final Started started = bench.storage.aStartedRound();
    private final Reader reader = new Reader();

    /** Takes as many events as there is room for. */
    private static final class Reader implements RoundFollower {

        private final List<RoundEvent> taken = new ArrayList<>();
        private int room = Integer.MAX_VALUE;
        private int ends;

        @Override
        public boolean offer(RoundEvent event) {
            if (room == 0) {
                return false;
            }
            room--;
            taken.add(event);
            return true;
        }

        @Override
        public void end() {
            ends++;
        }

        List<RoundPosition> positions() {
            return taken.stream().map(RoundEvent::position).toList();
        }
    }

    private static List<RoundPosition> run(int number, int... places) {
        List<RoundPosition> positions = new ArrayList<>();
        for (int place : places) {
            positions.add(new RoundPosition(number, place));
        }
        return positions;
    }

    private Following follow(Node node, @Nullable RoundPosition after) {
        Following following = node.following
                .follow(query(started.round().id(), after), reader)
                .orElseThrow();
        following.goOn();
        bench.settle();
        return following;
    }

    private FollowRoundUseCase.Query query(RoundId round, @Nullable RoundPosition after) {
        ApiKey key = bench.query(started, null, Baseline.NONE, Duration.ZERO).key();
        return new FollowRoundUseCase.Query(
                key, started.profile().id(), started.chat().id(), round, after);
    }

    private void advance(int steps) {
        bench.change(started, steps);
        bench.settle();
    }

    private Started refine() {
        return bench.storage.aRefinement(started, current(), "again", NOW);
    }

    private Round current() {
        return bench.storage
                .inTransaction(() -> bench.storage
                        .chats()
                        .lock(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id())
                        .orElseThrow())
                .lastRound();
    }

    @Test
    void followerShouldBeToldOfTheRoundThenOfEachStepAndAtLastOfTheEnd() {
        follow(bench.here, null);
        assertThat(reader.positions()).isEqualTo(run(0, 0));

        for (int step = 1; step <= 4; step++) {
            advance(step);
        }

        assertThat(reader.positions()).isEqualTo(run(0, 0, 1, 2, 3, 4, END));
        assertThat(reader.ends).isEqualTo(1);
        assertThat(bench.nothingIsLeft()).isTrue();
        assertThat(reader.taken.get(2).now().chat().rounds()).singleElement().satisfies(round -> {
            assertThat(round.progress().doneSteps()).isEqualTo(2);
            assertThat(round.todos()).isNotNull();
        });
        assertThat(reader.taken.get(0).now().couponSpots().utf8()).isNotEmpty();
    }

    @Test
    void nothingShouldBeToldBeforeThereIsRoom() {
        Following following = bench.here
                .following
                .follow(query(started.round().id(), null), reader)
                .orElseThrow();
        bench.settle();
        assertThat(reader.taken).isEmpty();

        following.goOn();
        bench.settle();

        assertThat(reader.positions()).isEqualTo(run(0, 0));
    }

    @Test
    void roundOfTheOtherNodeShouldBeFollowed() {
        follow(bench.there, null);

        advance(1);
        advance(4);

        assertThat(reader.positions()).isEqualTo(run(0, 0, 1, 2, 3, 4, END));
    }

    @Test
    void stepsWhoseSignalsWereLostShouldBeFoundByTheTick() {
        follow(bench.there, null);
        bench.wire.loseChangedChats();
        advance(3);
        assertThat(reader.positions()).isEqualTo(run(0, 0));

        bench.pass(WaitBench.TICK);

        assertThat(reader.positions()).as("each one").isEqualTo(run(0, 0, 1, 2, 3));
    }

    @Test
    void changeWhileTheFollowerComesShouldNotBeMissed() {
        bench.queries.afterNextHead(() -> bench.change(started, 2));

        follow(bench.there, new RoundPosition(0, 0));

        assertThat(reader.positions()).isEqualTo(run(0, 1, 2));
    }

    @Test
    void settledRoundShouldBeShownAndEndAtOnce() {
        advance(4);

        follow(bench.here, null);

        assertThat(reader.positions()).isEqualTo(run(0, 4, END));
        assertThat(reader.ends).isEqualTo(1);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void whatCameAfterTheLastEventShouldBeTold() {
        advance(3);

        follow(bench.there, new RoundPosition(0, 1));
        assertThat(reader.positions()).isEqualTo(run(0, 2, 3));
        advance(4);

        assertThat(reader.positions()).isEqualTo(run(0, 2, 3, 4, END));
    }

    @Test
    void followerWhoHasSeenEverythingShouldWaitForTheNextStep() {
        advance(1);

        follow(bench.there, new RoundPosition(0, 1));
        assertThat(reader.positions()).isEmpty();
        advance(2);

        assertThat(reader.positions()).isEqualTo(run(0, 2));
    }

    @Test
    void followerWhoHasSeenTheEndShouldBeToldNothingMore() {
        advance(4);

        follow(bench.here, new RoundPosition(0, END));

        assertThat(reader.positions()).isEmpty();
        assertThat(reader.ends).isEqualTo(1);
    }

    @Test
    void positionThatTheRunHasNotBeenAtShouldCountAsNone() {
        advance(2);
        for (RoundPosition unknown : List.of(
                new RoundPosition(0, 3),
                new RoundPosition(0, END),
                new RoundPosition(1, 0),
                new RoundPosition(Integer.MAX_VALUE, END))) {
            reader.taken.clear();
            follow(bench.here, unknown).end();
            assertThat(reader.positions()).as(unknown.toString()).isEqualTo(run(0, 2));
        }
    }

    @Test
    void positionInAnEarlierRunShouldCountAsNone() {
        advance(3);
        Started again = refine();
        RunSamples.advance(bench.storage, again, 2, NOW.plusSeconds(2));

        follow(bench.here, new RoundPosition(0, 3));

        assertThat(reader.positions()).isEqualTo(run(1, 2));
    }

    @Test
    void refinementShouldStartAgainWithItsFirstStep() {
        follow(bench.here, null);
        advance(3);

        Started again = refine();
        bench.change(again, 2);
        bench.settle();

        assertThat(reader.positions())
                .isEqualTo(List.of(
                        new RoundPosition(0, 0),
                        new RoundPosition(0, 1),
                        new RoundPosition(0, 2),
                        new RoundPosition(0, 3),
                        new RoundPosition(1, 0),
                        new RoundPosition(1, 1),
                        new RoundPosition(1, 2)));
    }

    @Test
    void cancelledRoundShouldEnd() {
        follow(bench.there, null);
        advance(2);

        bench.storage
                .runQueue()
                .save(
                        RunSamples.claim(bench.storage, started, bench.clock.instant())
                                .claim(),
                        RunSamples.failed(current(), new RunFailure.Cancelled(), NOW),
                        NOW);
        bench.here.changes.changed(started.chat().id());
        bench.settle();

        assertThat(reader.positions()).isEqualTo(run(0, 0, 1, 2, END));
        assertThat(reader.ends).isEqualTo(1);
    }

    @Test
    void followerWithoutRoomShouldBeToldTheRestLater() {
        reader.room = 2;
        Following following = follow(bench.here, null);
        advance(1);
        advance(2);
        advance(3);
        assertThat(reader.positions()).isEqualTo(run(0, 0, 1));

        reader.room = Integer.MAX_VALUE;
        following.goOn();
        bench.settle();

        assertThat(reader.positions()).isEqualTo(run(0, 0, 1, 2, 3));
    }

    @Test
    void erasureShouldEndTheFollowing() {
        follow(bench.there, null);

        bench.storage
                .inTransaction(() -> bench.storage
                        .profiles()
                        .erase(started.owner(), started.profile().id(), NOW))
                .forEach(bench.here.changes::changed);
        bench.settle();

        assertThat(reader.positions()).isEqualTo(run(0, 0));
        assertThat(reader.ends).isEqualTo(1);
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void endedFollowingShouldTellNothingAndLeaveNothing() {
        Following following = follow(bench.here, null);

        following.end();
        advance(4);
        following.goOn();
        bench.settle();

        assertThat(reader.positions()).isEqualTo(run(0, 0));
        assertThat(reader.ends).isZero();
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    @Test
    void runningRoundShouldBeRefreshedAndASettledOneNot() {
        follow(bench.here, null).end();
        assertThat(bench.runner.refreshed()).containsExactly(started.round().id());

        advance(4);
        follow(bench.here, null);

        assertThat(bench.runner.refreshed()).hasSize(1);
    }

    @Test
    void changesOfOtherRoundsShouldTellNothing() {
        advance(2);
        follow(bench.here, null);

        bench.storage.aFollowUp(
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

        assertThat(reader.positions()).isEqualTo(run(0, 2));
    }

    @Test
    void whatDoesNotExistForTheOwnerShouldNotBeFollowed() {
        Started stranger = bench.storage.aStartedRound();
        FollowRoundUseCase.Query mine = query(started.round().id(), null);

        assertThat(find(mine.profile(), mine.chat(), new RoundId(UUID.randomUUID())))
                .isEmpty();
        assertThat(find(mine.profile(), mine.chat(), stranger.round().id())).isEmpty();
        assertThat(find(mine.profile(), stranger.chat().id(), stranger.round().id()))
                .isEmpty();
        assertThat(find(
                        stranger.profile().id(),
                        stranger.chat().id(),
                        stranger.round().id()))
                .isEmpty();
        assertThat(bench.nothingIsLeft()).isTrue();
    }

    private Optional<Following> find(ProfileId profile, ChatId chat, RoundId round) {
        ApiKey key = query(round, null).key();
        return bench.here.following.follow(new FollowRoundUseCase.Query(key, profile, chat, round, null), reader);
    }

    /** Breaks off at random moments and comes back, to either node, with the last position or without. */
    @Test
    void whoBreaksOffAtAnyMomentShouldSeeEachStepInOrder() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Started round = bench.storage.aStartedRound();
            FollowRoundUseCase.Query first = new FollowRoundUseCase.Query(
                    bench.query(round, null, Baseline.NONE, Duration.ZERO).key(),
                    round.profile().id(),
                    round.chat().id(),
                    round.round().id(),
                    null);
            List<RoundPosition> seen = new ArrayList<>();
            Reader current = new Reader();
            Following following = null;
            int done = 0;
            while (seen.isEmpty() || !seen.get(seen.size() - 1).isEnd()) {
                if (following == null) {
                    current = new Reader();
                    current.room = random.nextInt(3);
                    FollowRoundUseCase.Query query = new FollowRoundUseCase.Query(
                            first.key(),
                            first.profile(),
                            first.chat(),
                            first.round(),
                            seen.isEmpty() ? null : seen.get(seen.size() - 1));
                    following = (random.nextBoolean() ? bench.here : bench.there)
                            .following
                            .follow(query, current)
                            .orElseThrow();
                }
                int what = random.nextInt(4);
                if (what == 0 && done < 4) {
                    done += 1 + random.nextInt(4 - done);
                    bench.change(round, done);
                } else if (what == 1) {
                    current.room = random.nextInt(3);
                    following.goOn();
                } else if (what == 2) {
                    bench.settle();
                } else if (what == 3) {
                    following.end();
                    seen.addAll(current.positions());
                    following = null;
                }
            }
            // Before anything was seen, the current step is all that there is.
            int from = seen.get(0).place();
            List<RoundPosition> expected = new ArrayList<>();
            for (int place = from; place <= END; place++) {
                expected.add(new RoundPosition(0, place));
            }
            assertThat(seen).as("seed " + seed).isEqualTo(expected);
            bench.settle();
        }
        assertThat(bench.nothingIsLeft()).isTrue();
    }
}
