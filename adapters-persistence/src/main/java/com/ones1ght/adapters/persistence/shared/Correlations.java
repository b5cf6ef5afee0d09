package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.Correlation;
import org.jspecify.annotations.Nullable;

/** The correlation of a row's request: the columns {@code request_id}, {@code traceparent} and {@code tracestate}. */
public final class Correlations {

    private Correlations() {}

    /** The correlation in a row; null when the request had none. */
    public static @Nullable Correlation read(Row row) {
        String requestId = row.textOrNull("request_id");
        return requestId == null
                ? null
                : Correlation.of(requestId, row.textOrNull("traceparent"), row.textOrNull("tracestate"));
    }
}
