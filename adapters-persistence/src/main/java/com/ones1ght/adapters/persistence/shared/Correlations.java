package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.Correlation;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads what a row's request was known by. */
public final class Correlations {

    private Correlations() {}

    /** From the columns {@code request_id} and {@code traceparent}. */
    public static @Nullable Correlation read(ResultSet row) throws SQLException {
        String requestId = row.getString("request_id");
        return requestId == null ? null : new Correlation(requestId, row.getString("traceparent"));
    }
}
