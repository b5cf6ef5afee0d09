package com.ones1ght.adapters.llm.http;

import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An upstream gave no usable answer. The message is for operators and holds neither credentials nor its words. */
public final class UpstreamException extends RuntimeException {

    private final RunFailure.Cause reason;
    private final @Nullable Duration retryAfter;
    private final transient @Nullable UpstreamReply reply;

    UpstreamException(
            String message,
            RunFailure.Cause reason,
            @Nullable Duration retryAfter,
            @Nullable UpstreamReply reply,
            @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.reply = reply;
    }

    /** What clients are told when it stays so until the round's deadline. */
    public RunFailure.Cause reason() {
        return reason;
    }

    /** How long to wait before the next call; null leaves it to the caller. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What upstream answered, when it answered with a status that asks for another try; else null. */
    public @Nullable UpstreamReply reply() {
        return reply;
    }

    /** The same for a step of a run: worth another try until the round's deadline. */
    public StepUnavailableException during(PipelineStep step) {
        return new StepUnavailableException(getMessage(), new RunFailure.StepFailed(step, reason), retryAfter, this);
    }
}
