package com.ones1ght.application.shared.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on a plain socket that does to its clients whatever a test says, also what no HTTP server would do. */
public final class ScriptedServer implements AutoCloseable {

    /** What is done with a connection on which the head of a request has come. */
    public interface Behaviour {

        /** @param end passes when the test is over, for whoever waits */
        void serve(Socket socket, OutputStream out, CountDownLatch end) throws IOException, InterruptedException;
    }

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length: *(\\d{1,9})");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    /** Holds the port of a server that refuses: it never listens, and nobody else gets the port meanwhile. */
    private final Socket placeholder = new Socket();

    private final CompletableFuture<Void> accepting;
    private volatile Behaviour behaviour;

    public ScriptedServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = CompletableFuture.runAsync(this::accept, threads);
    }

    /** The address of the server, without a path. */
    public URI base() {
        return URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
    }

    /** From the next request on. */
    public void behave(Behaviour other) {
        behaviour = other;
    }

    /** The heads of the requests that have come. */
    public List<String> heads() {
        return heads;
    }

    /** Takes no more connections, as if nobody were there. */
    public void refuse() {
        SocketAddress address = server.getLocalSocketAddress();
        try {
            server.close();
            // The port is free when the thread that accepts has noticed.
            accepting.join();
            placeholder.setReuseAddress(true);
            placeholder.bind(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            server.close();
            placeholder.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    /** Answers every request with these. */
    public static Behaviour answering(String status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (socket, out, end) -> {
            out.write(ascii("HTTP/1.1 " + status + "\r\n" + headers + "Connection: close\r\nContent-Length: "
                    + bytes.length + "\r\n\r\n"));
            out.write(bytes);
        };
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int bodyLength(String head) {
        Matcher length = CONTENT_LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                head.append((char) next);
            }
            // What is left unread would make the socket's end a reset, which overtakes the answer.
            in.readNBytes(bodyLength(head.toString()));
            heads.add(head.toString());
            behaviour.serve(socket, socket.getOutputStream(), end);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The client has gone, which is what some tests want.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }
}
