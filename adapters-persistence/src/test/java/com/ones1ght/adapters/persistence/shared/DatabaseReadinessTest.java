package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The readiness probe finds out whether the database is writable. */
class DatabaseReadinessTest {

    private static PGSimpleDataSource server() throws Exception {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setURL(
                TestDatabase.shared().server().unwrap(PGSimpleDataSource.class).getURL());
        server.setUser("postgres");
        return server;
    }

    @Test
    void probeShouldLeaveNothingBehind() throws Exception {
        try (Connection connection = server().getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 3; i++) {
                statement.execute(DatabaseReadiness.PROBE);
            }

            try (var rows = statement.executeQuery("SELECT pg_relation_size('pg_temp.ones1ght_readiness')")) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
        }
    }

    @Test
    void readOnlyDatabaseShouldFail() throws Exception {
        PGSimpleDataSource readOnly = server();
        readOnly.setOptions("-c default_transaction_read_only=on");
        Sql sql = new Sql(new Connections(
                readOnly,
                new ConnectionLimit(8),
                new JpaConnection(TestDatabase.shared().entities()),
                TestDatabase.shared()));

        assertThatThrownBy(() -> sql.statement(DatabaseReadiness.PROBE).update())
                .isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void readOnlySessionShouldFail() throws Exception {
        try (Connection connection = server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(DatabaseReadiness.PROBE);
            statement.execute("SET default_transaction_read_only = on");

            assertThatThrownBy(() -> statement.execute(DatabaseReadiness.PROBE)).hasMessageContaining("read-only");
        }
    }

    @Test
    void userWithoutTemporaryTablesShouldPass() throws Exception {
        try (Connection connection = server().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE ROLE without_temp");
            statement.execute("REVOKE TEMPORARY ON DATABASE postgres FROM PUBLIC");
            statement.execute("SET LOCAL ROLE without_temp");

            assertThat(statement.execute(DatabaseReadiness.PROBE)).isFalse();

            connection.rollback();
        }
    }
}
