package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks the server of this machine whether it is ready: the health check of a container, whose image need not contain an
 * HTTP client.
 */
final class HealthProbe {

    /** A server that is ready answers within two seconds; each of connect and read may take this long. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private HealthProbe() {}

    /**
     * Prints the answer of {@code /health/ready}.
     *
     * @return the exit status: 0 if the server is ready, else 1
     */
    static int run(HttpSettings http, PrintStream console) {
        String url = http.baseUrl(http.port()) + "/health/ready";
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout((int) TIMEOUT.toMillis());
            connection.setReadTimeout((int) TIMEOUT.toMillis());
            int status = connection.getResponseCode();
            try (var body = status < HttpURLConnection.HTTP_BAD_REQUEST
                    ? connection.getInputStream()
                    : connection.getErrorStream()) {
                console.println(body == null ? status : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            return status == HttpURLConnection.HTTP_OK ? 0 : 1;
        } catch (IOException e) {
            console.println(url + " does not answer: " + e.getMessage());
            return 1;
        }
    }
}
