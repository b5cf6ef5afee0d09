package com.ones1ght.adapters.llm.http;

import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.shared.LogText;
import org.jspecify.annotations.Nullable;

/** Logs a permanent refusal by an upstream, which ends the run: its key, its model or its address is wrong. */
public final class RefusedCalls {

    private static final System.Logger LOG = System.getLogger(RefusedCalls.class.getName());

    private RefusedCalls() {}

    /**
     * Logs a warning; called once per run.
     *
     * @param model null if the upstream chooses it
     * @param code the upstream's error code, a plain word; null if there is none
     */
    public static void log(
            PipelineRequest request, String backend, @Nullable String model, int status, @Nullable String code) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Run {0} ends, refused by {1}{2}: status {3}{4}",
                request.requestId(),
                backend,
                model == null ? "" : ", model " + LogText.of(model),
                status,
                code == null ? "" : ", " + LogText.of(code));
    }
}
