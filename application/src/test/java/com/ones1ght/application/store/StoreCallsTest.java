package com.ones1ght.application.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.store.port.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StoreCallsTest {

    private final ManualExecutor storeThreads = new ManualExecutor();
    private final ManualExecutor helpers = new ManualExecutor();
    private final StoreCalls calls = new StoreCalls(storeThreads, helpers);

    @Test
    void callShouldRunOnAThreadOfTheStoreAndWhatFollowsOnAnother() {
        CompletableFuture<String> result = calls.result(() -> "found").toCompletableFuture();

        assertThat(result).isNotDone();
        storeThreads.runAll();
        assertThat(result)
                .as("the store's thread does not go on with the request")
                .isNotDone();
        helpers.runAll();
        assertThat(result).isCompletedWithValue("found");
    }

    @Test
    void callShouldBelongToTheRequestThatCausedIt() {
        Correlation request = new Correlation("request-1", null);
        CompletableFuture<Correlation> result = Correlation.during(
                        request, () -> calls.result(StoreCallsTest::correlation))
                .toCompletableFuture();

        storeThreads.runAll();
        helpers.runAll();

        assertThat(result).isCompletedWithValue(request);
    }

    private static Correlation correlation() {
        Correlation current = Correlation.current();
        assertThat(current).isNotNull();
        return current;
    }

    @Test
    void failureOfTheCallShouldBeThatOfItsResult() {
        CompletableFuture<String> result = calls.<String>result(() -> {
                    throw new IllegalStateException("broken");
                })
                .toCompletableFuture();
        storeThreads.runAll();
        helpers.runAll();

        assertThatThrownBy(result::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void callShouldBeRefusedWhileTooManyWait() {
        storeThreads.reject(true);

        assertThat(calls.result(() -> "found").toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void requestShouldNotWaitLongerThanItsLimit() {
        StoreCalls away = new StoreCalls(storeThreads, Runnable::run);
        CompletableFuture<String> call = away.call(() -> "late");
        CompletableFuture<String> result =
                away.within(Duration.ofMillis(10), call).toCompletableFuture();

        assertThat(result)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .satisfies(failure ->
                        assertThat(AsyncFailures.cause(failure)).isInstanceOf(StoreUnavailableException.class));
        storeThreads.runAll();
        assertThat(call).as("goes on for those who ask later").isCompletedWithValue("late");
    }
}
