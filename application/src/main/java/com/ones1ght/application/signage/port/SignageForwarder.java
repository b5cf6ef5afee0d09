package com.ones1ght.application.signage.port;

import java.util.concurrent.CompletionStage;

/**
 * The signages of the stores. What is forwarded may come more than once, with the same delivery id, and in order for
 * each profile. Never called within a transaction. Safe for use by many threads.
 */
public interface SignageForwarder {

    /**
     * Hands a trigger to the signages of its store.
     *
     * @return completes when they have it; fails with {@link SignageUnavailableException} when they cannot be reached
     *     or give no usable answer, and the caller decides whether to try again. A trigger that has come before
     *     completes and changes nothing
     */
    CompletionStage<Void> forward(SignageTrigger trigger);
}
