package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.JsonFragment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The current row of a query, read by the names of its columns. Methods without "OrNull" require a value. */
public final class Row {

    @FunctionalInterface
    private interface Column<T> {

        @Nullable
        T read() throws SQLException;
    }

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    private static <T> @Nullable T read(Column<T> column) {
        try {
            return column.read();
        } catch (SQLException e) {
            throw StorageFailures.of(e);
        }
    }

    private static <T> T required(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The column " + column + " is null");
        }
        return value;
    }

    private static <V, T> @Nullable T mapped(@Nullable V value, Function<V, T> type) {
        return value == null ? null : type.apply(value);
    }

    public boolean isNull(String column) {
        // The driver returns the bytes of any type without parsing them.
        return read(() -> result.getBytes(column)) == null;
    }

    public byte @Nullable [] bytesOrNull(String column) {
        return read(() -> result.getBytes(column));
    }

    public String text(String column) {
        return required(column, textOrNull(column));
    }

    public @Nullable String textOrNull(String column) {
        return read(() -> result.getString(column));
    }

    /** A text as a value of the domain. */
    public <T> @Nullable T textOrNull(String column, Function<String, T> type) {
        return mapped(textOrNull(column), type);
    }

    /** The constant whose name is in the column. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }

    /** The constant whose name is in the column. */
    public <E extends Enum<E>> @Nullable E constantOrNull(String column, Class<E> type) {
        return textOrNull(column, name -> Enum.valueOf(type, name));
    }

    public UUID uuid(String column) {
        return required(column, read(() -> result.getObject(column, UUID.class)));
    }

    /** An id of the domain. */
    public <T> T id(String column, Function<UUID, T> type) {
        return type.apply(uuid(column));
    }

    /** An id of the domain. */
    public <T> @Nullable T idOrNull(String column, Function<UUID, T> type) {
        return mapped(read(() -> result.getObject(column, UUID.class)), type);
    }

    public int integer(String column) {
        return (int) number(column);
    }

    public long number(String column) {
        return required(column, numberOrNull(column));
    }

    public @Nullable Long numberOrNull(String column) {
        return read(() -> {
            long number = result.getLong(column);
            return result.wasNull() ? null : number;
        });
    }

    public @Nullable Integer integerOrNull(String column) {
        return mapped(numberOrNull(column), Long::intValue);
    }

    public double decimal(String column) {
        return required(column, read(() -> result.getDouble(column)));
    }

    public boolean flag(String column) {
        return required(column, read(() -> result.getBoolean(column)));
    }

    public Instant instant(String column) {
        return required(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) {
        return mapped(read(() -> result.getObject(column, OffsetDateTime.class)), OffsetDateTime::toInstant);
    }

    public LocalDate date(String column) {
        return Objects.requireNonNull(read(() -> result.getObject(column, LocalDate.class)));
    }

    /** JSON that is ready to be served: the driver returns the bytes of a text as the server sent them, in UTF-8. */
    public @Nullable JsonFragment jsonOrNull(String column) {
        return mapped(read(() -> result.getBytes(column)), JsonFragment::ofUtf8);
    }
}
