package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class StorageFailuresTest {

    private static PGSimpleDataSource unreachableDatabase() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setURL("jdbc:postgresql://127.0.0.1:" + free.getLocalPort() + "/nowhere");
            return dataSource;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08001", "08006", "57P01", "57P03", "53300", "53100", "40P01", "58030", "25006", "25P03", "55P03"
            })
    void transientStateShouldBeUnavailable(String state) {
        assertThat(StorageFailures.of(new SQLException("away", state))).isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void exhaustedPoolShouldBeUnavailable() {
        assertThat(StorageFailures.of(new SQLException("Error in allocating a connection")))
                .isInstanceOf(StorageUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "23505", "22001", "25P02"})
    void faultyStatementShouldBeDefect(String state) {
        assertThat(StorageFailures.of(new SQLException("wrong", state))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void causeShouldBeFoundInJpaExceptions() {
        PersistenceException away = new PersistenceException(new SQLException("away", "08006"));
        PersistenceException wrong = new PersistenceException(new SQLException("wrong", "42601"));

        assertThat(StorageFailures.translated(away)).isInstanceOf(StorageUnavailableException.class);
        assertThat(StorageFailures.translated(wrong)).isSameAs(wrong);
        assertThat(StorageFailures.translated(new IllegalArgumentException("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void statementWithoutDatabaseShouldBeUnavailable() throws IOException {
        TestDatabase transactions = TestDatabase.shared();
        Sql sql = new Sql(new Connections(
                unreachableDatabase(),
                new ConnectionLimit(8),
                new JpaConnection(transactions.entities()),
                transactions));

        assertThatThrownBy(() -> sql.statement("SELECT 1").exists()).isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void migrationWithoutDatabaseShouldNameTheSettings() throws IOException {
        DatabaseMigration migration = new DatabaseMigration(unreachableDatabase());

        assertThatThrownBy(migration::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ones1ght.db.url");
    }

    @Test
    void secondMigrationShouldChangeNothing() {
        TestDatabase database = TestDatabase.shared();
        String count = "SELECT count(*) AS n FROM flyway_schema_history";
        long before = database.sql().statement(count).single(row -> row.number("n"));

        new DatabaseMigration(database.server()).run();

        long after = database.sql().statement(count).single(row -> row.number("n"));
        assertThat(after).isEqualTo(before);
    }
}
