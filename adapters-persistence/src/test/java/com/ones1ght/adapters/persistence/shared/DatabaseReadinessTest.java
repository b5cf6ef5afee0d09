package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The statement by which a node finds out whether its database takes a round. */
class DatabaseReadinessTest {

    private static PGSimpleDataSource server() throws Exception {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setURL(
                TestDatabase.shared().server().unwrap(PGSimpleDataSource.class).getURL());
        server.setUser("postgres");
        return server;
    }

    @Test
    void probeShouldLeaveNothingBehindHoweverOftenItRuns() throws Exception {
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
    void readOnlyDatabaseShouldBeRefused() throws Exception {
        PGSimpleDataSource readOnly = server();
        readOnly.setOptions("-c default_transaction_read_only=on");
        Sql sql = new Sql(new Connections(readOnly, TestDatabase.shared().entities(), TestDatabase.shared()));

        assertThatThrownBy(() -> sql.update(DatabaseReadiness.PROBE)).isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void sessionThatTurnsReadOnlyShouldBeRefused() throws Exception {
        try (Connection connection = server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(DatabaseReadiness.PROBE);
            statement.execute("SET default_transaction_read_only = on");

            assertThatThrownBy(() -> statement.execute(DatabaseReadiness.PROBE)).hasMessageContaining("read-only");
        }
    }

    @Test
    void userWithoutTemporaryTablesShouldBeTakenAtItsWord() throws Exception {
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
