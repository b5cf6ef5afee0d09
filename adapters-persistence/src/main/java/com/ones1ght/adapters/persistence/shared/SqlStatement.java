package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.JsonFragment;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its parameters, for one execution.
 *
 * <p>Values may be null, types that JDBC knows, {@link UUID}, {@link Instant} (truncated to microseconds), enum constants
 * (bound by name), {@link JsonFragment}, lists and maps (bound as JSON), records of a single component, such as ids (bound
 * as that component), and arrays of {@link UUID}, {@link Integer}, {@link Long}, {@link Boolean}, {@link String}
 * and {@link Instant}. Executions throw
 * {@link com.ones1ght.application.shared.port.StorageUnavailableException} when the database is unavailable.
 */
public final class SqlStatement {

    @FunctionalInterface
    private interface Execution<T> {

        T of(PreparedStatement statement) throws SQLException;
    }

    /**
     * A page of a list.
     *
     * @param total the number of all items
     */
    public record Slice<T>(List<T> items, long total) {}

    private final Connections connections;
    private final SqlText text;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final List<Map<String, @Nullable Object>> batch = new ArrayList<>();

    SqlStatement(Connections connections, SqlText text) {
        this.connections = connections;
        this.text = text;
    }

    /** Binds a value by its name. */
    public SqlStatement bind(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** All rows of the query. */
    public <T> List<T> list(Function<Row, T> reader) {
        return run(statement -> {
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                List<T> all = new ArrayList<>();
                while (result.next()) {
                    all.add(reader.apply(row));
                }
                return all;
            }
        });
    }

    /** The first row of the query. */
    public <T> Optional<T> first(Function<Row, T> reader) {
        return list(reader).stream().findFirst();
    }

    /** The first row of a query that always has one. */
    public <T> T single(Function<Row, T> reader) {
        return first(reader).orElseThrow();
    }

    /** Whether the query has a row. */
    public boolean exists() {
        return first(row -> true).isPresent();
    }

    /**
     * The rows of a query with the column {@code total}, and without an item where the page is empty.
     *
     * @param key a column that is null in a row without an item
     * @return empty when the query has no row
     */
    public <T> Optional<Slice<T>> slice(String key, Function<Row, T> reader) {
        return run(statement -> {
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return Optional.empty();
                }
                Row row = new Row(result);
                long total = row.number("total");
                List<T> items = new ArrayList<>();
                do {
                    if (!row.isNull(key)) {
                        items.add(reader.apply(row));
                    }
                } while (result.next());
                return Optional.of(new Slice<>(items, total));
            }
        });
    }

    /** Executes the change, and returns the number of rows that its outermost command changed. */
    public int update() {
        return run(PreparedStatement::executeUpdate);
    }

    /** Keeps the bound values for an execution of their own by {@link #updateAll}. */
    public SqlStatement add() {
        batch.add(new HashMap<>(values));
        values.clear();
        return this;
    }

    /**
     * Executes the change with the values of each {@link #add}, in their order and without waiting in between, and returns
     * the numbers of rows that they changed.
     */
    public int[] updateAll() {
        return prepared(statement -> {
            for (Map<String, @Nullable Object> each : batch) {
                set(statement, each);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private void set(PreparedStatement statement, Map<String, @Nullable Object> bound) throws SQLException {
        int index = 0;
        for (SqlParameter parameter : text.parameters()) {
            parameter.set(statement, ++index, bound);
        }
    }

    private <T> T run(Execution<T> execution) {
        return prepared(statement -> {
            set(statement, values);
            return execution.of(statement);
        });
    }

    private <T> T prepared(Execution<T> execution) {
        try {
            return connections.with(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(text.jdbc())) {
                    return execution.of(statement);
                }
            });
        } catch (SQLException e) {
            throw StorageFailures.of(e);
        } catch (RuntimeException e) {
            // JPA wraps the failure when it cannot get a connection.
            throw StorageFailures.translated(e);
        }
    }
}
