package com.ones1ght.adapters.llm.http;

import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.port.CallObserver.Outcome;
import com.ones1ght.domain.chat.RunFailure.Cause;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** How a call ended, for those who observe it. */
final class CallOutcomes {

    private static final int CLIENT_ERROR = 400;

    private CallOutcomes() {}

    /** One of the two is given. */
    static Outcome of(@Nullable UpstreamReply reply, @Nullable Throwable failure) {
        if (reply != null) {
            return reply.status() >= CLIENT_ERROR ? Outcome.REFUSED : Outcome.ANSWERED;
        }
        Throwable cause = failure == null ? null : AsyncFailures.cause(failure);
        if (cause instanceof CancellationException) {
            return Outcome.DROPPED;
        }
        if (!(cause instanceof UpstreamException unusable)) {
            return Outcome.FAILED;
        }
        UpstreamReply answered = unusable.reply();
        if (answered != null && ReplyReader.asksToWait(answered.status())) {
            return Outcome.BUSY;
        }
        return unusable.reason() == Cause.UPSTREAM_TIMEOUT ? Outcome.TIMED_OUT : Outcome.FAILED;
    }
}
