package com.ones1ght.application.shared;

import com.ones1ght.application.shared.port.SpanRecorder.Recording;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A piece of work that is recorded, if traces are on, as a span. Made by {@link Tracing}. */
public final class Span {

    private final @Nullable Correlation correlation;
    private final @Nullable Recording recording;

    Span(@Nullable Correlation correlation, @Nullable Recording recording) {
        this.correlation = correlation;
        this.recording = recording;
    }

    /** The request with this span as the parent; the request itself where nothing is recorded; null without one. */
    public @Nullable Correlation correlation() {
        return correlation;
    }

    /** Whether what is recorded will be sent, so that it is worth finding out. */
    public boolean isSampled() {
        return recording != null && recording.isSampled();
    }

    /** The headers that a call within this span sends; none where nothing is recorded. */
    public Map<String, String> headers() {
        return recording == null || correlation == null ? Map.of() : correlation.headers();
    }

    /** Adds an attribute, which must not contain what shoppers or clients wrote; null adds none. */
    public Span with(String attribute, @Nullable Object value) {
        if (recording != null && value != null) {
            recording.attribute(attribute, value.toString());
        }
        return this;
    }

    public Span with(String attribute, long value) {
        if (recording != null) {
            recording.attribute(attribute, value);
        }
        return this;
    }

    /** Names the span anew, once it is known better what it is. The name is one of few, as in the first place. */
    public Span named(String name) {
        if (recording != null) {
            recording.name(name);
        }
        return this;
    }

    /**
     * Adds the status of an HTTP answer.
     *
     * @param failures the lowest status that is a failure of this work; what follows does not undo it
     */
    public Span withStatus(int status, int failures) {
        with("http.response.status_code", status);
        if (recording != null && status >= failures) {
            recording.fail(Integer.toString(status));
        }
        return this;
    }

    /** Ends the span as failed. */
    public void fail(String type) {
        if (recording != null) {
            recording.fail(type);
            recording.end();
        }
    }

    /** Ends the span as failed, with the type of the failure and without its message. */
    public void fail(Throwable failure) {
        fail(AsyncFailures.cause(failure).getClass().getName());
    }

    public void end() {
        if (recording != null) {
            recording.end();
        }
    }

    /** Does the work on this thread, within the span, and ends the span. */
    public <T> T around(Supplier<T> work) {
        T result;
        try {
            result = Correlation.during(correlation, work);
        } catch (RuntimeException | Error failure) {
            fail(failure);
            throw failure;
        }
        end();
        return result;
    }

    /**
     * Begins the work on this thread, within the span, and ends the span with the work.
     *
     * @return the work's own stage; one that is completed with null, or cancelled, was given up
     */
    public <T> CompletableFuture<T> until(Supplier<CompletableFuture<T>> work) {
        return until(work, result -> {});
    }

    /**
     * The same, with something to add to the span before it ends.
     *
     * @param onResult is given the result of work that did not fail
     */
    public <T> CompletableFuture<T> until(Supplier<CompletableFuture<T>> work, Consumer<T> onResult) {
        CompletableFuture<T> stage;
        try {
            stage = Correlation.during(correlation, work);
        } catch (RuntimeException | Error failure) {
            fail(failure);
            throw failure;
        }
        if (recording != null) {
            stage.whenComplete((result, failure) -> {
                if (failure != null && !stage.isCancelled()) {
                    fail(failure);
                } else if (result == null) {
                    fail("given_up");
                } else {
                    onResult.accept(result);
                    end();
                }
            });
        }
        return stage;
    }
}
