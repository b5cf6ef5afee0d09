package com.ones1ght.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.RoundId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** A runner that runs nothing and records what it is asked for. */
public final class FakeRunner implements RunnerWakeup {

    private final BooleanSupplier inTransaction;
    private final List<RoundId> refreshed = new ArrayList<>();
    private CompletionStage<Boolean> refresh = CompletableFuture.completedStage(false);
    private int wakeUps;
    private int releases;

    public FakeRunner() {
        this(() -> false);
    }

    /** @param inTransaction whether the calling thread is in a transaction, in which a runner must not be woken */
    public FakeRunner(BooleanSupplier inTransaction) {
        this.inTransaction = inTransaction;
    }

    @Override
    public void wake() {
        assertThat(inTransaction.getAsBoolean()).isFalse();
        wakeUps++;
    }

    @Override
    public void releaseEnded() {
        assertThat(inTransaction.getAsBoolean()).isFalse();
        releases++;
    }

    @Override
    public CompletionStage<Boolean> refresh(Collection<RoundId> rounds) {
        refreshed.addAll(rounds);
        return refresh;
    }

    /** Refreshes from now on end with this stage, instead of refreshing nothing at once. */
    public void refreshUntil(CompletionStage<Boolean> stage) {
        refresh = stage;
    }

    public List<RoundId> refreshed() {
        return refreshed;
    }

    /** How often it was asked to release ended runs. */
    public int releases() {
        return releases;
    }

    public int wakeUps() {
        return wakeUps;
    }
}
