package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts statements where none can hide: in the log of the database itself, which is told to log them all. */
final class StatementLog {

    private static final Pattern STATEMENT = Pattern.compile("LOG: {2}(?:execute [^:]+|statement): (.*)");
    private static final int REQUESTS = 50;

    private final PackagedServer server;
    private final Path log;

    StatementLog(PackagedServer server) throws IOException, InterruptedException {
        this.server = server;
        this.log = server.dataDir().resolve("postgres/postgres.log");
        setting("log_statement = 'all'");
    }

    /**
     * Sends some requests one by one.
     *
     * @return the first line of each statement, with how often it was run per request
     */
    Map<String, Double> perRequest(Shop shop, Workload workload) throws IOException, InterruptedException {
        // The driver names a statement, and the pool checks a connection, only now and then: not in what is counted.
        send(shop, workload);
        Thread.sleep(300);
        long from = Files.size(log);
        send(shop, workload);
        Thread.sleep(300);
        Map<String, Double> counts = new LinkedHashMap<>();
        statements(from).forEach(sql -> counts.merge(sql, 1.0 / REQUESTS, Double::sum));
        return counts;
    }

    private static void send(Shop shop, Workload workload) throws IOException {
        for (int i = 0; i < REQUESTS; i++) {
            shop.call(workload.any(), workload.status());
        }
    }

    private List<String> statements(long from) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        String text = new String(bytes, (int) from, (int) (bytes.length - from));
        List<String> statements = new ArrayList<>();
        Matcher matcher = STATEMENT.matcher(text);
        while (matcher.find()) {
            statements.add(matcher.group(1).strip());
        }
        return statements;
    }

    void stop() throws IOException, InterruptedException {
        setting("log_statement = 'none'");
    }

    private void setting(String line) throws IOException, InterruptedException {
        Files.writeString(
                server.dataDir().resolve("postgres/data/postgresql.auto.conf"), line + "\n", StandardOpenOption.APPEND);
        new ProcessBuilder("kill", "-HUP", Long.toString(server.postgres().pid()))
                .start()
                .waitFor();
        Thread.sleep(500);
    }
}
