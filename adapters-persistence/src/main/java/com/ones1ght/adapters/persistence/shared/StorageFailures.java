package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Distinguishes an unavailable database from a faulty statement. */
public final class StorageFailures {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    /**
     * SQLSTATE classes of transient failures: connection, resources, operator intervention, system errors, and conflicts
     * between transactions.
     */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53", "57", "58", "40");

    /**
     * Transient failures of other classes: a former primary that is now read-only, a transaction that was idle or ran for
     * too long, a lock timeout.
     */
    private static final Set<String> TRANSIENT_STATES = Set.of("25006", "25P03", "25P04", "55P03");

    private StorageFailures() {}

    /** The unchecked form of a JDBC failure. */
    public static RuntimeException of(SQLException failure) {
        return isTransient(failure)
                ? new StorageUnavailableException("The database is unavailable: " + failure.getMessage(), failure)
                : new IllegalStateException("The database rejected a statement", failure);
    }

    /** The failure itself, or a {@link StorageUnavailableException} of it if it is transient. */
    public static RuntimeException translated(RuntimeException failure) {
        if (failure instanceof StorageUnavailableException) {
            return failure;
        }
        return sqlCause(failure)
                .filter(StorageFailures::isTransient)
                .map(StorageFailures::of)
                .orElse(failure);
    }

    /** Whether a foreign key refers to a missing row. */
    public static boolean isMissingParent(RuntimeException failure) {
        return sqlCause(failure)
                .map(SQLException::getSQLState)
                .filter(FOREIGN_KEY_VIOLATION::equals)
                .isPresent();
    }

    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        // PostgreSQL always sets a state; an exhausted pool does not.
        return state == null
                || state.length() < 2
                || TRANSIENT_CLASSES.contains(state.substring(0, 2))
                || TRANSIENT_STATES.contains(state);
    }

    private static Optional<SQLException> sqlCause(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
