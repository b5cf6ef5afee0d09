package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The division of a database with rows into partitions, and what is found by it. */
class PartitionsTest {

    private static final String TABLES = """
            SELECT relname FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
             ORDER BY 1""";

    private static final String CONSTRAINTS = """
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
             WHERE connamespace = 'public'::regnamespace AND conparentid = 0
               AND NOT (SELECT relispartition FROM pg_class WHERE pg_class.oid = conrelid)
             ORDER BY 1""";

    private static final String TRIGGERS = """
            SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger
             WHERE NOT tgisinternal AND tgparentid = 0 AND tgname <> 'whereabouts_in_turn' ORDER BY 1""";

    private static final String GRANT = """
            INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
            SELECT tenant_id, 'grant', 1, 1, 'test', now() FROM tenant_credit LIMIT 1
            RETURNING id > (SELECT max(id) FROM credit_entry)""";

    private final String name = "partitions_" + UUID.randomUUID().toString().replace("-", "");
    private PGSimpleDataSource database;

    @BeforeEach
    void fill() throws SQLException {
        database = TestDatabase.shared().newDatabase(name);
        KeptRelease release = KeptRelease.all().get(0);
        new DatabaseMigration(database).runTo(release.migrations().size());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String text : release.statements()) {
                statement.execute(text);
            }
        }
        new DatabaseMigration(database).run();
    }

    @AfterEach
    void drop() throws SQLException {
        try (Connection connection = TestDatabase.shared().server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    @Test
    void rowsConstraintsAndTriggersShouldBeKept() throws SQLException {
        List<String> rows = rows();
        List<String> constraints = list(CONSTRAINTS);
        List<String> triggers = list(TRIGGERS);

        Partitions.in(database, 4);

        assertThat(list("SELECT relname FROM pg_class WHERE relkind = 'p'")).hasSizeGreaterThan(15);
        assertThat(rows()).isEqualTo(rows).hasSizeGreaterThan(20);
        assertThat(list(CONSTRAINTS)).isEqualTo(constraints);
        assertThat(list(TRIGGERS)).isEqualTo(triggers).isNotEmpty();
        assertThat(list(GRANT)).containsExactly("t");
        assertThatCode(() -> new DatabaseMigration(database).run()).doesNotThrowAnyException();
    }

    @Test
    void statementsThatReadSeveralPartitionsShouldBeFound() {
        Partitions partitions = Partitions.in(database, 4);
        String round = "SELECT * FROM round WHERE id = '00000000-0000-0000-0000-000000000000'";

        assertThatThrownBy(() -> partitions.check(round, List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("{round=[0, 1, 2, 3]}");
        assertThatCode(() -> {
                    partitions.check(round + " AND tenant_id = '00000000-0000-0000-0000-000000000000'", List.of());
                    partitions.check(round + Partitions.ALL_TENANTS, List.of());
                })
                .doesNotThrowAnyException();
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : list(TABLES)) {
            for (String row : list("SELECT t::text FROM \"" + table + "\" t ORDER BY 1")) {
                rows.add(table + " " + row);
            }
        }
        return rows;
    }

    private List<String> list(String query) throws SQLException {
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
