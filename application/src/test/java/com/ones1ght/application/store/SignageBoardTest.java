package com.ones1ght.application.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.StoreId;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SignageBoardTest {

    private static final Logger LOG = Logger.getLogger(SignageBoard.class.getName());

    static {
        LOG.setLevel(Level.OFF);
    }

    private final MutableClock clock = new MutableClock(Instant.parse("2026-04-29T12:00:00Z"));
    private final FakeStoreCatalog catalog = StoreFixtures.aShop();
    private final SignageBoard board = new SignageBoard(catalog, new StoreCalls(Runnable::run, Runnable::run), clock);

    private Optional<List<Signage>> signages() {
        return board.signages(StoreFixtures.CORNER_SHOP).toCompletableFuture().join();
    }

    @Test
    void aStoreShouldBeAskedOnceAMinute() {
        assertThat(signages().orElseThrow()).extracting(Signage::signageNo).containsExactly(1, 2);
        clock.advance(Duration.ofSeconds(59));
        signages();
        assertThat(catalog.calls()).isEqualTo(1);

        catalog.with(new Signage(3, "new", new Location(9, 9, 1)));
        clock.advance(Duration.ofSeconds(1));

        assertThat(signages().orElseThrow()).hasSize(3);
        assertThat(catalog.calls()).isEqualTo(2);
    }

    @Test
    void theLastKnownShouldBeUsedWhileTheStoreIsAway() {
        signages();
        catalog.goAway();
        clock.advance(Duration.ofMinutes(5));

        assertThat(signages().orElseThrow()).hasSize(2);
        assertThat(signages().orElseThrow()).hasSize(2);
        assertThat(catalog.calls()).as("not asked again at once").isEqualTo(2);

        clock.advance(Duration.ofSeconds(5));
        catalog.comeBack();
        assertThat(signages()).isPresent();
        assertThat(catalog.calls()).isEqualTo(3);
    }

    @Test
    void signagesThatWereNeverToBeHadShouldBeUnknown() {
        catalog.goAway();

        assertThat(signages()).isEmpty();
        assertThat(signages()).isEmpty();

        catalog.comeBack();
        clock.advance(Duration.ofSeconds(5));
        assertThat(signages()).isPresent();
    }

    @Test
    void othersShouldNotWaitWhileOneAsks() {
        signages();
        clock.advance(Duration.ofMinutes(1));
        catalog.whenAsked(() -> assertThat(signages().orElseThrow()).hasSize(2));

        signages();

        assertThat(catalog.calls()).as("the one that asks").isEqualTo(2);
    }

    @Test
    void answerThatComesAfterTheWaitShouldBeKept() {
        ManualExecutor slow = new ManualExecutor();
        SignageBoard waiting = new SignageBoard(catalog, new StoreCalls(slow, Runnable::run), clock);
        CompletableFuture<Optional<List<Signage>>> first =
                waiting.signages(StoreFixtures.CORNER_SHOP).toCompletableFuture();
        first.complete(Optional.empty());

        slow.runAll();

        assertThat(waiting.signages(StoreFixtures.CORNER_SHOP)
                        .toCompletableFuture()
                        .join()
                        .orElseThrow())
                .hasSize(2);
        assertThat(catalog.calls()).isEqualTo(1);
    }

    @Test
    void storeOfAnyNameShouldTakeOneLineOfTheLog() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(MessageFormat.format(record.getMessage(), record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        catalog.goAway();
        LOG.setLevel(Level.WARNING);
        LOG.setUseParentHandlers(false);
        LOG.addHandler(handler);
        try {
            board.signages(new StoreId("main\n[ERROR] all is lost\u2028\u001b[2J"));
        } finally {
            LOG.removeHandler(handler);
            LOG.setUseParentHandlers(true);
            LOG.setLevel(Level.OFF);
        }

        assertThat(lines)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("Signages of store main\\u000a[ERROR] all is lost\\u2028\\u001b[2J unavailable")
                .doesNotContain("\n", "\u2028", "\u001b");
    }

    @Test
    void anUnknownStoreShouldHaveNone() {
        assertThat(board.signages(new StoreId("elsewhere")).toCompletableFuture())
                .isCompletedWithValue(Optional.of(List.of()));
    }

    @Test
    void storesThatClientsNameShouldNotFillTheMemory() {
        for (int i = 0; i < 1_000; i++) {
            board.signages(new StoreId("store " + i));
        }
        board.signages(new StoreId("store 999"));
        assertThat(catalog.calls()).isEqualTo(1_000);
        board.signages(new StoreId("store 0"));
        assertThat(catalog.calls()).as("forgotten").isEqualTo(1_001);
    }
}
