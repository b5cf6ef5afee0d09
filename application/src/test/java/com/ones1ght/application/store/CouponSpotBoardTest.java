package com.ones1ght.application.store;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.chat.TextResultDocuments;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class CouponSpotBoardTest {
    /** Most tests are about a store that is away, and the board logs that. */
    private static final Logger BOARD_LOG = Logger.getLogger(CouponSpotBoard.class.getName());

    static {
        BOARD_LOG.setLevel(Level.OFF);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TOFU = "[\"1:두부:ko\"]";
    private static final String ONION = "[\"1:양파:ko\"]";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-04-29T12:00:00Z"));
    private final ManualExecutor executor = new ManualExecutor();
    private final FakeStoreCatalog catalog = StoreFixtures.aShop();
    private final ScriptedSpots spots = new ScriptedSpots();
    private final CouponSpotBoard board =
            new CouponSpotBoard(spots, catalog, new TextResultDocuments(), new StoreCalls(executor, executor), clock);

    private static final class ScriptedSpots implements CouponSpots {
        private final Deque<Supplier<CompletionStage<List<CouponSpot>>>> answers = new ArrayDeque<>();
        private final AtomicInteger calls = new AtomicInteger();

        ScriptedSpots then(Supplier<CompletionStage<List<CouponSpot>>> answer) {
            answers.add(answer);
            return this;
        }

        @Override
        public CompletionStage<List<CouponSpot>> spots(StoreId store) {
            calls.incrementAndGet();
            Supplier<CompletionStage<List<CouponSpot>>> answer = answers.poll();
            return answer == null ? CompletableFuture.completedStage(List.of()) : answer.get();
        }
    }

    @Test
    void enabledSpotsShouldBeShownRanked() {
        spots.then(() -> CompletableFuture.completedStage(List.of(
                StoreFixtures.spot(3, StoreFixtures.ONION, true),
                StoreFixtures.spot(2, StoreFixtures.KIMCHI, false),
                StoreFixtures.spot(1, StoreFixtures.TOFU, true))));

        assertThat(shown()).hasToString("[\"1:두부:ko\",\"2:양파:ko\"]");
    }

    @Test
    void answerShouldBeSharedForASecondAndNotLonger() {
        spots.then(this::tofu).then(this::onion);

        assertThat(shown()).hasToString(TOFU);
        clock.advance(Duration.ofMillis(999));
        assertThat(shown()).hasToString(TOFU);
        assertThat(spots.calls).hasValue(1);

        clock.advance(Duration.ofMillis(1));
        assertThat(shown()).hasToString(ONION);
        assertThat(spots.calls).hasValue(2);
    }

    @Test
    void pollsAtOnceShouldShareOneQuestion() {
        CompletableFuture<List<CouponSpot>> slow = new CompletableFuture<>();
        spots.then(() -> slow);

        CompletableFuture<JsonFragment> one = ask();
        CompletableFuture<JsonFragment> two = ask();
        slow.complete(List.of(StoreFixtures.spot(1, StoreFixtures.TOFU, true)));
        executor.runAll();

        assertThat(one).isCompleted();
        assertThat(one.join()).hasToString(TOFU);
        assertThat(two.join()).hasToString(TOFU);
        assertThat(spots.calls).hasValue(1);
    }

    @Test
    void lastKnownSpotsShouldBeShownWhileTheStoreIsAwayForHoweverLong() {
        spots.then(this::tofu);
        assertThat(shown()).hasToString(TOFU);

        for (int i = 0; i < 5; i++) {
            spots.then(this::away);
            clock.advance(Duration.ofMinutes(10));
            assertThat(shown()).hasToString(TOFU);
        }

        spots.then(this::onion);
        clock.advance(Duration.ofSeconds(1));
        assertThat(shown()).hasToString(ONION);
    }

    @Test
    void nothingShouldBeShownWhereNothingWasEverKnown() {
        spots.then(this::away);

        assertThat(shown()).hasToString("[]");
    }

    @Test
    void catalogueThatIsAwayShouldCountAsAStoreThatIsAway() {
        spots.then(this::tofu).then(this::onion);
        assertThat(shown()).hasToString(TOFU);
        clock.advance(Duration.ofSeconds(1));

        catalog.goAway();

        assertThat(shown()).hasToString(TOFU);
    }

    @Test
    void brokenAdapterShouldCountAsAStoreThatIsAway() {
        spots.then(() -> {
            throw new IllegalStateException("a defect");
        });
        assertThat(shown()).hasToString("[]");

        spots.then(() -> {
            throw new StackOverflowError();
        });
        clock.advance(Duration.ofSeconds(1));
        assertThat(shown()).hasToString("[]");

        spots.then(this::tofu);
        clock.advance(Duration.ofSeconds(1));
        assertThat(shown()).hasToString(TOFU);
    }

    @Test
    void pollShouldNotWaitForASlowStoreMuchLongerThanASecondAndItsAnswerServesLaterOnes() {
        spots.then(this::tofu);
        shown();
        clock.advance(Duration.ofSeconds(1));
        CompletableFuture<List<CouponSpot>> slow = new CompletableFuture<>();
        spots.then(() -> slow);

        CompletableFuture<JsonFragment> poll = ask();
        awaitOnTheExecutor(poll);
        assertThat(poll.join()).hasToString(TOFU);

        slow.complete(List.of(StoreFixtures.spot(1, StoreFixtures.ONION, true)));
        executor.runAll();
        assertThat(shown()).hasToString(ONION);
        assertThat(spots.calls).hasValue(2);
    }

    @Test
    void laterPollsShouldNotWaitForAQuestionThatIsOlderThanASecond() {
        spots.then(CompletableFuture::new);
        ask();
        clock.advance(Duration.ofSeconds(1));

        assertThat(ask()).isCompleted();
        assertThat(spots.calls).hasValue(1);
    }

    @Test
    void questionThatIsNeverAnsweredShouldBeAskedAgainAfterAMinute() {
        spots.then(CompletableFuture::new).then(this::tofu);
        ask();

        clock.advance(Duration.ofSeconds(59));
        ask();
        assertThat(spots.calls).hasValue(1);
        clock.advance(Duration.ofSeconds(1));

        assertThat(shown()).hasToString(TOFU);
    }

    @Test
    void storesShouldBeKeptApart() {
        spots.then(this::tofu);
        shown();

        CompletableFuture<JsonFragment> elsewhere =
                board.shown(new StoreId("elsewhere"), Language.KO).toCompletableFuture();
        executor.runAll();

        assertThat(elsewhere.join()).hasToString("[]");
        assertThat(shown()).hasToString(TOFU);
        assertThat(spots.calls).hasValue(2);
    }

    @Test
    void pollsInDifferentLanguagesShouldShareOneQuestion() {
        spots.then(this::tofu);

        CompletableFuture<JsonFragment> korean = ask();
        CompletableFuture<JsonFragment> english =
                board.shown(CORNER_SHOP, Language.EN).toCompletableFuture();
        executor.runAll();

        assertThat(korean.join()).hasToString(TOFU);
        assertThat(english.join()).asString().endsWith(":en\"]");
        assertThat(spots.calls).hasValue(1);
    }

    @Test
    void numberOfStoresRememberedShouldBeBounded() {
        spots.then(this::tofu);
        shown();
        for (int i = 0; i < 256; i++) {
            board.shown(new StoreId("made up " + i), Language.KO);
        }
        executor.runAll();
        int before = spots.calls.get();

        spots.then(this::onion);

        assertThat(shown()).hasToString(ONION);
        assertThat(spots.calls).hasValue(before + 1);
    }

    @Test
    void executorThatRejectsShouldNotFailThePoll() {
        spots.then(this::tofu);
        executor.reject(true);

        CompletableFuture<JsonFragment> poll = ask();

        assertThat(poll).succeedsWithin(PATIENCE).hasToString("[]");
    }

    private JsonFragment shown() {
        CompletableFuture<JsonFragment> shown = ask();
        executor.runAll();
        assertThat(shown).isCompleted();
        return shown.join();
    }

    private void awaitOnTheExecutor(CompletableFuture<JsonFragment> poll) {
        await().atMost(PATIENCE).until(() -> {
            executor.runAll();
            return poll.isDone();
        });
    }

    private CompletableFuture<JsonFragment> ask() {
        return board.shown(CORNER_SHOP, Language.KO).toCompletableFuture();
    }

    private CompletionStage<List<CouponSpot>> tofu() {
        return CompletableFuture.completedStage(List.of(StoreFixtures.spot(1, StoreFixtures.TOFU, true)));
    }

    private CompletionStage<List<CouponSpot>> onion() {
        return CompletableFuture.completedStage(List.of(StoreFixtures.spot(1, StoreFixtures.ONION, true)));
    }

    private CompletionStage<List<CouponSpot>> away() {
        return CompletableFuture.failedStage(new StoreUnavailableException("the test's store is away"));
    }
}
