package com.ones1ght.application.event;

import static com.ones1ght.application.event.port.EventSamples.append;
import static com.ones1ght.application.event.port.EventSamples.event;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.event.port.EventFollower;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.shared.Following;
import com.ones1ght.application.shared.InMemorySignals;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventFeedTest {

    private static final Logger LOG = Logger.getLogger(EventFeed.class.getName());

    static {
        LOG.setLevel(Level.OFF);
    }

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final ManualExecutor executor = new ManualExecutor();
    private final ManualTimer timer = new ManualTimer(clock);
    private final InMemorySignals.Wire wire = new InMemorySignals.Wire();
    private final CountingLog log = new CountingLog(storage.eventLog());
    private final EventFeed here = aNode();
    private final EventFeed there = aNode();
    private final Started started = storage.aStartedRound();

    private EventFeed aNode() {
        return aNode(Duration.ZERO);
    }

    private EventFeed aNode(Duration pace) {
        EventFeed node = new EventFeed(
                log, new InMemorySignals(wire), executor, timer, clock, new FeedSettings(Duration.ofSeconds(2), pace));
        node.start();
        return node;
    }

    /** Knows how often somebody read on. */
    private static final class CountingLog implements EventLog {

        private final EventLog log;
        int reads;
        int readsOfProfiles;
        Runnable beforeItAnswers = () -> {};

        CountingLog(EventLog log) {
            this.log = log;
        }

        @Override
        public void append(TenantId tenant, List<Event> events, Instant now) {
            log.append(tenant, events, now);
        }

        @Override
        public boolean append(TriggeredRound round, Event event, Instant now) {
            return log.append(round, event, now);
        }

        @Override
        public Optional<EventPage> ofProfile(
                Owner owner, ProfileId profile, @Nullable EventType type, PageRequest page) {
            return log.ofProfile(owner, profile, type, page);
        }

        @Override
        public EventPage ofTenant(TenantId tenant, EventFilter filter, PageRequest page) {
            return log.ofTenant(tenant, filter, page);
        }

        @Override
        public long lastNumber(TenantId tenant) {
            return log.lastNumber(tenant);
        }

        @Override
        public List<LoggedEvent> after(Map<TenantId, Long> numbers, int limit) {
            reads++;
            List<LoggedEvent> events = log.after(numbers, limit);
            beforeItAnswers.run();
            return events;
        }

        @Override
        public List<LoggedEvent> afterOfProfile(TenantId tenant, ProfileId profile, long number, int limit) {
            readsOfProfiles++;
            List<LoggedEvent> events = log.afterOfProfile(tenant, profile, number, limit);
            beforeItAnswers.run();
            return events;
        }
    }

    /** Takes so many events, and then no more until there is room again. */
    private static final class Reader implements EventFollower {

        final List<Long> numbers = new ArrayList<>();
        final List<LoggedEvent> events = new ArrayList<>();
        int room = Integer.MAX_VALUE;

        @Override
        public boolean offer(LoggedEvent event) {
            if (room == 0) {
                return false;
            }
            room--;
            numbers.add(event.number());
            events.add(event);
            return true;
        }
    }

    private Following follow(EventFeed node, @Nullable Long after, Reader reader) {
        Following following = node.follow(started.owner().tenant(), null, after, reader);
        executor.runAll();
        return following;
    }

    private void write(EventFeed node, int events) {
        for (int i = 0; i < events; i++) {
            append(storage, clock.instant(), event(started, EventType.COUPON_ISSUED, clock.instant()));
        }
        node.announce();
        executor.runAll();
    }

    private void settle() {
        do {
            executor.runAll();
        } while (timer.ringNext());
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void readerOfOneProfileShouldGetItsEventsWithoutThoseOfOthersBeingRead() {
        Started other = storage.aStartedRoundOf(storage.aProfileOf(started.owner()), clock.instant());
        for (int i = 0; i < 1_000; i++) {
            Started round = i % 100 == 7 ? other : started;
            append(storage, clock.instant(), event(round, EventType.COUPON_ISSUED, clock.instant()));
        }
        Reader reader = new Reader();
        here.follow(started.owner().tenant(), other.profile().id(), 0L, reader);
        executor.runAll();

        assertThat(reader.numbers).containsExactly(8L, 108L, 208L, 308L, 408L, 508L, 608L, 708L, 808L, 908L);
        assertThat(log.readsOfProfiles).isEqualTo(1);
        int reads = log.reads;

        write(here, 1);
        append(storage, clock.instant(), event(other, EventType.COUPON_ISSUED, clock.instant()));
        here.announce();
        executor.runAll();

        assertThat(reader.numbers).hasSize(11).endsWith(1_002L);
        assertThat(log.readsOfProfiles)
                .as("what is new comes from the feed of the tenant")
                .isEqualTo(1);
        assertThat(log.reads).isGreaterThan(reads);
    }

    @Test
    void readerOfOneProfileShouldMissNothingThatIsWrittenWhileItReads() {
        write(here, 150);
        Reader reader = new Reader();
        log.beforeItAnswers = () -> {
            log.beforeItAnswers = () -> {};
            append(storage, clock.instant(), event(started, EventType.COUPON_ISSUED, clock.instant()));
            here.announce();
        };

        here.follow(started.owner().tenant(), started.profile().id(), 0L, reader);
        executor.runAll();

        assertThat(reader.numbers).isEqualTo(numbers(1, 151));
    }

    @Test
    void followersOnAllNodesAreToldOfWhatAnyNodeWrites() {
        Reader onHere = new Reader();
        Reader onThere = new Reader();
        follow(here, null, onHere);
        follow(there, null, onThere);

        write(here, 2);
        write(there, 1);

        assertThat(onHere.numbers).isEqualTo(numbers(1, 3));
        assertThat(onThere.numbers).isEqualTo(numbers(1, 3));
        assertThat(onHere.events.get(0).profile()).isNotNull();
    }

    @Test
    void whoeverComesWithoutANumberIsToldOfNewEventsAlone() {
        write(here, 3);
        Reader reader = new Reader();
        follow(here, null, reader);
        assertThat(reader.numbers).isEmpty();

        write(here, 1);

        assertThat(reader.numbers).containsExactly(4L);
    }

    @Test
    void whoeverComesWithANumberIsToldFirstOfWhatWasMissed() {
        write(here, 3);
        Reader reader = new Reader();

        follow(there, 1L, reader);
        write(here, 1);

        assertThat(reader.numbers).isEqualTo(numbers(2, 4));
    }

    @Test
    void muchThatWasMissedComesByPagesAndNothingIsLeftOut() {
        write(here, 3 * FeedSettings.PAGE + 7);
        Reader late = new Reader();
        follow(there, 0L, late);

        assertThat(late.numbers).isEqualTo(numbers(1, 3 * FeedSettings.PAGE + 7));
    }

    @Test
    void muchThatIsWrittenAtOnceReachesThoseWhoFollowAlready() {
        Reader reader = new Reader();
        follow(here, null, reader);

        write(there, 3 * FeedSettings.PAGE + 7);

        assertThat(reader.numbers).isEqualTo(numbers(1, 3 * FeedSettings.PAGE + 7));
    }

    @Test
    void aNumberFromTheFutureCountsAsTheLatest() {
        write(here, 3);
        Reader reader = new Reader();
        follow(here, 1_000_000L, reader);

        write(here, 1);

        assertThat(reader.numbers).containsExactly(4L);
    }

    @Test
    void aReaderWithoutRoomHoldsNobodyUpAndGoesOnFromItsPlace() {
        Reader slow = new Reader();
        slow.room = 2;
        Reader quick = new Reader();
        Following following = follow(here, null, slow);
        follow(here, null, quick);

        write(here, 5);
        assertThat(slow.numbers).isEqualTo(numbers(1, 2));
        assertThat(quick.numbers).isEqualTo(numbers(1, 5));

        slow.room = 2;
        following.goOn();
        executor.runAll();
        assertThat(slow.numbers).isEqualTo(numbers(1, 4));
    }

    @Test
    void readersThatAreFullAndFarBehindCostNothing() {
        for (int i = 0; i < 50; i++) {
            Reader deaf = new Reader();
            deaf.room = 0;
            follow(here, null, deaf);
        }
        Reader quick = new Reader();
        follow(here, null, quick);
        write(here, 1);
        clock.advance(FeedSettings.AT_HAND.plusSeconds(5));
        write(here, 1);
        int before = log.reads;

        write(here, 1);

        assertThat(quick.numbers).isEqualTo(numbers(1, 3));
        assertThat(log.reads - before).as("reads of both nodes for one event").isLessThanOrEqualTo(2);
    }

    @Test
    void whoeverHasMuchToCatchUpLetsTheOthersInBetween() {
        write(there, 3 * FeedSettings.PAGE);
        Reader late = new Reader();
        Reader quick = new Reader();
        follow(here, null, quick);
        here.follow(started.owner().tenant(), null, 0L, late);
        append(storage, clock.instant(), event(started, EventType.COUPON_ISSUED, clock.instant()));
        here.announce();

        while (quick.numbers.isEmpty()) {
            assertThat(executor.runNext()).isTrue();
        }

        assertThat(late.numbers).hasSizeLessThan(3 * FeedSettings.PAGE);
        executor.runAll();
        assertThat(late.numbers).isEqualTo(numbers(1, 3 * FeedSettings.PAGE + 1));
    }

    @Test
    void whatIsNoLongerAtHandIsReadFromTheLog() {
        Reader slow = new Reader();
        slow.room = 1;
        Following following = follow(here, null, slow);
        write(here, 4);
        clock.advance(FeedSettings.AT_HAND.plusSeconds(5));
        write(here, 2);

        slow.room = Integer.MAX_VALUE;
        following.goOn();
        executor.runAll();

        assertThat(slow.numbers).isEqualTo(numbers(1, 6));
    }

    @Test
    void whatWasErasedIsGoneFromTheMemoryOfAllNodesAtOnce() {
        follow(here, null, new Reader());
        follow(there, null, new Reader());
        write(here, 2);

        erase();
        here.announceErased();

        for (EventFeed node : List.of(here, there)) {
            Reader late = new Reader();
            follow(node, 0L, late);
            assertThat(late.numbers).isEqualTo(numbers(1, 2));
            assertThat(late.events).allSatisfy(EventFeedTest::assertErased);
        }
    }

    @Test
    void whatWasReadWhileItWasErasedIsNotKept() {
        follow(here, null, new Reader());
        append(storage, clock.instant(), event(started, EventType.COUPON_ISSUED, clock.instant()));
        log.beforeItAnswers = () -> {
            log.beforeItAnswers = () -> {};
            erase();
            here.announceErased();
        };
        here.announce();
        executor.runAll();

        Reader late = new Reader();
        follow(here, 0L, late);

        assertThat(late.events).hasSize(1).allSatisfy(EventFeedTest::assertErased);
    }

    private void erase() {
        storage.run(() ->
                storage.profiles().erase(started.owner(), started.profile().id(), NOW));
    }

    private static void assertErased(LoggedEvent logged) {
        assertThat(logged.event().payload()).isEqualTo(logged.event().productFacts());
        assertThat(logged.event().analystComment()).isNull();
        assertThat(logged.profile()).isNull();
    }

    @Test
    void whatWasErasedIsSoonGoneWhereTheSignalWasLost() {
        Reader slow = new Reader();
        slow.room = 0;
        Following following = follow(here, null, slow);
        write(here, 1);
        erase();
        clock.advance(FeedSettings.AT_HAND.plusSeconds(5));
        while (timer.ringNext()) {
            executor.runAll();
        }

        slow.room = 1;
        following.goOn();
        executor.runAll();

        assertErased(slow.events.get(0));
    }

    @Test
    void whoeverHasEndedIsToldNothingMore() {
        Reader reader = new Reader();
        Following following = follow(here, null, reader);
        assertThat(here.followers()).isEqualTo(1);

        following.end();
        write(here, 1);
        following.goOn();
        executor.runAll();

        assertThat(reader.numbers).isEmpty();
        assertThat(here.followers()).isZero();
    }

    @Test
    void eventsOfOtherTenantsAreNotTold() {
        Reader reader = new Reader();
        follow(here, null, reader);

        append(storage, NOW, event(storage.aStartedRound(), EventType.COUPON_ISSUED, NOW));
        here.announce();
        executor.runAll();

        assertThat(reader.numbers).isEmpty();
    }

    @Test
    void aLostSignalCostsATickAndNoEvent() {
        Reader reader = new Reader();
        follow(here, null, reader);
        append(storage, NOW, event(started, EventType.COUPON_ISSUED, NOW));
        executor.runAll();
        assertThat(reader.numbers).isEmpty();

        clock.advance(Duration.ofSeconds(2));
        while (timer.ringNext()) {
            executor.runAll();
        }

        assertThat(reader.numbers).containsExactly(1L);
    }

    @Test
    void aDatabaseThatWasAwayIsReadAgain() {
        Reader reader = new Reader();
        follow(here, null, reader);
        append(storage, NOW, event(started, EventType.COUPON_ISSUED, NOW));
        storage.unitOfWork().goAway();
        here.announce();
        executor.runAll();
        assertThatThrownBy(() -> follow(here, null, new Reader())).isInstanceOf(StorageUnavailableException.class);
        storage.unitOfWork().comeBack();

        here.announce();
        executor.runAll();

        assertThat(reader.numbers).containsExactly(1L);
    }

    @Test
    void aFollowerThatWasToBeReadForMeanwhileIsToldByTheNextTick() {
        write(here, 2);
        Reader reader = new Reader();
        here.follow(started.owner().tenant(), null, 0L, reader);
        storage.unitOfWork().goAway();
        executor.runAll();
        storage.unitOfWork().comeBack();
        assertThat(reader.numbers).isEmpty();

        clock.advance(Duration.ofSeconds(2));
        settle();

        assertThat(reader.numbers).containsExactly(1L, 2L);
    }

    @Test
    void eventsThatFollowEachOtherFastShouldBeReadTogether() {
        Duration pace = Duration.ofMillis(20);
        EventFeed node = aNode(pace);
        Reader reader = new Reader();
        follow(node, null, reader);
        settle();
        clock.advance(pace);
        write(node, 1);
        assertThat(reader.numbers).as("the first one at once").containsExactly(1L);
        int reads = log.reads;

        for (int i = 0; i < 50; i++) {
            write(node, 1);
        }
        assertThat(log.reads).isEqualTo(reads);
        clock.advance(pace);
        settle();

        assertThat(reader.numbers).isEqualTo(numbers(1, 51));
        assertThat(log.reads).isEqualTo(reads + 1);
    }

    @Test
    void eventsShouldBeReadAtOnceWhenTheClockWasSetBackOrTheTimerHasEnded() {
        EventFeed node = aNode(Duration.ofMinutes(1));
        Reader reader = new Reader();
        follow(node, null, reader);

        clock.advance(Duration.ofHours(-1));
        write(node, 1);
        assertThat(reader.numbers).containsExactly(1L);

        timer.shutdownNow();
        write(node, 1);
        assertThat(reader.numbers).containsExactly(1L, 2L);
    }
}
