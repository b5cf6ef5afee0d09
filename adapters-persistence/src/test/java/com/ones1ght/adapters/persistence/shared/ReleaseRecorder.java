package com.ones1ght.adapters.persistence.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Records the statements of committed transactions, in the order of the commits, and keeps them as those of a release when
 * the tests are over: {@code docs/operations.md} has the command.
 */
final class ReleaseRecorder {

    /** The system property with the version of the release; usually not set. */
    static final String PROPERTY = "ones1ght.release";

    /** Not those in quotes. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\?(?=(?:[^']*'[^']*')*[^']*$)");

    private static final Map<Class<?>, String> TYPES = Map.of(
            UUID.class, "uuid",
            Integer.class, "int4",
            Long.class, "int8",
            Boolean.class, "bool",
            OffsetDateTime.class, "timestamptz");

    private final List<String> committed = new ArrayList<>();
    private final List<String> migrations;

    private ReleaseRecorder(List<String> migrations) {
        this.migrations = migrations;
    }

    /** Records what is executed on the connections of the result, until the JVM ends. */
    static DataSource record(DataSource migrated, String release) {
        ReleaseRecorder recorder = new ReleaseRecorder(migrations(migrated));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> recorder.keep(release)));
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(migrated, method, arguments);
            return result instanceof Connection connection ? recorder.recorded(connection) : result;
        });
    }

    /** The number and the checksum of each migration of a database. */
    static List<String> migrations(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT version || ' ' || checksum FROM flyway_schema_history ORDER BY installed_rank")) {
            List<String> migrations = new ArrayList<>();
            while (rows.next()) {
                migrations.add(rows.getString(1));
            }
            return migrations;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void keep(String release) {
        try {
            new KeptRelease(release, migrations, committed)
                    .write(git("rev-parse", "HEAD"), git("log", "-1", "--format=%cI"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private synchronized void commit(List<String> transaction) {
        committed.addAll(transaction);
        transaction.clear();
    }

    private Connection recorded(Connection connection) {
        List<String> transaction = new ArrayList<>();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            switch (method.getName()) {
                case "commit" -> commit(transaction);
                case "rollback" -> transaction.clear();
                default -> {
                    if (result instanceof Statement statement) {
                        String text = arguments == null ? "" : arguments[0].toString();
                        return recorded(method.getReturnType(), statement, text, connection, transaction);
                    }
                }
            }
            return result;
        });
    }

    private <T> T recorded(
            Class<T> type, Statement statement, String text, Connection connection, List<String> transaction) {
        Map<Integer, @Nullable Object> values = new HashMap<>();
        return proxy(type, (method, arguments) -> {
            Object result = call(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                transaction.add(arguments == null ? withValues(text, values) : arguments[0].toString());
                if (connection.getAutoCommit()) {
                    commit(transaction);
                }
            } else if (arguments != null && arguments.length > 1 && arguments[0] instanceof Integer index) {
                values.put(index, "setNull".equals(method.getName()) ? null : arguments[1]);
            }
            return result;
        });
    }

    private static String withValues(String text, Map<Integer, @Nullable Object> values) throws SQLException {
        StringBuilder whole = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        for (int i = 1; matcher.find(); i++) {
            matcher.appendReplacement(whole, Matcher.quoteReplacement(literal(values.get(i))));
        }
        return matcher.appendTail(whole).toString();
    }

    /** As the driver would declare it. */
    private static String literal(@Nullable Object value) throws SQLException {
        if (value == null) {
            return "NULL";
        } else if (value instanceof Array array) {
            return quoted(array) + "::" + array.getBaseTypeName() + "[]";
        } else if (value instanceof PGobject object) {
            return quoted(object) + "::" + object.getType();
        } else if (value instanceof Timestamp time) {
            return quoted(time.toInstant()) + "::timestamptz";
        } else if (value instanceof String) {
            return quoted(value);
        }
        String type = TYPES.get(value.getClass());
        if (type == null) {
            throw new IllegalStateException("What is the type of " + value.getClass() + " in SQL?");
        }
        return quoted(value) + "::" + type;
    }

    private static String quoted(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                ReleaseRecorder.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments)));
    }
}
