package com.ones1ght.adapters.persistence.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.adapters.persistence.shared.DatabaseMigration;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseBackupTest {

    private static final String TENANT = "0199a000-0000-7000-8000-000000000001";

    /** Characters that COPY, CSV and shells treat specially. */
    private static final String AWKWARD = "두부\t\\N \\. \"'; DROP\r\n\u0001 豆腐 🍲";

    @TempDir
    private Path folder;

    private final List<String> databases = new ArrayList<>();

    @AfterEach
    void dropDatabases() throws SQLException {
        for (String name : databases) {
            execute(TestDatabase.shared().server(), "DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    @Test
    void restoredDatabaseShouldBeTheSame() throws Exception {
        PGSimpleDataSource original = filled();
        Path file = folder.resolve("data.backup");

        String backedUp = run("backup", file, original);
        PGSimpleDataSource copy = newDatabase();
        String restored = run("restore", file, copy);

        Map<String, String> contents = contents(original);
        assertThat(contents).containsKeys("tenant", "round", "signage_passage", "demo_keys");
        assertThat(contents(copy)).isEqualTo(contents);
        assertThat(backedUp).matches("Backed up 11 rows of \\d+ tables to " + file + " \\(\\d+ KB\\) in .*s\\.");
        assertThat(restored).startsWith("Restored 11 rows of ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("data.backup");
    }

    @Test
    void numbersShouldGoOnAfterTheRestoredOnes() throws Exception {
        PGSimpleDataSource copy = copyOf(filled(), folder.resolve("data.backup"));

        execute(copy, grant());

        assertThat(query(copy, "SELECT max(id) FROM credit_entry")).isEqualTo("3");
    }

    @Test
    void passagesShouldBeNewToReadersOfTheRestoredDatabase() throws Exception {
        PGSimpleDataSource copy = copyOf(filled(), folder.resolve("data.backup"));

        assertThat(query(
                        copy,
                        "SELECT bool_and(written_by < pg_snapshot_xmin(pg_current_snapshot())) FROM signage_passage"))
                .isEqualTo("t");
    }

    @Test
    void backupShouldShowOneMomentWhileNodesWrite() throws Exception {
        PGSimpleDataSource original = filled();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> grantUntil(done, original));
        try {
            for (int i = 0; i < 5; i++) {
                PGSimpleDataSource copy = copyOf(original, folder.resolve("data" + i));
                assertThat(query(copy, "SELECT sum(balance) FROM tenant_credit"))
                        .isEqualTo(query(copy, "SELECT sum(amount) FROM credit_entry"));
            }
        } finally {
            done.set(true);
            writer.join();
        }
    }

    private static void grantUntil(AtomicBoolean done, PGSimpleDataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!done.get()) {
                statement.execute("UPDATE tenant_credit SET balance = balance + 5");
                statement.execute(grant());
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void backupOfAnEarlierSchemaShouldBeMigrated() throws Exception {
        PGSimpleDataSource original = newDatabase();
        new DatabaseMigration(original).runTo(20);
        execute(original, tenant());
        Path file = folder.resolve("data.backup");
        run("backup", file, original);
        PGSimpleDataSource copy = newDatabase();

        run("restore", file, copy);

        assertThat(query(copy, "SELECT code FROM tenant")).isEqualTo(AWKWARD);
        assertThat(query(copy, "SELECT max(version::integer) > 20 FROM flyway_schema_history"))
                .isEqualTo("t");
    }

    @Test
    void otherDataShouldNeverBeOverwritten() throws Exception {
        PGSimpleDataSource original = filled();
        Map<String, String> before = contents(original);
        Path file = folder.resolve("data.backup");
        run("backup", file, original);

        assertThatThrownBy(() -> run("backup", file, original))
                .hasMessage(file + " exists already: choose another name.");
        assertThatThrownBy(() -> run("restore", file, original))
                .hasMessageMatching("The database is not empty \\(\\w+ has rows\\): restore into a new one\\.");
        assertThat(contents(original)).isEqualTo(before);
    }

    @Test
    void schemaOfALaterVersionShouldBeRefused() throws Exception {
        Path file = folder.resolve("data.backup");
        run("backup", file, filled());
        Path later = changed(file, "\"schema\":\\d+", "\"schema\":999");

        assertThatThrownBy(() -> run("restore", later, newDatabase()))
                .hasMessageContaining("The schema V999 is unknown to this version of the gateway, which has V");
        Path future = changed(file, "\"format\":1", "\"format\":2");
        assertThatThrownBy(() -> run("restore", future, newDatabase())).hasMessageContaining("has format 2");
    }

    @Test
    void damagedFileShouldBeRefusedAndLeaveNothing() throws Exception {
        Path file = folder.resolve("data.backup");
        run("backup", file, filled());
        byte[] bytes = Files.readAllBytes(file);
        PGSimpleDataSource copy = newDatabase();

        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> run("restore", cut, copy))
                .hasMessage(cut + " is no backup of this product, or is damaged.");
        Path fewer = changed(file, "(\"table\":\"tenant\".*?\"rows\":)1", "$12");
        assertThatThrownBy(() -> run("restore", fewer, copy))
                .hasMessage("The backup has 1 rows of tenant instead of 2.");
        for (int offset : List.of(2, 10, 20)) {
            Path flipped = Files.write(folder.resolve("flipped"), flipped(bytes, offset));
            assertThatThrownBy(() -> run("restore", flipped, copy)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(contents(copy)).allSatisfy((table, rows) -> assertThat(rows).isEmpty());

        run("restore", file, copy);
    }

    /** With another bit in the compressed rows of a table, which follow its entry's name. */
    private static byte[] flipped(byte[] archive, int offset) {
        byte[] changed = archive.clone();
        String name = "tables/tenant.copy";
        int rows = new String(archive, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        changed[rows + offset] ^= 4;
        return changed;
    }

    @Test
    void whatIsMissingShouldBeNamed() throws Exception {
        PGSimpleDataSource empty = newDatabase();

        assertThatThrownBy(() -> run("backup", folder.resolve("a"), empty))
                .hasMessage("The database has no tables: there is nothing to back up.");
        assertThat(folder).isEmptyDirectory();
        Path nowhere = folder.resolve("nowhere").resolve("a");
        assertThatThrownBy(() -> run("backup", nowhere, empty))
                .hasMessage("There is no file or folder " + nowhere + ".part.");
        assertThatThrownBy(() -> run("restore", nowhere, empty))
                .hasMessage("There is no file or folder " + nowhere + ".");
    }

    /** A new database with what a backup of the original has. */
    private PGSimpleDataSource copyOf(PGSimpleDataSource original, Path file) throws SQLException {
        run("backup", file, original);
        PGSimpleDataSource copy = newDatabase();
        run("restore", file, copy);
        return copy;
    }

    private static String run(String command, Path file, PGSimpleDataSource database) {
        return BackupCommand.run(
                command, file, Map.of("url", database.getUrl(), "user", String.valueOf(database.getUser())));
    }

    /** A copy of the archive with other contents. */
    private Path changed(Path file, String pattern, String replacement) throws Exception {
        Path changed = Files.createTempFile(folder, "changed", "");
        try (ZipFile zip = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(changed);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(
                        entry.getName().equals("backup.json")
                                ? new String(bytes)
                                        .replaceFirst(pattern, replacement)
                                        .getBytes()
                                : bytes);
            }
        }
        return changed;
    }

    private PGSimpleDataSource newDatabase() throws SQLException {
        String name = "backup_" + UUID.randomUUID().toString().replace("-", "");
        databases.add(name);
        return TestDatabase.shared().newDatabase(name);
    }

    /** Eleven rows; foreign keys order some of their tables. */
    private PGSimpleDataSource filled() throws SQLException {
        PGSimpleDataSource database = newDatabase();
        new DatabaseMigration(database).run();
        execute(database, tenant());
        execute(database, "INSERT INTO tenant_credit VALUES ('" + TENANT + "', 10)");
        execute(database, grant());
        execute(database, grant());
        execute(database, "INSERT INTO demo_keys (client_key, admin_key) VALUES ('a', 'b')");
        execute(database, """
                INSERT INTO profile (id, tenant_id, key_line_id, document, created_at, updated_at)
                VALUES ('%1$s', '%1$s', '%1$s', '{}', now(), now());
                """.formatted(TENANT));
        execute(database, """
                INSERT INTO chat VALUES ('%1$s', '%1$s', '%1$s', now());
                INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state, done_steps,
                                   stopped, created_at, updated_at)
                VALUES ('%1$s', '%1$s', '%1$s', '%1$s', 1, 0, '', 'KO', 'COMPLETED', 4, false, now(), now());
                INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, packed,
                                          accepted_at, settled_at, deadline, due_at)
                VALUES ('%1$s', 0, '%1$s', '%1$s', 1, '', '', '\\x00095c0aff', now(), now(), now(), now());
                """.formatted(TENANT));
        execute(database, """
                INSERT INTO whereabouts VALUES ('%1$s', '%1$s', 'main', '', now());
                """.formatted(TENANT));
        execute(database, """
                INSERT INTO signage_passage
                       (id, tenant_id, profile_id, chat_id, round_id, store_id, passage, items, occurred_at, ends_at)
                VALUES ('%1$s', '%1$s', '%1$s', '%1$s', '%1$s', 'main', 'ENTER', '[]', now(), now())
                """.formatted(TENANT));
        return database;
    }

    private static String tenant() {
        return "INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, created_at) VALUES ('" + TENANT
                + "', E'" + AWKWARD.replace("\\", "\\\\").replace("'", "''") + "', '', 'ko', true, now())";
    }

    private static String grant() {
        return "INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at) VALUES ('"
                + TENANT + "', 'grant', 5, 10, 'a grant', now())";
    }

    /** All rows of each table, as text, without the ids of transactions. */
    private static Map<String, String> contents(PGSimpleDataSource database) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (Table table : Table.all(connection)) {
                String rows = query(
                        database,
                        "SELECT coalesce(string_agg(t::text, '\n' ORDER BY t::text), '') FROM (SELECT "
                                + String.join(", ", table.columns()) + " FROM " + table.quoted() + ") t");
                contents.put(table.name(), rows);
            }
        }
        return contents;
    }

    private static String query(DataSource database, String text) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(DataSource database, String text) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
