package com.ones1ght.adapters.llm.http;

import com.ones1ght.application.chat.port.PipelineRequest;
import org.jspecify.annotations.Nullable;

/** Reports an upstream that refuses a run for good, which ends the run: its key, its model or its address is wrong. */
public final class RefusedCalls {

    private static final System.Logger LOG = System.getLogger(RefusedCalls.class.getName());

    private RefusedCalls() {}

    /**
     * Logs a warning; to be called once for a run.
     *
     * @param model null where upstream chooses it
     * @param code a plain word by which upstream explains itself; null when there is none
     */
    public static void log(
            PipelineRequest request, String backend, @Nullable String model, int status, @Nullable String code) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Run {0} ends, refused by {1}{2}: status {3}{4}",
                request.requestId(),
                backend,
                model == null ? "" : ", model " + model,
                status,
                code == null ? "" : ", " + code);
    }
}
