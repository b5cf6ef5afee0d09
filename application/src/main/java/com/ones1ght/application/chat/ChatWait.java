package com.ones1ght.application.chat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A poll that waits for a change of its chat. Thread-safe. */
final class ChatWait {

    /** Looks whether the wait is over. */
    @FunctionalInterface
    interface Look {

        /**
         * @param last whether the wait ends in any case
         * @return the answer; empty if there is nothing new to wait no longer for
         */
        Optional<CompletionStage<Watched>> look(ChatWait wait, boolean last);
    }

    private final Look look;
    private final CompletableFuture<Watched> answer = new CompletableFuture<>();
    private volatile @Nullable ChatWatch watch;

    ChatWait(Look look) {
        this.look = look;
    }

    /** Completed when the wait is over; whoever completes it ends the wait. */
    CompletableFuture<Watched> answer() {
        return answer;
    }

    void watchedBy(ChatWatch chat) {
        watch = chat;
    }

    /** Tells which version of the whole chat has been read. */
    void knows(long version) {
        ChatWatch mine = watch;
        if (mine != null) {
            mine.knows(version);
        }
    }

    /** Looks whether the wait is over, and answers if so. */
    void look(boolean last) {
        look(() -> look.look(this, last));
    }

    /** Answers if the given look finds an answer. */
    void look(Supplier<Optional<CompletionStage<Watched>>> given) {
        if (answer.isDone()) {
            return;
        }
        try {
            given.get().ifPresent(stage -> stage.whenComplete(this::answer));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private void answer(@Nullable Watched watched, @Nullable Throwable failure) {
        if (failure == null) {
            answer.complete(watched);
        } else {
            answer.completeExceptionally(failure);
        }
    }
}
