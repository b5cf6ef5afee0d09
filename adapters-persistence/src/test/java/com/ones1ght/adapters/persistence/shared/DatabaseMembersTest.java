package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseMembersTest {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** Seconds, as the driver's. */
    private static final int ANSWER = 4;

    /** As a machine that hangs: it accepts connections, and nobody answers. */
    private ServerSocket hanging;

    private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();

    /** Whether what it accepted is answered by the database after twice a step. */
    private volatile boolean isSlow;

    @BeforeEach
    void hang() throws IOException {
        hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(this::accept).start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = hanging.accept();
                accepted.add(socket);
                if (isSlow) {
                    CompletableFuture.delayedExecutor(2 * STEP.toMillis(), TimeUnit.MILLISECONDS)
                            .execute(() -> answer(socket));
                }
            }
        } catch (IOException closed) {
            assertThat(hanging.isClosed()).isTrue();
        }
    }

    private void answer(Socket client) {
        try {
            Socket database = new Socket(InetAddress.getLoopbackAddress(), database());
            accepted.add(database);
            new Thread(() -> pass(client, database)).start();
            new Thread(() -> pass(database, client)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pass(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them has hung up.
        }
    }

    @AfterEach
    void close() throws IOException {
        hanging.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    /** The driver asks a member for TLS before it asks it without. */
    @ParameterizedTest
    @ValueSource(strings = {"prefer", "disable"})
    void memberThatHangsShouldHoldUpTheFirstConnectionOnly(String sslMode) {
        DatabaseMembers members =
                members(hanging.getLocalPort(), database(), "targetServerType=primary&sslmode=" + sslMode);
        assertThat(isOpened(members)).isTrue();
        int tries = accepted.size();
        assertThat(tries).isPositive();

        assertThat(Stream.generate(() -> isOpened(members)).limit(20)).containsOnly(true);

        await().pollDelay(RETRY).until(() -> isOpened(members));
        assertThat(accepted).as("the one that was right is tried first").hasSize(tries);
    }

    /** The others find a new primary as soon as there is one. */
    @Test
    void memberThatHangsShouldBeTriedByOneCallerAtATime() throws Exception {
        DatabaseMembers members = members(hanging.getLocalPort(), free(), "sslmode=disable");
        assertThat(isOpened(members)).isFalse();
        assertThat(Stream.generate(() -> isOpened(members)).limit(5)).containsOnly(false);
        assertThat(accepted).as("not again after a moment").hasSize(1);

        await().pollDelay(RETRY).until(() -> true);
        List<CompletableFuture<Boolean>> atOnce = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> isOpened(members)))
                .limit(4)
                .toList();

        assertThat(atOnce.stream().map(CompletableFuture::join)).containsOnly(false);
        assertThat(accepted).hasSize(2);
    }

    /** It does not answer in time for the others, and is the only one that there is. */
    @Test
    void slowMemberShouldBeReachedByTheOneWhoTriesItAgain() throws Exception {
        isSlow = true;
        DatabaseMembers members = members(hanging.getLocalPort(), free(), "sslmode=disable");
        assertThat(isOpened(members)).isFalse();

        await().pollInterval(RETRY).until(() -> isOpened(members));
    }

    /** There is nobody else to try. */
    @Test
    void singleMemberShouldHaveTheTimeOfAStatement() {
        isSlow = true;
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable".formatted(hanging.getLocalPort());

        assertThat(isOpened(new DatabaseMembers(url, Driver.parseURL(url, null), STEP, RETRY)))
                .isTrue();
    }

    /** The driver chooses among members that could be used. */
    @ParameterizedTest
    @ValueSource(strings = {"targetServerType=preferSecondary", "targetServerType=any&loadBalanceHosts=true"})
    void choiceShouldBeLeftToTheDriver(String options) throws IOException {
        assertThat(isOpened(members(free(), database(), options))).isTrue();
    }

    private static boolean isOpened(DatabaseMembers members) {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", String.valueOf(ANSWER));
        try (Connection connection = members.open(properties)) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(1000 * ANSWER);
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static DatabaseMembers members(int first, int second, String options) {
        String url = "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?%s".formatted(first, second, options);
        return new DatabaseMembers(url, Driver.parseURL(url, null), STEP, RETRY);
    }

    private static int database() {
        try {
            return TestDatabase.shared()
                    .server()
                    .unwrap(PGSimpleDataSource.class)
                    .getPortNumbers()[0];
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
