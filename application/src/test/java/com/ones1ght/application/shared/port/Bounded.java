package com.ones1ght.application.shared.port;

import com.ones1ght.application.shared.AsyncFailures;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of an adapter under test, none of which is waited for longer than a test's patience: what hangs, hangs on a
 * daemon thread of its own, and the test says so.
 */
public final class Bounded {

    private final Duration patience;

    public Bounded(Duration patience) {
        this.patience = patience;
    }

    /**
     * What a call came to.
     *
     * @param value what it answered; null when it failed
     * @param failure what it failed with, without the wrapping of a stage; null when it did not
     */
    public record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {}

    /**
     * The answer of a call that may block.
     *
     * @param call names the call in the sentences of failures
     * @throws AssertionError when it fails, answers null, or takes longer than the patience
     */
    public <T> T value(String call, Callable<T> work) {
        return value(call, outcome(call, work));
    }

    /** What a call that may block came to. */
    public <T> Outcome<T> outcome(String call, Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        answer.complete(work.call());
                    } catch (Throwable failure) {
                        answer.completeExceptionally(failure);
                    }
                },
                "under test: " + call);
        thread.setDaemon(true);
        thread.start();
        Outcome<T> outcome = await(answer);
        if (outcome == null) {
            AssertionError stuck = new AssertionError(call + " did not return within " + patience
                    + ". Give every call to the backend a time-out; where is it stuck? See the cause."
                    + " If the backend is just slow, override patience().");
            Throwable place = new IllegalStateException("Stuck here");
            place.setStackTrace(thread.getStackTrace());
            stuck.initCause(place);
            thread.interrupt();
            throw stuck;
        }
        return outcome;
    }

    /**
     * The value that a stage completes with.
     *
     * @throws AssertionError when the call fails or its stage does, or is not complete within the patience
     */
    public <T> T stageValue(String call, Callable<CompletionStage<T>> work) {
        return value("The stage of " + call, stageOutcome(call, work));
    }

    /** What a stage came to; the call itself has to answer a stage, and must not throw. */
    public <T> Outcome<T> stageOutcome(String call, Callable<CompletionStage<T>> work) {
        Outcome<CompletionStage<T>> called = outcome(call, work);
        if (called.failure() != null) {
            throw new AssertionError(
                    call + " threw " + called.failure().getClass().getSimpleName()
                            + " itself. Answer a stage that fails, for example by CompletableFuture.failedFuture(…).",
                    called.failure());
        }
        CompletionStage<T> stage = called.value();
        if (stage == null) {
            throw new AssertionError(call + " answered null. Answer a stage.");
        }
        Outcome<T> outcome = await(stage.toCompletableFuture());
        if (outcome == null) {
            throw new AssertionError("The stage of " + call + " was not complete within " + patience
                    + ". Complete it, or fail it when the backend takes too long."
                    + " If the backend is just slow, override patience().");
        }
        return outcome;
    }

    private static <T> T value(String call, Outcome<T> outcome) {
        if (outcome.failure() instanceof AssertionError complaint) {
            throw complaint;
        }
        if (outcome.failure() != null) {
            throw new AssertionError(
                    call + " failed with " + outcome.failure() + ", although the backend under test answers.",
                    outcome.failure());
        }
        if (outcome.value() == null) {
            throw new AssertionError(call + " gave null. Null never means absent: answer a value, or fail.");
        }
        return outcome.value();
    }

    private <T> @Nullable Outcome<T> await(CompletableFuture<T> answer) {
        try {
            return new Outcome<>(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS), null);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            return new Outcome<>(null, AsyncFailures.cause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted", e);
        }
    }
}
