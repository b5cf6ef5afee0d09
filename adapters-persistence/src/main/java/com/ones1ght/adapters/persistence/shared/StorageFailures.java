package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a statement that is wrong. */
public final class StorageFailures {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    /**
     * SQLSTATE classes that speak of the database, not of the statement: connection, resources, operator
     * intervention, errors of its system, and conflicts that ended one of several transactions; all of them are over
     * some time later.
     */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58", "40");

    /**
     * States of other classes that do so: a primary that has become a standby refuses to write, a transaction was idle
     * or ran for too long, a lock was not available in time.
     */
    private static final Set<String> PASSING_STATES = Set.of("25006", "25P03", "25P04", "55P03");

    private StorageFailures() {}

    /** The unchecked form of a failure of JDBC. */
    public static RuntimeException of(SQLException failure) {
        return isPassing(failure)
                ? new StorageUnavailableException("The database cannot be reached: " + failure.getMessage(), failure)
                : new IllegalStateException("The database refused a statement", failure);
    }

    /** The failure itself, or, if the database was away, a {@link StorageUnavailableException} of it. */
    public static RuntimeException translated(RuntimeException failure) {
        if (failure instanceof StorageUnavailableException) {
            return failure;
        }
        return sqlCause(failure)
                .filter(StorageFailures::isPassing)
                .map(StorageFailures::of)
                .orElse(failure);
    }

    /** Whether a row that is referred to does not exist. */
    public static boolean isMissingParent(RuntimeException failure) {
        return sqlCause(failure)
                .map(SQLException::getSQLState)
                .filter(FOREIGN_KEY_VIOLATION::equals)
                .isPresent();
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        // PostgreSQL always gives a state; a pool that has no connection to give does not.
        return state == null
                || state.length() < 2
                || PASSING_CLASSES.contains(state.substring(0, 2))
                || PASSING_STATES.contains(state);
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
