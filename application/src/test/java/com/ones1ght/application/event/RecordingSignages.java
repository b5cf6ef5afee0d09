package com.ones1ght.application.event;

import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.signage.port.SignageUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Signages that remember what they were told; they can be away, silent, broken or refuse. */
public final class RecordingSignages implements SignageForwarder {

    /** How signages behave. */
    public enum Mood {
        WELL,
        AWAY,
        SILENT,
        BROKEN,
        REFUSING
    }

    private final List<SignageTrigger> told = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;
    private volatile @Nullable Duration retryAfter;

    @Override
    public CompletionStage<Void> forward(SignageTrigger trigger) {
        return switch (mood) {
            case WELL -> {
                told.add(trigger);
                yield CompletableFuture.completedStage(null);
            }
            case AWAY ->
                CompletableFuture.failedStage(new SignageUnavailableException("the store is away", retryAfter, null));
            case SILENT -> new CompletableFuture<>();
            case REFUSING -> CompletableFuture.failedStage(SignageUnavailableException.refusal("no such store"));
            case BROKEN -> throw new IllegalStateException("a defect");
        };
    }

    public void become(Mood next) {
        mood = next;
    }

    public void askToWait(Duration wait) {
        retryAfter = wait;
    }

    /** What has arrived, in order, repetitions included. */
    public List<SignageTrigger> told() {
        return List.copyOf(told);
    }
}
