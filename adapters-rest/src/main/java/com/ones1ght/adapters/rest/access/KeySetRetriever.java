package com.ones1ght.adapters.rest.access;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a provider's keys. The time limit covers the whole exchange: the time-outs of a connection restart with each
 * byte, and a slow provider would block the request, and all others with an unknown key, indefinitely.
 */
final class KeySetRetriever implements ResourceRetriever {

    private final Duration limit;
    private final int maxBytes;

    /** @param maxBytes the largest accepted body */
    KeySetRetriever(Duration limit, int maxBytes) {
        this.limit = limit;
        this.maxBytes = maxBytes;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setConnectTimeout((int) limit.toMillis());
        connection.setReadTimeout((int) limit.toMillis());
        // This connection blocks and cannot be interrupted. The caller limits the calls to a few per minute.
        FutureTask<Resource> exchange = new FutureTask<>(() -> exchange(connection));
        start(exchange);
        try {
            return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            // Closing may block as well.
            start(connection::disconnect);
            throw new SocketTimeoutException("No complete answer within " + limit);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "identity-provider-keys");
        thread.setDaemon(true);
        thread.start();
    }

    private Resource exchange(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status / 100 != 2) {
            connection.disconnect();
            throw new IOException("Status " + status);
        }
        try (InputStream body = connection.getInputStream()) {
            byte[] bytes = new byte[maxBytes + 1];
            int length = 0;
            for (int n = 0; n >= 0 && length <= maxBytes; n = body.read(bytes, length, bytes.length - length)) {
                length += n;
                if (Thread.interrupted()) {
                    connection.disconnect();
                    throw new SocketTimeoutException("Cancelled");
                }
            }
            if (length > maxBytes) {
                connection.disconnect();
                throw new IOException("More than " + maxBytes + " bytes");
            }
            return new Resource(new String(bytes, 0, length, StandardCharsets.UTF_8), connection.getContentType());
        }
    }
}
