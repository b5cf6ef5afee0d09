package com.ones1ght.bootstrap.e2e;

import com.ones1ght.adapters.persistence.shared.PackedTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What an operator does and what only the database knows: tenants and keys made by hand, balances and ledgers read
 * where they are kept.
 */
final class Database {

    private final PackagedServer server;

    Database(PackagedServer server) {
        this.server = server;
    }

    /** A new tenant with one key for the SDK. */
    Tenant newTenant(String defaultLocale, long credits) {
        UUID id = UUID.randomUUID();
        String code = "t" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        update(
                "INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, created_at)"
                        + " VALUES (?, ?, 'Test Market', ?, true, now())",
                id,
                code,
                defaultLocale);
        update("INSERT INTO tenant_credit (tenant_id, balance) VALUES (?, ?)", id, credits);
        Tenant tenant = new Tenant(id, code, null);
        return new Tenant(id, code, newKey(tenant, KeyState.ACTIVE));
    }

    enum KeyState {
        ACTIVE("now() + interval '1 day'", "NULL"),
        EXPIRED("now() - interval '1 second'", "NULL"),
        REVOKED("NULL", "now()"),
        PERMANENT("NULL", "NULL");

        private final String expiresAt;
        private final String revokedAt;

        KeyState(String expiresAt, String revokedAt) {
            this.expiresAt = expiresAt;
            this.revokedAt = revokedAt;
        }
    }

    /** A further key of the tenant, in a line of its own. */
    String newKey(Tenant tenant, KeyState state) {
        return newKey(tenant, state, "CHAT,PROFILE");
    }

    String newKey(Tenant tenant, KeyState state, String scopes) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String key = "osk_" + tenant.code() + "_" + HexFormat.of().formatHex(random);
        UUID id = UUID.randomUUID();
        update(
                "INSERT INTO api_key (id, tenant_id, line_id, name, type, key_hash, key_prefix, scopes, created_at,"
                        + " expires_at, revoked_at) VALUES (?, ?, ?, 'test', 'CLIENT_SDK', ?, ?, ?,"
                        + " now() - interval '1 minute', "
                        + state.expiresAt + ", " + state.revokedAt + ")",
                id,
                tenant.id(),
                id,
                sha256(key),
                key.substring(0, 12),
                scopes);
        return key;
    }

    /** A key for the tenant's admins. */
    String newAdminKey(Tenant tenant) {
        String key = newKey(tenant, KeyState.ACTIVE, "");
        update("UPDATE api_key SET type = 'ADMIN' WHERE key_hash = ?", sha256(key));
        return key;
    }

    /** Puts what a signage could not be told into the outbox, as it stands there after its term. */
    String parkedDelivery(String profile, String chat, String round) {
        UUID id = UUID.randomUUID();
        update(
                "INSERT INTO event_number (tenant_id, last_no) SELECT tenant_id, 1 FROM profile WHERE id = ?",
                UUID.fromString(profile));
        update(
                "INSERT INTO signage_outbox (id, tenant_id, number, profile_id, chat_id, round_id, store_id, passage,"
                        + " items, occurred_at, accepted_at, due_at, attempts, parked_at, last_error)"
                        + " SELECT ?, tenant_id, 1, id, ?, ?, 'main', 'ENTER', '[]', now(), now(), now(), 9, now(),"
                        + " 'the store was away' FROM profile WHERE id = ?",
                id,
                UUID.fromString(chat),
                UUID.fromString(round),
                UUID.fromString(profile));
        return id.toString();
    }

    Tenant demoTenant() {
        return new Tenant(
                UUID.fromString(string("SELECT id::text FROM tenant WHERE code = 'demo'")), "demo", server.sdkKey());
    }

    long balance(Tenant tenant) {
        return number("SELECT balance FROM tenant_credit WHERE tenant_id = ?", tenant.id());
    }

    void update(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, arguments)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long number(String sql, Object... arguments) {
        return Long.parseLong(string(sql, arguments));
    }

    /** The first column of the first row, as text. */
    String string(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("No row: " + sql);
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /**
     * The rows of all tables in which some column, read as text, holds the words; told by their tables. Texts that a node
     * has packed are searched as well.
     *
     * @param tenant whose rows are searched; null searches all
     */
    List<String> rowsWith(String words, Tenant tenant) {
        List<String> found = new ArrayList<>();
        for (String table : list("SELECT table_name::text FROM information_schema.tables"
                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1")) {
            boolean ofTenants = tenant != null
                    && number(
                                    "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public'"
                                            + " AND table_name = ? AND column_name = 'tenant_id'",
                                    table)
                            > 0;
            String sql = "SELECT '%1$s: ' || left(t::text, 200) FROM \"%1$s\" t WHERE strpos(t::text, ?) > 0"
                    .formatted(table);
            found.addAll(ofTenants ? list(sql + " AND tenant_id = ?", words, tenant.id()) : list(sql, words));
            for (String column : list(
                    "SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public'"
                            + " AND table_name = ? AND data_type = 'bytea'",
                    table)) {
                String bytes = "SELECT encode(\"%1$s\", 'base64') FROM \"%2$s\" WHERE \"%1$s\" IS NOT NULL"
                        .formatted(column, table);
                (ofTenants ? list(bytes + " AND tenant_id = ?", tenant.id()) : list(bytes))
                        .stream()
                                .map(Database::unpacked)
                                .filter(text -> text.contains(words))
                                .forEach(text -> found.add("%s.%s: %.200s".formatted(table, column, text)));
            }
        }
        return found;
    }

    private static String unpacked(String base64) {
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        try {
            return PackedTexts.unpack(bytes).toString();
        } catch (IllegalArgumentException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The first column of all rows, as text. */
    List<String> list(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.databaseUser(), server.databasePassword());
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private static String sha256(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A retailer.
     *
     * @param id its row
     * @param code its name in keys
     * @param key its first key
     */
    record Tenant(UUID id, String code, String key) {}
}
