package com.ones1ght.bootstrap.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large answers, more clients that do not read them than threads, and little patience. */
class UnreadAnswersTest {

    private static final int THREADS = 2;
    private static final int TIMEOUT_MILLIS = 20_000;

    /** More than the network takes by itself. */
    private static final int LARGE = 8 * 1024 * 1024;

    private static final int SMALL = 65_536;

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String LARGE_REQUEST = "GET /large HTTP/1.1\r\nHost: x\r\n\r\n";

    private final NetworkListener listener = new NetworkListener("test", "127.0.0.1", 0);
    private final HttpServer server = new HttpServer();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();

    private final class Answers extends HttpHandler {

        @Override
        public void service(Request request, Response response) throws IOException {
            asked.incrementAndGet();
            byte[] piece = new byte[SMALL];
            int length = request.getRequestURI().equals("/large") ? LARGE : SMALL;
            response.setContentLength(length);
            for (int written = 0; written < length; written += piece.length) {
                response.getOutputStream().write(piece);
            }
        }
    }

    private final class OpenConnections extends BaseFilter {

        @Override
        public NextAction handleAccept(FilterChainContext ctx) {
            open.incrementAndGet();
            return ctx.getInvokeAction();
        }

        @Override
        public NextAction handleClose(FilterChainContext ctx) {
            open.decrementAndGet();
            return ctx.getInvokeAction();
        }
    }

    @BeforeEach
    void start() throws IOException {
        BodyLimits bodies = new BodyLimits(65_536, Duration.ofSeconds(10));
        RequestFilters filters = new RequestFilters(bodies, () -> true, PATIENCE);
        listener.getTransport()
                .setWorkerThreadPoolConfig(ThreadPoolConfig.defaultConfig()
                        .setCorePoolSize(THREADS)
                        .setMaxPoolSize(THREADS));
        listener.registerAddOn((unused, chain) -> {
            filters.install(chain);
            chain.add(1, new OpenConnections());
        });
        server.addListener(listener);
        server.getServerConfiguration().addHttpHandler(new Answers(), "/");
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.shutdownNow();
    }

    private Socket ask(String requests) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(65_536);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", listener.getPort()));
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void clientsThatDoNotReadShouldHoldNoThreadAndBeGivenUp() throws IOException {
        for (int i = 0; i < 3 * THREADS; i++) {
            ask(LARGE_REQUEST.repeat(3));
        }
        await().until(() -> asked.get() == 3 * THREADS);

        InputStream answer = ask("GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .getInputStream();
        assertThat(answer.readAllBytes().length).isGreaterThan(SMALL);
        await().until(() -> open.get() == 0);
        assertThat(asked).as("requests behind an answer that was not read").hasValue(3 * THREADS + 1);
    }

    @Test
    void slowReaderShouldGetEverything() throws Exception {
        InputStream answers = ask(LARGE_REQUEST.repeat(2)).getInputStream();
        long startedAt = System.nanoTime();
        long read = 0;
        while (read < 2L * LARGE) {
            int piece = answers.readNBytes((int) Math.min(1_000_000, 2L * LARGE - read)).length;
            assertThat(piece).isPositive();
            read += piece;
            TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis() / 4);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isGreaterThan(PATIENCE.multipliedBy(2));
        assertThat(asked).hasValue(2);
    }
}
