package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.JsonFragment;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A named parameter, and the conversion of its value for JDBC.
 *
 * @param name the name of the bound value
 * @param path the accessors that lead from the bound value to the parameter's; none for the value itself
 */
record SqlParameter(String name, List<String> path) {

    /** The accessors of a type by their names, looked up once. */
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    /** The component of a record that wraps a single value, such as an id; empty for all other types. */
    private static final ClassValue<Optional<String>> WRAPPED = new ClassValue<>() {
        @Override
        protected Optional<String> computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return components == null || components.length != 1
                    ? Optional.empty()
                    : Optional.of(components[0].getName());
        }
    };

    /** @param reference the name and the accessors, separated by dots */
    static SqlParameter of(String reference) {
        List<String> parts = List.of(reference.split("\\."));
        return new SqlParameter(parts.get(0), parts.subList(1, parts.size()));
    }

    /** Sets this parameter of a statement; null, if a value on its path is null. */
    void set(PreparedStatement statement, int index, Map<String, @Nullable Object> values) throws SQLException {
        Object value = unwrapped(valueIn(values));
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Instant instant) {
            statement.setObject(index, truncated(instant).atOffset(ZoneOffset.UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof JsonFragment json) {
            statement.setString(index, json.toString());
        } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
            statement.setString(index, RecordJson.write(value));
        } else if (value instanceof Instant[] instants) {
            Object[] texts = Arrays.stream(instants)
                    .map(instant -> truncated(instant).toString())
                    .toArray();
            statement.setArray(index, statement.getConnection().createArrayOf("timestamptz", texts));
        } else if (value instanceof Object[] elements) {
            statement.setArray(index, statement.getConnection().createArrayOf(elementType(elements), elements));
        } else {
            statement.setObject(index, value);
        }
    }

    private @Nullable Object valueIn(Map<String, @Nullable Object> values) {
        Object value = values.get(name);
        if (value == null && !values.containsKey(name)) {
            throw new IllegalStateException("SQL parameter :" + name + " is not bound");
        }
        for (String accessor : path) {
            value = value == null ? null : property(value, accessor);
        }
        return value;
    }

    private static @Nullable Object unwrapped(@Nullable Object value) {
        Object unwrapped = value;
        while (unwrapped instanceof Record) {
            Optional<String> wrapped = WRAPPED.get(unwrapped.getClass());
            if (wrapped.isEmpty()) {
                throw new IllegalStateException(unwrapped.getClass() + " is no single value for SQL");
            }
            unwrapped = property(unwrapped, wrapped.get());
        }
        return unwrapped;
    }

    private static @Nullable Object property(Object value, String accessor) {
        try {
            return ACCESSORS
                    .get(value.getClass())
                    .computeIfAbsent(accessor, name -> accessor(value.getClass(), name))
                    .invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(value.getClass() + "." + accessor + "() failed", e);
        }
    }

    private static Method accessor(Class<?> type, String name) {
        try {
            Method accessor = type.getMethod(name);
            accessor.setAccessible(true);
            return accessor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no accessor for the SQL parameter ." + name, e);
        }
    }

    /** To the precision of the database: the driver would round. */
    private static Instant truncated(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static String elementType(Object[] elements) {
        return switch (elements.getClass().getComponentType().getSimpleName()) {
            case "UUID" -> "uuid";
            case "Integer" -> "int4";
            case "Long" -> "int8";
            case "Boolean" -> "bool";
            case "String" -> "text";
            default -> throw new IllegalStateException("No SQL type for elements of " + elements.getClass());
        };
    }
}
