package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.JsonFragment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plain statements on the database. They take part in the calling thread's transaction, if there is one.
 *
 * <p>Parameters may be null, or of the types that JDBC knows, {@link UUID}, {@link Instant} (to the microsecond,
 * as the database keeps it) and arrays of {@link UUID}, {@link Integer}, {@link Long} and {@link String}. Every method throws
 * {@link com.ones1ght.application.shared.port.StorageUnavailableException} when the database cannot be reached.
 */
public final class Sql {

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface RowReader<T> {

        /** Reads the row at which {@code row} stands, and does not move on. */
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {

        T with(PreparedStatement statement) throws SQLException;
    }

    private final Connections connections;

    public Sql(Connections connections) {
        this.connections = connections;
    }

    /** All rows of a query. */
    public <T> List<T> all(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return run(
                sql,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        List<T> all = new ArrayList<>();
                        while (rows.next()) {
                            all.add(reader.read(rows));
                        }
                        return all;
                    }
                },
                parameters);
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return all(sql, reader, parameters).stream().findFirst();
    }

    /** Whether a query has a row. */
    public boolean exists(String sql, @Nullable Object... parameters) {
        return first(sql, row -> true, parameters).isPresent();
    }

    /** Runs a change and answers the number of rows that its outermost command changed. */
    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, PreparedStatement::executeUpdate, parameters);
    }

    private <T> T run(String sql, Work<T> work, @Nullable Object... parameters) {
        try {
            return connections.with(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    for (int i = 0; i < parameters.length; i++) {
                        bind(connection, statement, i + 1, parameters[i]);
                    }
                    return work.with(statement);
                }
            });
        } catch (SQLException e) {
            throw StorageFailures.of(e);
        } catch (RuntimeException e) {
            // JPA wraps the failure when it is the one that cannot get a connection.
            throw StorageFailures.translated(e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object parameter)
            throws SQLException {
        if (parameter == null) {
            statement.setNull(index, Types.NULL);
        } else if (parameter instanceof Instant instant) {
            statement.setObject(
                    index, OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
        } else if (parameter instanceof UUID[] ids) {
            statement.setArray(index, connection.createArrayOf("uuid", ids));
        } else if (parameter instanceof Integer[] numbers) {
            statement.setArray(index, connection.createArrayOf("int4", numbers));
        } else if (parameter instanceof Long[] numbers) {
            statement.setArray(index, connection.createArrayOf("int8", numbers));
        } else if (parameter instanceof String[] texts) {
            statement.setArray(index, connection.createArrayOf("text", texts));
        } else {
            statement.setObject(index, parameter);
        }
    }

    /** A point in time for arrays of them: microseconds since 1970, the precision of the database. */
    public static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    /** A column that has a point in time. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A column that may have a point in time. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A column that has an id. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A column that may have a whole number. */
    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /**
     * A column that may have a JSON value that is ready to be served. The driver hands out the bytes of a text as
     * they came from the server, in UTF-8.
     */
    public static @Nullable JsonFragment fragmentOrNull(ResultSet row, String column) throws SQLException {
        byte[] utf8 = row.getBytes(column);
        return utf8 == null ? null : JsonFragment.ofUtf8(utf8);
    }
}
