package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's guests: tenants, profiles and chats, made over the API wherever it allows. What it does not, goes
 * through the database: tenants, and rounds that stay in progress.
 */
final class Shop implements AutoCloseable {

    /** Nanoseconds without any progress. */
    private static final long PATIENCE = 600_000_000_000L;

    private static final Pattern ID = Pattern.compile("\"(profile_id|chat_id|round_id)\":\"([^\"]+)\"");
    private static final List<String> PROMPTS = List.of(
            "오늘 저녁 뭐 먹을까? 매콤한 국물 요리가 좋겠어",
            "今夜のおかず何がいい?子どもも食べられるもの",
            "What's for dinner? Something quick with chicken",
            "비 오는 날 먹기 좋은 요리 추천해줘",
            "週末にカレーを作りたい",
            "A pasta for four, not too heavy");
    private static final String PROFILE = """
            {"name":"Kim","gender":"F","age":34,"locale":"ko","persona":"working parent of two","extra":"likes it hot"}""";

    private final PackagedServer server;
    private final HttpConnection http;
    private final Connection database;

    Shop(PackagedServer server) throws IOException, SQLException {
        this.server = server;
        this.http = new HttpConnection(URI.create(server.baseUrl()));
        this.database = DriverManager.getConnection(server.jdbcUrl(), server.databaseUser(), server.databasePassword());
    }

    /** Somebody who may ask. */
    record Shopper(String key, String profile) {

        byte[] kickoff(String prompt) {
            return Requests.post(path(), key, "{\"prompt\":\"%s\"}".formatted(prompt));
        }

        byte[] followUp(String chat, String prompt) {
            return Requests.post(path(), key, "{\"prompt\":\"%s\",\"chat_id\":\"%s\"}".formatted(prompt, chat));
        }

        byte[] poll(String chat) {
            return Requests.get(path() + "/" + chat, key);
        }

        byte[] list() {
            return Requests.get(path(), key);
        }

        /** A coupon of a round was shown. */
        byte[] coupon(String chat, String round, String recommendation) {
            return Requests.post(
                    "/v1/chat/" + profile + "/trigger/coupon",
                    key,
                    "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"rec_id\":\"%s\",\"item_id\":1,\"item_name\":\"두부\"}"
                            .formatted(chat, round, recommendation));
        }

        /** The shopper has come near a signage that shows one item. */
        byte[] signage(String chat, String round, String recommendation) {
            return Requests.post(
                    "/v1/chat/" + profile + "/trigger/signage",
                    key,
                    "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"signage_no\":1,\"items\":[{\"rec_id\":\"%s\",\"item_id\":1,\"item_name\":\"두부\"}]}"
                            .formatted(chat, round, recommendation));
        }

        private String path() {
            return "/v1/chat/" + profile + "/recommend";
        }
    }

    static String prompt(int number) {
        return PROMPTS.get(number % PROMPTS.size());
    }

    Shopper newShopper(String key) throws IOException {
        String reply = call(Requests.post("/v1/profile", key, PROFILE), 200);
        return new Shopper(key, id(reply, "profile_id"));
    }

    /** The key of a new tenant, which has credits enough. */
    String newTenant() throws SQLException {
        UUID id = UUID.randomUUID();
        String code = "b" + HexFormat.of().toHexDigits(id.getLeastSignificantBits());
        String key = "osk_" + code + "_" + sha256(code);
        update(
                "INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, created_at)"
                        + " VALUES (?, ?, 'Benchmark Market', 'ko', true, now())",
                id,
                code);
        update("INSERT INTO tenant_credit (tenant_id, balance) VALUES (?, 1000000000)", id);
        update(
                "INSERT INTO api_key (id, tenant_id, line_id, name, type, key_hash, key_prefix, scopes, created_at)"
                        + " VALUES (?, ?, ?, 'benchmark', 'CLIENT_SDK', ?, ?, 'CHAT,PROFILE', now())",
                id,
                id,
                id,
                sha256(key),
                key.substring(0, 12));
        return key;
    }

    /** A chat whose rounds are all completed. */
    String completedChat(Shopper shopper, int rounds) throws IOException {
        String chat = id(call(shopper.kickoff(prompt(shopper.hashCode() & 0xffff)), 202), "chat_id");
        awaitCompleted(shopper, chat);
        for (int i = 1; i < rounds; i++) {
            call(shopper.followUp(chat, prompt(i)), 202);
            awaitCompleted(shopper, chat);
        }
        return chat;
    }

    /** A chat whose only round has come as far as step 2, and whose next look is due tomorrow. */
    String runningChat(Shopper shopper) throws IOException, SQLException {
        String chat = completedChat(shopper, 1);
        String polled = call(shopper.poll(chat), 200);
        update(
                "UPDATE round SET state = 'KICKED_OFF', done_steps = 2, back_list_status = 'IN_PROGRESS',"
                        + " todos = ?, recommended_items = NULL, notifications = NULL WHERE chat_id = ?",
                polled.substring(polled.indexOf("\"todos\":") + 8, polled.indexOf(",\"recommended_items\":")),
                UUID.fromString(chat));
        update(
                "UPDATE pipeline_run SET packed = NULL, settled_at = NULL, lease_until = NULL, due_at = now() + interval '1 day',"
                        + " deadline = now() + interval '1 day' WHERE chat_id = ?",
                UUID.fromString(chat));
        return chat;
    }

    /** The last round of a chat. */
    String roundOf(Shopper shopper, String chat) throws IOException {
        return id(call(shopper.poll(chat), 200), "round_id");
    }

    private void awaitCompleted(Shopper shopper, String chat) throws IOException {
        long patience = System.nanoTime() + 60_000_000_000L;
        while (call(shopper.poll(chat), 200).contains("\"status\":\"in_progress\"")) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("A round does not complete");
            }
            pause(10);
        }
    }

    /** Waits until no accepted run is left to do. */
    void awaitQuiet() {
        awaitNone("accepted runs to do", this::openRuns, 50);
    }

    /** Waits until nothing is left, as long as that becomes less. */
    private static void awaitNone(String what, LongSupplier left, long pauseMillis) {
        long fewest = Long.MAX_VALUE;
        long since = System.nanoTime();
        for (long now = left.getAsLong(); now > 0; now = left.getAsLong()) {
            if (now < fewest) {
                fewest = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE) {
                throw new IllegalStateException("For 10 minutes there have been as many " + what + ": " + now);
            }
            pause(pauseMillis);
        }
    }

    /**
     * Puts off by a day the runs that no node has begun, and waits for the others. More runs are accepted than are
     * completed meanwhile, and what has queued up would take minutes.
     */
    void putOffBacklog() {
        try {
            update("UPDATE pipeline_run SET due_at = now() + interval '1 day', deadline = now() + interval '2 days'"
                    + " WHERE settled_at IS NULL AND lease_until IS NULL AND due_at <= now()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        awaitQuiet();
    }

    /** Forgets the runs that were put off: no tenant has a hundred thousand open ones, which reports would count. */
    void dropBacklog() throws SQLException {
        update("DELETE FROM pipeline_run WHERE settled_at IS NULL AND step1_at IS NULL");
        update("VACUUM ANALYZE");
    }

    /** How many accepted runs are left to do. */
    long openRuns() {
        return count("SELECT count(*) FROM pipeline_run"
                + " WHERE settled_at IS NULL AND due_at < now() + interval '1 hour'");
    }

    /** Waits until the signages have been told of all passages. */
    void awaitDelivered() {
        awaitNone("deliveries to signages", () -> count("SELECT count(*) FROM signage_outbox"), 50);
    }

    /** Waits until the node has rolled up what it will: a few rows of small tenants stay, which reports add up themselves. */
    void awaitRolledUp() {
        awaitNone("tenants to roll up", this::tenantsToRollUp, 5_000);
    }

    private long tenantsToRollUp() {
        return count("""
                SELECT (SELECT count(*) FROM (
                            SELECT 1 FROM run_log WHERE NOT is_rolled_up GROUP BY tenant_id HAVING count(*) >= 1000) AS runs)
                       + (SELECT count(*)
                            FROM event_number n LEFT JOIN analytics_progress p ON p.tenant_id = n.tenant_id
                           WHERE n.last_no - coalesce(p.event_no, 0) >= 1000)""");
    }

    /** The bytes that a kickoff writes, in all tables. */
    int kickoffBytes() throws SQLException {
        return (int) number("""
                SELECT avg(pg_column_size(ROW(r.id, r.tenant_id, r.profile_id, r.chat_id, r.round_no, r.run_no, r.prompt,
                                              r.language, r.state, r.done_steps, r.stopped, r.created_at, r.updated_at))
                           + pg_column_size(ROW(p.round_id, p.run_no, p.tenant_id, p.chat_id, p.round_no, p.prompt,
                                                p.user_query, p.accepted_at, p.deadline, p.due_at, p.lease_token))
                           + pg_column_size(c.*) + pg_column_size(e.*))
                  FROM round r JOIN pipeline_run p ON p.round_id = r.id JOIN chat c ON c.id = r.chat_id
                  JOIN credit_entry e ON e.round_id = r.id""");
    }

    /** Makes the floor's tables. */
    void createFloor() throws SQLException {
        update("CREATE TABLE IF NOT EXISTS floor_document (id uuid PRIMARY KEY, document text NOT NULL)");
        update("CREATE TABLE IF NOT EXISTS floor_row (id uuid PRIMARY KEY, document text NOT NULL)");
    }

    /** The floor of a read: the same answers, stored. */
    Workload floorOf(Workload product) throws IOException, SQLException {
        List<byte[]> requests = new ArrayList<>();
        for (byte[] request : product.requests()) {
            UUID id = UUID.randomUUID();
            update("INSERT INTO floor_document (id, document) VALUES (?, ?)", id, call(request, product.status()));
            requests.add(Requests.get("/floor/documents/" + id, server.sdkKey()));
        }
        update("VACUUM ANALYZE floor_document");
        return new Workload("floor of " + product.name(), 200, requests);
    }

    /** The floor of a kickoff: one row of as many bytes. */
    Workload floorOfKickoff(Shopper shopper) throws IOException, SQLException {
        int answered = call(shopper.kickoff(prompt(0)), 202).length();
        String path = "/floor/documents?stored=" + kickoffBytes() + "&answered=" + answered;
        List<byte[]> requests = PROMPTS.stream()
                .map(prompt -> Requests.post(path, shopper.key(), "{\"prompt\":\"%s\"}".formatted(prompt)))
                .toList();
        return new Workload("floor of kickoff", 202, requests);
    }

    long bytesOf(Workload workload) throws IOException {
        long sum = 0;
        for (byte[] request : workload.requests()) {
            sum += http.call(request).body().length;
        }
        return sum / workload.requests().size();
    }

    /** The entity tag of the answer to a read. */
    String etagOf(byte[] request) throws IOException {
        return Objects.requireNonNull(http.call(request).etag(), "ETag");
    }

    String call(byte[] request, int status) throws IOException {
        HttpConnection.Reply reply = http.call(request);
        if (reply.status() != status) {
            throw new IllegalStateException(reply.status() + " " + reply.text());
        }
        return reply.text();
    }

    void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    long number(String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private long count(String sql) {
        try {
            return number(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(String reply, String name) {
        Matcher ids = ID.matcher(reply);
        while (ids.find()) {
            if (ids.group(1).equals(name)) {
                return ids.group(2);
            }
        }
        throw new IllegalStateException("No " + name + " in " + reply);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        http.close();
        database.close();
    }
}
