package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes of each release that is kept can be upgraded one by one: what they have written and what they execute. */
class KeptReleasesTest {

    /** All that can be told of tables, columns, constraints, indexes and triggers. */
    private static final String CATALOGUE = """
            SELECT c.relname || ' ' || c.relkind::text || ' ' || coalesce(pg_get_indexdef(c.oid), '')
              FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
                   || ' ' || a.attidentity::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
             WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT k.conname || ' ' || pg_get_constraintdef(k.oid) || ' ' || k.convalidated
              FROM pg_constraint k WHERE k.connamespace = 'public'::regnamespace
            UNION ALL
            SELECT t.tgname || ' ' || pg_get_triggerdef(t.oid)
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
             WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
            UNION ALL
            SELECT p.proname || ' ' || pg_get_functiondef(p.oid)
              FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
            ORDER BY 1""";

    private static final String TABLES = """
            SELECT quote_ident(relname) FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
               AND relname <> 'flyway_schema_history'
             ORDER BY 1""";

    static Stream<KeptRelease> releases() {
        return KeptRelease.all().stream();
    }

    @Test
    void thereShouldBeOne() {
        assertThat(releases()).isNotEmpty().allSatisfy(release -> assertThat(release.statements())
                .hasSizeGreaterThan(100));
    }

    /** A node refuses to start on a database whose migrations are others. */
    @ParameterizedTest
    @MethodSource("releases")
    void migrationsOfTheReleaseShouldBeUnchanged(KeptRelease release) {
        assertThat(ReleaseRecorder.migrations(TestDatabase.shared().server()))
                .startsWith(release.migrations().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void databaseOfTheReleaseShouldBecomeTheSameAsANewOne(KeptRelease release) throws SQLException {
        PGSimpleDataSource old = database();
        new DatabaseMigration(old).runTo(release.migrations().size());
        run(release.statements(), old);
        new DatabaseMigration(old).run();

        PGSimpleDataSource current = database();
        new DatabaseMigration(current).run();
        assertThat(list(old, CATALOGUE)).isEqualTo(list(current, CATALOGUE));

        // A node of the release beside one of this version.
        run(release.statements(), current);
        // Of the release's database its nodes can read the texts, until no node of it comes back.
        assertThat(list(old, "SELECT count(*) FROM plain_texts")).containsExactly("1");
        run(List.of("DELETE FROM plain_texts"), old);
        assertThat(counts(old)).isEqualTo(counts(current));
        assertThat(counts(old)).filteredOn(count -> !count.endsWith(" 0")).hasSizeGreaterThan(10);
    }

    private static PGSimpleDataSource database() throws SQLException {
        PGSimpleDataSource server = (PGSimpleDataSource) TestDatabase.shared().server();
        String name = "release_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.getUrl());
        database.setUser(server.getUser());
        database.setDatabaseName(name);
        return database;
    }

    private static void run(List<String> statements, PGSimpleDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String text : statements) {
                try {
                    statement.execute(text);
                } catch (SQLException e) {
                    throw new AssertionError("The release executes: " + text, e);
                }
            }
        }
    }

    private static List<String> counts(PGSimpleDataSource database) throws SQLException {
        List<String> counts = new ArrayList<>();
        for (String table : list(database, TABLES)) {
            counts.add(table + " "
                    + list(database, "SELECT count(*) FROM " + table).get(0));
        }
        return counts;
    }

    private static List<String> list(PGSimpleDataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> list = new ArrayList<>();
            while (rows.next()) {
                list.add(rows.getString(1));
            }
            return list;
        }
    }
}
