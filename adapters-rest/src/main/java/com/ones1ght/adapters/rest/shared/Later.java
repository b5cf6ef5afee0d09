package com.ones1ght.adapters.rest.shared;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands an answer that may come later to the server. */
public final class Later {

    private Later() {}

    /**
     * The answer itself if it is there already, which spares the request its suspension; else the stage, which
     * the server waits for without holding a thread.
     */
    public static Object answer(CompletionStage<Answer> stage) {
        CompletableFuture<Answer> future = stage.toCompletableFuture();
        return future.isDone() ? future.join() : future;
    }
}
