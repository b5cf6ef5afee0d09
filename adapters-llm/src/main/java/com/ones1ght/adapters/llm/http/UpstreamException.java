package com.ones1ght.adapters.llm.http;

import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An upstream gave no usable answer. The message is for operators and contains neither credentials nor the answer. */
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

    /** The cause that clients see if this lasts until the round's deadline. */
    public RunFailure.Cause reason() {
        return reason;
    }

    /** The delay before the next call; null leaves it to the caller. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The answer, if its status asks for a retry; else null. */
    public @Nullable UpstreamReply reply() {
        return reply;
    }

    /** The same as a failure of a step, which is retried until the round's deadline. */
    public StepUnavailableException during(PipelineStep step) {
        return new StepUnavailableException(getMessage(), new RunFailure.StepFailed(step, reason), retryAfter, this);
    }
}
