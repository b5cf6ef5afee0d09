package com.ones1ght.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Those parts of migrations that take long on large tables, outside of the migrations' transactions, whose locks would keep
 * other nodes waiting: before the migrations the indexes that they create with {@code IF NOT EXISTS}, and after them the
 * validation of foreign keys that they add as {@code NOT VALID}. Nodes that start at the same time take turns.
 */
final class OnlineSchemaChanges {

    /** A command on a connection of its own. */
    @FunctionalInterface
    private interface Work {

        void on(Connection connection) throws SQLException;
    }

    private static final Pattern INDEX =
            Pattern.compile("CREATE (?:UNIQUE )?INDEX (?=IF NOT EXISTS (\\w+)\\s+ON (\\w+) )[^;]*");

    /**
     * A lock that a transaction holds, since PgBouncer may give each transaction another session. Who waits for it has a
     * snapshot, and the concurrent build of an index waits for the end of each transaction that has one: so waits are short
     * and repeated.
     */
    private static final String TAKE_TURN = """
            SET LOCAL lock_timeout = '200ms';
            SET LOCAL idle_in_transaction_session_timeout = 0;
            LOCK TABLE flyway_schema_history IN SHARE UPDATE EXCLUSIVE MODE""";

    private static final String LOCK_TIMEOUT = "55P03";

    /** Not of partitioned ones, whose indexes cannot be built concurrently: the migration builds them. */
    private static final String TABLE_EXISTS =
            "SELECT 1 FROM pg_class c WHERE c.oid = to_regclass(?) AND c.relkind = 'r'";

    /** What an interrupted build leaves behind. */
    private static final String IS_INVALID =
            "SELECT 1 FROM pg_index i WHERE i.indexrelid = to_regclass(?) AND NOT i.indisvalid";

    private static final String NOT_VALIDATED = """
            SELECT format('ALTER TABLE %I VALIDATE CONSTRAINT %I', c.relname, k.conname)
              FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
             WHERE k.contype = 'f' AND NOT k.convalidated AND k.connamespace = current_schema()::regnamespace
             ORDER BY c.relname, k.conname""";

    private final DataSource dataSource;

    OnlineSchemaChanges(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Builds the indexes and runs the migration while no other node does.
     *
     * @param pending the texts of the migrations that it applies, read when it is this node's turn
     */
    void before(Runnable migration, Supplier<List<String>> pending) throws SQLException {
        patiently(connection -> {
            connection.setAutoCommit(false);
            try {
                takeTurn(connection);
                for (String text : pending.get()) {
                    patiently(builder -> buildIndexes(builder, text));
                }
                migration.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private static void takeTurn(Connection connection) throws SQLException {
        for (boolean isTaken = false; !isTaken; ) {
            try {
                execute(connection, TAKE_TURN);
                isTaken = true;
            } catch (SQLException e) {
                if (!LOCK_TIMEOUT.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback();
            }
        }
    }

    /** Validates the foreign keys that are not. */
    void after() throws SQLException {
        patiently(OnlineSchemaChanges::validateForeignKeys);
    }

    private static void buildIndexes(Connection connection, String migration) throws SQLException {
        Matcher index = INDEX.matcher(migration);
        while (index.find()) {
            // Otherwise the migration creates the table, too.
            if (exists(connection, TABLE_EXISTS, index.group(2))) {
                build(connection, index.group(1), index.group());
            }
        }
    }

    private static void build(Connection connection, String name, String command) throws SQLException {
        if (exists(connection, IS_INVALID, name)) {
            execute(connection, "DROP INDEX CONCURRENTLY " + name);
        }
        execute(connection, command.replaceFirst("INDEX ", "INDEX CONCURRENTLY "));
    }

    private static void validateForeignKeys(Connection connection) throws SQLException {
        List<String> commands = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NOT_VALIDATED)) {
            while (rows.next()) {
                commands.add(rows.getString(1));
            }
        }
        for (String command : commands) {
            execute(connection, command);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Without the limit on the time that a statement may take. */
    private void patiently(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            int timeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            try {
                work.on(connection);
            } finally {
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
        }
    }
}
