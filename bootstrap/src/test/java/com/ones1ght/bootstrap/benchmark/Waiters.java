package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Polls that wait for a change, each of a chat of its own. */
final class Waiters {

    private static final int WAITERS = 10_000;
    private static final int PER_PROFILE = 8;
    private static final int WARM_UP = 200;
    private static final int CHANGES = 30;
    private static final int BATCH = 500;
    private static final long PATIENCE_SECONDS = 90;
    /** Without {@code Accept}: metrics are no JSON. */
    private static final byte[] METRICS =
            "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern WAITING = Pattern.compile("ones1ght_polls_waiting[^\\n]*?[ :]\\s*([0-9][0-9.E]*)");

    private static final List<String> COPY = List.of(
            "CREATE TEMP TABLE copied_profile AS SELECT gen_random_uuid() AS id FROM generate_series(1, %d)"
                    .formatted(WAITERS / PER_PROFILE),
            "CREATE TEMP TABLE copied_chat AS SELECT gen_random_uuid() AS id, p.id AS profile_id"
                    + " FROM copied_profile p, generate_series(1, %d)".formatted(PER_PROFILE),
            "INSERT INTO profile SELECT (jsonb_populate_record(o, jsonb_build_object('id', c.id))).*"
                    + " FROM profile o, copied_profile c WHERE o.id = :profile",
            "INSERT INTO chat SELECT (jsonb_populate_record(o, jsonb_build_object('id', c.id, 'profile_id',"
                    + " c.profile_id))).* FROM chat o, copied_chat c WHERE o.id = :chat",
            "INSERT INTO round SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),"
                    + " 'chat_id', c.id, 'profile_id', c.profile_id))).*"
                    + " FROM round o, copied_chat c WHERE o.chat_id = :chat",
            "ANALYZE profile, chat, round");

    /** @param tag of what the client has; the same for all copies of a chat */
    private record Waiter(Shop.Shopper shopper, String chat, String tag) {

        byte[] poll() {
            return Requests.get(
                    "/v1/chat/%s/recommend/%s?wait=25&since=%s".formatted(shopper.profile(), chat, tag), shopper.key());
        }
    }

    private final Shop shop;
    private final PackagedServer server;
    private final Report report;

    Waiters(Shop shop, PackagedServer server, Report report) {
        this.shop = shop;
        this.server = server;
        this.report = report;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        List<Waiter> waiters = waiters();
        ServerProcess process = new ServerProcess(server.process().pid());
        try (WaitingSockets sockets = new WaitingSockets(URI.create(server.baseUrl()))) {
            // What the first waits bring with them, classes and buffers, is not theirs.
            for (Waiter waiter : waiters.subList(0, WARM_UP)) {
                sockets.open(waiter.poll());
            }
            awaitWaiting(sockets, WARM_UP, WARM_UP);
        }
        // The server notices at the end of a wait that its client is gone.
        awaitWaiting(null, 0, 0);
        process.collectGarbage();
        long heap = process.heapKib();
        long threads = process.threads();
        try (WaitingSockets sockets = new WaitingSockets(URI.create(server.baseUrl()))) {
            long start = System.nanoTime();
            for (int i = 0; i < WAITERS; i++) {
                sockets.open(waiters.get(i).poll());
                if ((i + 1) % BATCH == 0) {
                    // All at once, some connections were closed by the server, whose queue of requests is bounded.
                    awaitWaiting(sockets, (i + 1) * 9 / 10, WAITERS);
                }
            }
            int waiting = awaitWaiting(sockets, WAITERS * 99 / 100, WAITERS);
            double opened = (System.nanoTime() - start) / 1e9;
            long more = process.threads() - threads;
            process.collectGarbage();
            report.text(
                    "%d of %d polls wait on one node after %.1f s: %d threads more, %.1f KiB of heap each.",
                    waiting, WAITERS, opened, more, (process.heapKib() - heap) / (double) waiting);
            awaitWaiting(sockets, WAITERS * 99 / 100, WAITERS);
            measureChanges(waiters, sockets);
        }
    }

    /** Each change is a follow-up in the chat of one waiter. */
    private void measureChanges(List<Waiter> waiters, WaitingSockets sockets) throws IOException {
        double[] fromRequest = new double[CHANGES];
        double[] fromAnswer = new double[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            int client = WAITERS - 1 - i * PER_PROFILE;
            Waiter waiter = waiters.get(client);
            long start = System.nanoTime();
            shop.call(waiter.shopper().followUp(waiter.chat(), Shop.prompt(i)), 202);
            long accepted = System.nanoTime();
            sockets.await(client, PATIENCE_SECONDS);
            long heard = System.nanoTime();
            fromRequest[i] = (heard - start) / 1e6;
            fromAnswer[i] = (heard - accepted) / 1e6;
            shop.awaitQuiet();
        }
        report.text(
                "A follow-up until its waiter has the answer: median %.1f ms after its own 202, %.1f ms after it was sent"
                        + " (%d changes).",
                Figures.median(fromAnswer), Figures.median(fromRequest), CHANGES);
    }

    /** A completed chat, and copies of it for all waiters. */
    private List<Waiter> waiters() throws IOException, SQLException {
        Shop.Shopper shopper = shop.newShopper(shop.newTenant());
        String chat = shop.completedChat(shopper, 1);
        String tag = tag(shopper, chat);
        List<Waiter> waiters = new ArrayList<>();
        try (Connection database =
                DriverManager.getConnection(server.jdbcUrl(), server.databaseUser(), server.databasePassword())) {
            for (String text : COPY) {
                String sql = text.replace(":profile", "'" + UUID.fromString(shopper.profile()) + "'")
                        .replace(":chat", "'" + UUID.fromString(chat) + "'");
                try (PreparedStatement statement = database.prepareStatement(sql)) {
                    statement.execute();
                }
            }
            try (PreparedStatement statement =
                            database.prepareStatement("SELECT profile_id, id FROM copied_chat ORDER BY profile_id");
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    waiters.add(new Waiter(new Shop.Shopper(shopper.key(), rows.getString(1)), rows.getString(2), tag));
                }
            }
        }
        return waiters;
    }

    private String tag(Shop.Shopper shopper, String chat) throws IOException {
        HttpRequest poll = HttpRequest.newBuilder(
                        URI.create("%s/v1/chat/%s/recommend/%s".formatted(server.baseUrl(), shopper.profile(), chat)))
                .header("Authorization", "Bearer " + shopper.key())
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(poll, BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow()
                    .replaceAll("W/\"(.*)\"", "$1");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until at least and at most so many polls wait on the node; some ask again at the moment. */
    private int awaitWaiting(@Nullable WaitingSockets sockets, int min, int max) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int waiting = waiting();
        while (waiting < min || waiting > max) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%d polls wait instead of %d".formatted(waiting, min));
            }
            if (sockets == null) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            } else {
                sockets.read(50);
            }
            waiting = waiting();
        }
        return waiting;
    }

    private int waiting() throws IOException {
        String metrics = shop.call(METRICS, 200);
        Matcher value = WAITING.matcher(metrics);
        if (!value.find()) {
            throw new IllegalStateException("No number of waiting polls: " + metrics);
        }
        return (int) Double.parseDouble(value.group(1));
    }
}
