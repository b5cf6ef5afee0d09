package com.ones1ght.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and the gateway, and cuts the first connection: the client never learns of the answer. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final URI gateway;

    CuttingProxy(URI gateway) throws IOException {
        this.gateway = gateway;
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How often the client has connected. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        boolean cut = connections.incrementAndGet() == 1;
        try (client;
                Socket server = new Socket(gateway.getHost(), gateway.getPort())) {
            threads.execute(() -> {
                try {
                    client.getInputStream().transferTo(server.getOutputStream());
                } catch (IOException e) {
                    // The other direction closes both.
                }
            });
            InputStream answers = server.getInputStream();
            if (cut) {
                answers.read();
                return;
            }
            answers.transferTo(client.getOutputStream());
            client.shutdownOutput();
        } catch (IOException e) {
            // As it is meant to be for a connection that is cut.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
