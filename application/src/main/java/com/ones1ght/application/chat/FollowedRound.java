package com.ones1ght.application.chat;

import com.ones1ght.application.shared.Following;
import com.ones1ght.application.shared.RedactedStackTrace;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A round with somebody who follows it. What is told depends only on what was told last and on the round as it is read, so
 * that changes may be noticed late, twice, or several at once. Thread-safe.
 */
final class FollowedRound implements Following {

    private static final System.Logger LOG = System.getLogger(FollowedRound.class.getName());
    private static final long NOTHING_READ = -1;

    private final Supplier<Optional<ChatView>> stored;
    private final Function<ChatView, CompletionStage<WatchedChat>> completed;
    private final @Nullable RoundPosition resumed;
    private final RoundFollower follower;
    private volatile @Nullable ChatWatch watch;
    private volatile boolean ended;
    private @Nullable RoundPosition last;
    private long version = NOTHING_READ;

    /**
     * @param stored reads the round
     * @param completed adds what is not stored
     * @param resumed what the follower has seen on an earlier occasion; null for nothing
     */
    FollowedRound(
            Supplier<Optional<ChatView>> stored,
            Function<ChatView, CompletionStage<WatchedChat>> completed,
            @Nullable RoundPosition resumed,
            RoundFollower follower) {
        this.stored = stored;
        this.completed = completed;
        this.resumed = resumed;
        this.follower = follower;
    }

    void watchedBy(ChatWatch chat) {
        watch = chat;
    }

    @Override
    public void goOn() {
        ChatWatch mine = watch;
        if (mine != null) {
            mine.wake();
        }
    }

    @Override
    public void end() {
        ended = true;
        ChatWatch mine = watch;
        if (mine != null) {
            mine.close();
        }
    }

    /** Reads the round, and tells the follower what is new. */
    void look() {
        if (ended) {
            return;
        }
        Optional<ChatView> read = stored.get();
        if (read.isEmpty()) {
            dismiss();
            return;
        }
        completed.apply(read.get()).thenAccept(this::tell).whenComplete((told, failure) -> {
            if (failure != null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A round cannot be shown to a follower, who may come back",
                        RedactedStackTrace.of(failure));
                dismiss();
            }
        });
    }

    /** What was read earlier may be completed later. */
    private synchronized void tell(WatchedChat now) {
        RoundView round = now.chat().rounds().get(0);
        if (ended || round.version() < version) {
            return;
        }
        if (version == NOTHING_READ && resumed != null && resumed.isPassedBy(round)) {
            last = resumed;
        }
        version = round.version();
        for (RoundPosition next : RoundPosition.after(last, round)) {
            if (!follower.offer(new RoundEvent(next, now))) {
                return;
            }
            last = next;
        }
        if (round.state().isSettled()) {
            dismiss();
        }
    }

    private void dismiss() {
        end();
        follower.end();
    }
}
