package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.http.RequestFilters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.nio.NIOTransport;
import org.jspecify.annotations.Nullable;

/**
 * The server's HTTP listener. It opens after the application is deployed and closes before it is undeployed, so that
 * clients never reach the bare container: connections are refused, or answered by the application or {@link RequestGate}.
 */
final class HttpListener {

    private static final System.Logger LOG = System.getLogger(HttpListener.class.getName());

    /** Plus the application's own time to stop, less than the time after which the launcher kills the server. */
    private static final Duration GRACE = Duration.ofSeconds(6);

    /** Clients that still send over open connections get an answer instead of a reset. */
    private static final Duration LINGER = Duration.ofMillis(300);

    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration ACCEPT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 5;

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";
    private static final String SINGLE_SIGN_ON =
            "configs.config.server-config.http-service.virtual-server.server.sso-enabled";
    private static final String TRANSPORT = "configs.config.server-config.network-config.transports.transport.tcp.";
    private static final String HTTP =
            "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";

    private final HttpSettings settings;
    private final RequestFilters requests;
    private final RequestGate gate = new RequestGate();

    HttpListener(HttpSettings settings) {
        this.settings = settings;
        this.requests = new RequestFilters(settings.bodies(), gate::isOpen);
    }

    /** For the server's start; the listener stays disabled. */
    static List<String> preBootCommands() {
        return List.of(
                "set " + LISTENER + "enabled=false",
                // The selector thread reads and buffers requests; RequestDispatcher passes them to other threads.
                "set " + TRANSPORT + "io-strategy=org.glassfish.grizzly.strategies.SameThreadIOStrategy",
                // Payara enables it while no listener is enabled. With any valve on its virtual server Payara leaves
                // the CDI
                // contexts of an asynchronous request on the thread that accepted it.
                "set " + SINGLE_SIGN_ON + "=false",
                "set " + HTTP + "comet-support-enabled=true",
                // Product and version tell attackers what to try.
                "set " + HTTP + "server-header=false",
                "set " + HTTP + "xpowered-by=false",
                // Cleartext HTTP/2 would bypass our filters; over TLS the proxy in front terminates it.
                "set " + HTTP + "http2-enabled=false",
                "set " + HTTP + "websockets-support-enabled=false");
    }

    /** @throws LaunchException if the port is taken; fails early, before the whole start */
    void check() {
        bindable();
    }

    /**
     * Opens to clients and returns when the application has answered the first request.
     *
     * @return the server's base URL without a trailing slash
     * @throws LaunchException if the port has been taken in the meantime
     */
    String open() {
        // Grizzly would reject every header with a byte from 0x80 on; RequestCodec checks what matters.
        System.setProperty("org.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110", "false");
        ServerInternals server = ServerInternals.ofThisJvm();
        server.provide(AddOn.class, ListenerFilters.NAME, new ListenerFilters(requests, List.of(gate)));
        server.set(LISTENER + "address=" + settings.address().getHostAddress());
        int attempts = settings.port() == 0 ? ATTEMPTS : 1;
        for (int i = 0; i < attempts; i++) {
            int port = bindable();
            server.set(LISTENER + "enabled=false");
            server.set(LISTENER + "port=" + port, LISTENER + "enabled=true");
            if (isOurs(port)) {
                gate.open();
                String baseUrl = settings.baseUrl(port);
                awaitFirstAnswer(baseUrl);
                return baseUrl;
            }
        }
        throw taken(null);
    }

    /** Whether clients may have connected. */
    boolean isOpen() {
        return gate.transport() != null;
    }

    /** Serves on, and keeps no connections. */
    void drain() {
        gate.drain();
    }

    /** Accepts no more connections, lets active requests finish, and closes the remaining connections. */
    void close() {
        NIOTransport transport = gate.transport();
        if (transport == null) {
            gate.close();
            return;
        }
        // First, so that a proxy that connects is refused and asks another node.
        transport.unbindAll();
        gate.close();
        LOG.log(System.Logger.Level.INFO, "No longer listening; {0} active requests", gate.requestsUnderWay());
        try {
            if (!await(() -> gate.requestsUnderWay() == 0, GRACE)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} requests are still active after {1}; aborting them",
                        gate.requestsUnderWay(),
                        GRACE);
            }
            TimeUnit.MILLISECONDS.sleep(LINGER.toMillis());
            transport.shutdownNow();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Client connections did not close cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The port to listen on, or any free one. Binds without listening, so that no client can connect yet. */
    private int bindable() {
        try (Socket socket = new Socket()) {
            // Like the listener itself: ignores connections of an earlier server in TIME_WAIT.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), settings.port()));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw taken(e);
        }
    }

    private LaunchException taken(@Nullable IOException cause) {
        return new LaunchException(
                "Port %d is taken: stop what uses it, or choose another one with %s (0 takes any free one)."
                        .formatted(settings.port(), HttpSettings.PORT),
                cause);
    }

    /** The server does not report a failed bind; a connection that it does not see went to another process. */
    private boolean isOurs(int port) {
        InetAddress address =
                settings.address().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : settings.address();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(ACCEPT.toMillis()));
            return await(() -> gate.transport() != null, ACCEPT);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Port " + port + " does not accept connections", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("The start was interrupted.", e);
        }
    }

    /** Any answer will do: the application is up when the container answers. */
    private static void awaitFirstAnswer(String baseUrl) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(baseUrl + "/v1/validation")).build();
        try {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new LaunchException("The server does not answer at " + baseUrl + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("The start was interrupted.", e);
        }
    }

    private static boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return true;
    }
}
