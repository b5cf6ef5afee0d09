package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.Correlation;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a row's request was known by: the columns {@code request_id} and {@code traceparent}. */
public final class Correlations {

    private Correlations() {}

    /** For {@code request_id}. */
    public static @Nullable String requestId(@Nullable Correlation correlation) {
        return correlation == null ? null : correlation.requestId();
    }

    /** For {@code traceparent}. */
    public static @Nullable String traceparent(@Nullable Correlation correlation) {
        return correlation == null ? null : correlation.traceparent();
    }

    /** From both. */
    public static @Nullable Correlation read(ResultSet row) throws SQLException {
        String requestId = row.getString("request_id");
        return requestId == null ? null : new Correlation(requestId, row.getString("traceparent"));
    }
}
