package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's nginx, of {@code $NGINX} or Debian's, in front of a gateway: an unprivileged process with the listing
 * of {@code docs/deployment.md}, in which only the two addresses are replaced.
 */
final class Nginx implements AutoCloseable {

    private static final RequiredTool TOOL = new RequiredTool("nginx", "NGINX", "/usr/sbin/nginx", "E2E_REQUIRE_NGINX");

    private static final Path GUIDE = Path.of("..", "docs", "deployment.md");
    private static final Pattern LISTING = Pattern.compile("(?ms)^```nginx\\n(.*?)^```$");

    private static final Path SCALING = Path.of("..", "docs", "scaling.md");

    /** What distributions write around the files of conf.d, with all files in one folder. */
    private static final String AROUND = """
            daemon off;
            pid %1$s/pid;
            error_log stderr notice;
            events {}
            http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                include %1$s/gateway.conf;
            }
            """;

    private final Path folder;
    private final int port;
    private final Process process;

    private Nginx(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it in front of the gateways, and waits until it listens.
     *
     * @param folder an empty one for its files
     */
    static Nginx start(Path folder, String... gateways) throws IOException {
        int port = FreePort.next();
        return start(folder, port, listing(port, gateways));
    }

    /** The same, with the listing of {@code docs/scaling.md}: two cells, with one gateway each. */
    static Nginx startOfCells(Path folder, String north, String south, String tenantOfTheSouth) throws IOException {
        Matcher cells = LISTING.matcher(Files.readString(SCALING));
        assertThat(cells.find()).as("a listing in " + SCALING).isTrue();
        int port = FreePort.next();
        String upstreams = replaced(
                replaced(cells.group(1), "server 10.1.0.1:8080;", server(north)),
                "server 10.2.0.1:8080;",
                server(south));
        String listing = replaced(listing(port, north), "proxy_pass http://ones1ght;", "proxy_pass http://$cell;");
        return start(folder, port, replaced(upstreams, "greens", tenantOfTheSouth) + listing);
    }

    /** Forwards to these gateways from now on, as after an operator's change and reload; requests under way are finished. */
    void forwardTo(String... gateways) throws IOException {
        long reloads = reloads();
        Files.writeString(folder.resolve("gateway.conf"), listing(port, gateways));
        new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                .start()
                .onExit()
                .join();
        await("nginx to reload").atMost(Duration.ofSeconds(20)).until(() -> reloads() > reloads);
    }

    /** How many workers accept no more connections, because others do. */
    private long reloads() {
        return console()
                .lines()
                .filter(line -> line.contains("gracefully shutting down"))
                .count();
    }

    private static Nginx start(Path folder, int port, String listing) throws IOException {
        Files.writeString(folder.resolve("gateway.conf"), listing);
        Files.writeString(folder.resolve("nginx.conf"), AROUND.formatted(folder));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.addAll(List.of(
                TOOL.executable().orElseThrow().toString(),
                "-p",
                folder.toString(),
                "-c",
                "nginx.conf",
                "-e",
                "stderr"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile())
                .start();
        Nginx nginx = new Nginx(folder, port, process);
        await("nginx to listen").atMost(Duration.ofSeconds(20)).until(nginx::listens);
        return nginx;
    }

    /** The second listing belongs into the server of the first one. */
    private static String listing(int port, String... gateways) throws IOException {
        List<String> listings = LISTING.matcher(Files.readString(GUIDE))
                .results()
                .map(listing -> listing.group(1))
                .toList();
        assertThat(listings).as("the listings in " + GUIDE).hasSize(2);
        String server = listings.get(0).stripTrailing();
        assertThat(server).endsWith("}");
        String whole = server.substring(0, server.length() - 1) + listings.get(1) + "}\n";
        StringBuilder servers = new StringBuilder();
        for (String gateway : gateways) {
            servers.append(server(gateway)).append('\n');
        }
        return replaced(
                replaced(whole, "server 127.0.0.1:8080;", servers.toString()),
                "listen 80;",
                "listen 127.0.0.1:" + port + ";");
    }

    private static String server(String gateway) {
        return "server " + URI.create(gateway).getAuthority() + ";";
    }

    private static String replaced(String listing, String address, String actual) {
        assertThat(listing).containsOnlyOnce(address);
        return listing.replace(address, actual);
    }

    private boolean listens() {
        assertThat(process.isAlive()).as(console()).isTrue();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** What it has printed: its errors and warnings. */
    String console() {
        try {
            return Files.readString(folder.resolve("console"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** Skips tests where nginx is not installed. */
    static final class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return TOOL.condition(context);
        }
    }
}
