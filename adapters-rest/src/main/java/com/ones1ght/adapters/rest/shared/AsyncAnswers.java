package com.ones1ght.adapters.rest.shared;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers that may take longer. */
public final class AsyncAnswers {

    private AsyncAnswers() {}

    /** The answer if it is complete; otherwise the stage, for which the server suspends the request without a thread. */
    public static Object completedOrSuspended(CompletionStage<?> stage) {
        CompletableFuture<?> answer = stage.toCompletableFuture();
        return answer.isDone() ? answer.join() : answer;
    }
}
