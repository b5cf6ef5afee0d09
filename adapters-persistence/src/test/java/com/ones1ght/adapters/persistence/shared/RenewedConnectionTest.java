package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.postgresql.PGConnection;

class RenewedConnectionTest {

    private final PoolFailures failures = new PoolFailures();
    private final List<Connection> opened = new ArrayList<>();
    private boolean isDatabaseUp = true;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = RenewedConnection.open(this::openOne, failures);
    }

    private Connection openOne() throws SQLException {
        if (!isDatabaseUp) {
            // What PostgreSQL says of a database that allows no connections; of itself no state of an outage.
            throw new SQLException("database is not accepting connections", "55000");
        }
        Connection one = TestDatabase.shared().server().getConnection();
        opened.add(one);
        return one;
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        for (Connection one : opened) {
            one.close();
        }
    }

    @Test
    void wholeConnectionShouldBeKept() throws SQLException {
        int first = backend();

        connection.setAutoCommit(false);
        int inTransaction = backend();
        connection.commit();
        connection.setAutoCommit(true);

        assertThat(List.of(inTransaction, backend())).containsOnly(first);
        assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isEqualTo(first);
    }

    @Test
    void brokenConnectionShouldBeReplacedForTheNextStatement() throws SQLException {
        int first = backend();
        terminate(first);

        // The end of the connection is noticed by its first use.
        assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);

        assertThat(backend()).isNotEqualTo(first);
        assertThat(opened).hasSize(2);
        assertThat(opened.get(0).isClosed()).isTrue();
    }

    @Test
    void brokenConnectionShouldBeReplacedForTheNextTransaction() throws SQLException {
        connection.setAutoCommit(false);
        terminate(backend());
        assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);

        assertThatThrownBy(this::backend).as("no part of a transaction is lost").isInstanceOf(SQLException.class);
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        assertThat(opened).hasSize(1);

        connection.setAutoCommit(false);
        assertThat(backend()).isPositive();
        connection.commit();
        assertThat(opened).hasSize(2);
    }

    @Test
    void transactionsInARowShouldStayTransactionsOnAReplacedConnection() throws SQLException {
        connection.setAutoCommit(false);
        terminate(backend());
        assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);
        connection.rollback();

        assertThat(backend()).isPositive();

        assertThat(opened).hasSize(2);
        assertThat(connection.getAutoCommit()).isFalse();
    }

    @Test
    void transactionShouldContinueAfterASavepoint() throws SQLException {
        connection.setAutoCommit(false);
        int backend = backend();
        connection.rollback(connection.setSavepoint());
        terminate(backend);

        assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);
        assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);
        assertThat(opened).hasSize(1);
    }

    /** Payara logs a stack trace when it cannot begin or roll back a transaction, or reset a connection. */
    @Test
    void onlyWorkShouldFailWhileTheDatabaseIsDown() throws SQLException {
        terminate(backend());
        assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);
        isDatabaseUp = false;

        connection.setAutoCommit(false);
        assertThatThrownBy(this::backend).hasMessageStartingWith("The database cannot be reached: ");
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setClientInfo(new Properties());
        connection.setAutoCommit(false);

        isDatabaseUp = true;
        assertThat(backend()).isPositive();
        assertThat(opened.get(1).getAutoCommit()).isFalse();
    }

    @Test
    void databaseThatIsDownShouldBeTriedAgain() throws SQLException {
        terminate(backend());
        assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);
        isDatabaseUp = false;
        assertThatThrownBy(this::backend)
                .hasMessage("The database cannot be reached: database is not accepting connections")
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(StorageFailures.of(refused))
                        .isInstanceOf(StorageUnavailableException.class));

        isDatabaseUp = true;

        assertThat(backend()).isPositive();
    }

    @Test
    void restartShouldFailOneConnectionOfThePool() throws SQLException {
        try (Connection other = RenewedConnection.open(this::openOne, failures)) {
            terminate(backend(other));
            terminate(backend());
            assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);

            assertThat(backend(other)).isPositive();
            assertThat(backend()).isPositive();
        }
        assertThat(opened).hasSize(4);
    }

    @Test
    void oneBrokenConnectionShouldLeaveTheOthersAsTheyAre() throws SQLException {
        try (Connection other = RenewedConnection.open(this::openOne, failures)) {
            int whole = backend(other);
            terminate(backend());
            assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);

            assertThat(backend(other)).isEqualTo(whole);
        }
    }

    /** As those to a machine that hangs, which keeps its connections and says nothing. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void oneTestShouldFindThatAllConnectionsHang() throws Exception {
        try (Connection other = RenewedConnection.open(this::openOne, failures);
                Connection third = RenewedConnection.open(this::openOne, failures)) {
            List<Integer> frozen = List.of(backend(), backend(other), backend(third));
            signal("STOP", frozen);
            try {
                failures.noteBroken();
                assertThat(frozen).doesNotContain(backend());
                long tested = System.nanoTime();

                assertThat(frozen).doesNotContain(backend(other), backend(third));

                assertThat(Duration.ofNanos(System.nanoTime() - tested)).isLessThan(Duration.ofSeconds(1));
            } finally {
                signal("CONT", frozen);
            }
            assertThat(opened).hasSize(6);
            backend(other);
            assertThat(opened).as("once").hasSize(6);
        }
    }

    private static void signal(String signal, List<Integer> backends) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        backends.forEach(backend -> command.add(backend.toString()));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    /** As after a failover by which the member behind the connection has become a standby. */
    @Test
    void connectionsThatOnlyReadShouldBeReplacedForTheNextTransaction() throws SQLException {
        try (Connection other = RenewedConnection.open(this::openOne, failures)) {
            backend(other);
            demote();
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> write(connection)).hasMessageContaining("read-only");
            assertThatThrownBy(() -> write(connection))
                    .as("in the same transaction")
                    .isInstanceOf(SQLException.class);
            connection.rollback();
            assertThat(opened).hasSize(2);

            write(connection);
            connection.rollback();
            write(other);

            assertThat(opened).hasSize(4);
            write(other);
            assertThat(opened).as("once").hasSize(4);
        }
    }

    @Test
    void failuresOfPreparedStatementsShouldBeNoticed() throws SQLException {
        demote();
        try (PreparedStatement write = connection.prepareStatement("SELECT lo_unlink(lo_create(0))")) {
            assertThatThrownBy(write::executeQuery).hasMessageContaining("read-only");
        }

        write(connection);

        assertThat(opened).hasSize(2);
    }

    private void demote() throws SQLException {
        for (Connection one : opened) {
            try (Statement statement = one.createStatement()) {
                statement.execute("SET default_transaction_read_only = on");
            }
        }
    }

    /** Leaves nothing. */
    private static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT lo_unlink(lo_create(0))");
        }
    }

    @Test
    void closedConnectionShouldStayClosed() throws SQLException {
        assertThat(connection.isClosed()).isFalse();

        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThat(connection.isValid(1)).isFalse();
        assertThatThrownBy(this::backend).isInstanceOf(SQLException.class);
        assertThat(opened).hasSize(1);
    }

    private int backend() throws SQLException {
        return backend(connection);
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void terminate(int backend) throws SQLException {
        try (Connection other = TestDatabase.shared().server().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + backend + ", 5000)");
        }
    }
}
