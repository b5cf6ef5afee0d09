package com.ones1ght.bootstrap.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDisconnectFilterTest {

    private static final String CONNECTION = "org.glassfish.grizzly.nio.NIOConnection";
    private static final String WORKER = "org.glassfish.grizzly.threadpool.AbstractThreadPool$Worker";
    private static final String RESPONDER = "org.glassfish.jersey.server.ServerRuntime$Responder";

    private final ClientDisconnectFilter filter = new ClientDisconnectFilter();

    @ParameterizedTest
    @MethodSource
    void failureOfClientConnectionShouldNotBeLogged(Throwable failure) {
        assertThat(filter.isLoggable(entry(failure))).isFalse();
    }

    static Stream<Throwable> failureOfClientConnectionShouldNotBeLogged() {
        IOException reset = thrownIn(new IOException("Connection reset by peer"), "sun.nio.ch.IOUtil", CONNECTION);
        return Stream.of(
                reset,
                thrownIn(new EOFException(), CONNECTION, WORKER),
                thrownIn(new UncheckedIOException(reset), RESPONDER, WORKER),
                thrownIn(new IllegalStateException(thrownIn(new IOException(reset), RESPONDER)), RESPONDER));
    }

    @ParameterizedTest
    @MethodSource
    void anyOtherFailureShouldBeLogged(String what, Throwable failure) {
        assertThat(filter.isLoggable(entry(failure))).as(what).isTrue();
    }

    static Stream<Arguments> anyOtherFailureShouldBeLogged() {
        return Stream.of(
                Arguments.of(
                        "of the database, on a thread of the listener",
                        thrownIn(
                                new IOException("reset"), "sun.nio.ch.IOUtil", "org.postgresql.core.PGStream", WORKER)),
                Arguments.of("of a file", thrownIn(new IOException("disk"), "sun.nio.fs.UnixException", WORKER)),
                Arguments.of("defect of the listener", thrownIn(new IllegalStateException(), CONNECTION, WORKER)),
                Arguments.of("without frames", thrownIn(new IOException())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.io.IOException: Connection is closed\n\tat org.glassfish.grizzly.nio.NIOConnection.assertOpen(N.java:4)",
                "Outer\n\tat a.B.c(D.java:1)\nCaused by: java.nio.channels.ClosedChannelException\n\tat org.glassfish.grizzly.A.b(A.java)",
                "java.io.IOException: Broken pipe\n\tat java.base/sun.nio.ch.IOUtil.write(IOUtil.java:76)\n"
                        + "\tat org.glassfish.grizzly.nio.transport.TCPNIOUtils.flushByteBuffer(TCPNIOUtils.java:118)"
            })
    void traceInTheTextShouldCountAsFailure(String trace) {
        LogRecord entry = new LogRecord(Level.WARNING, "Exception processing ErrorPage\n" + trace);
        assertThat(filter.isLoggable(entry)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.io.IOException: disk\n\tat a.B.c(D.java:1)\n\tat org.glassfish.grizzly.nio.A.b(A.java:1)",
                "java.lang.IllegalStateException\n\tat org.glassfish.grizzly.nio.A.b(A.java:1)",
                "java.io.IOException: Connection is closed"
            })
    void traceOfAnotherFailureInTheTextShouldBeLogged(String trace) {
        LogRecord entry = new LogRecord(Level.WARNING, "Exception processing ErrorPage\n" + trace);
        assertThat(filter.isLoggable(entry)).isTrue();
    }

    @Test
    void entryWithoutFailureShouldBeLogged() {
        assertThat(filter.isLoggable(entry(null))).isTrue();
    }

    private static LogRecord entry(Throwable failure) {
        LogRecord entry = new LogRecord(Level.SEVERE, "failed");
        entry.setThrown(failure);
        return entry;
    }

    private static <T extends Throwable> T thrownIn(T failure, String... classes) {
        failure.setStackTrace(Stream.of(classes)
                .map(name -> new StackTraceElement(name, "method", "File.java", 1))
                .toArray(StackTraceElement[]::new));
        return failure;
    }
}
