package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.shared.port.AtOnce;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The migration to keys by tenant (V23) of a database with rows, which others use meanwhile. */
class OnlineSchemaChangesTest {

    private static final String ROWS = """
            INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, created_at)
            VALUES ('00000000-0000-0000-0000-00000000000a', 'a', 'a', 'ko', true, now());
            INSERT INTO profile (id, tenant_id, key_line_id, document, created_at, updated_at)
            SELECT gen_random_uuid(), id, id, '{}', now(), now() FROM tenant;
            INSERT INTO whereabouts SELECT id, tenant_id, 'main', '[]', now() FROM profile;
            INSERT INTO chat (id, tenant_id, profile_id, created_at)
            SELECT gen_random_uuid(), tenant_id, id, now() FROM profile;
            """;

    private static final String ANOTHER_ROUND = """
            INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state, done_steps,
                               stopped, created_at, updated_at)
            SELECT gen_random_uuid(), tenant_id, profile_id, id, (SELECT count(*) + 1 FROM round), 0, 'p', 'KO',
                   'RUNNING', 0, false, now(), now() FROM chat""";

    /** As nodes of the previous version write it. */
    private static final String ANSWER_TO_THE_OPERATOR = """
            INSERT INTO idempotent_answer (request_hash, tenant_id, body_hash, answer, created_at, kept_until)
            VALUES (gen_random_uuid(), NULL, 'b', 'a', now(), now())""";

    private static final String UNFINISHED = """
            SELECT (SELECT count(*) FROM pg_index WHERE NOT indisvalid)
                 + (SELECT count(*) FROM pg_constraint WHERE NOT convalidated)
                 + (SELECT count(*) FROM pg_class WHERE relname ~ '^(chat|round|profile|whereabouts)_key$')""";

    private final String name = "online_" + UUID.randomUUID().toString().replace("-", "");
    private PGSimpleDataSource database;

    @BeforeEach
    void fillOnTheSchemaBefore() throws SQLException {
        database = TestDatabase.shared().newDatabase(name);
        new DatabaseMigration(database).runTo(22);
        execute(ROWS);
        execute(ANOTHER_ROUND);
        execute(ANSWER_TO_THE_OPERATOR);
    }

    @AfterEach
    void drop() throws SQLException {
        try (Connection connection = TestDatabase.shared().server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    @Test
    void rowsShouldGetTheirKeysAndReferences() throws SQLException {
        // An interrupted build.
        execute("CREATE UNIQUE INDEX round_key ON round (tenant_id)");
        execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'round_key'::regclass");

        new DatabaseMigration(database).run();

        assertThat(number(UNFINISHED)).isZero();
        assertThat(number("SELECT count(*) FROM idempotent_answer WHERE tenant_id = '" + new UUID(0, 0) + "'"))
                .isEqualTo(1);
        execute(ANSWER_TO_THE_OPERATOR);
        execute(ANOTHER_ROUND);
        assertThat(number("SELECT count(*) FROM round")).isEqualTo(2);
        assertThatThrownBy(() -> execute(ANOTHER_ROUND.replace("tenant_id, profile_id, id", "id, profile_id, id")))
                .hasMessageContaining("round_chat_id_tenant_id_fkey");
    }

    @Test
    void nodesThatStartAtOnceShouldTakeTurns() throws SQLException {
        AtOnce.on(3, i -> {
            new DatabaseMigration(database).run();
            return true;
        });

        assertThat(number(UNFINISHED)).isZero();
    }

    @Test
    void othersShouldReadAndWriteWhileIndexesAreBuilt() throws SQLException {
        CompletableFuture<Void> migration;
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute(ANOTHER_ROUND);

            migration = CompletableFuture.runAsync(() -> new DatabaseMigration(database).run());
            await().until(() ->
                    number("SELECT count(*) FROM pg_stat_progress_create_index WHERE phase ~ 'waiting'") > 0);

            execute("SET lock_timeout = '1s'; SELECT * FROM round; " + ANSWER_TO_THE_OPERATOR
                    + "; UPDATE round SET stopped = true");
            writer.commit();
        }
        assertThatCode(() -> migration.get(60, TimeUnit.SECONDS)).doesNotThrowAnyException();
        assertThat(number(UNFINISHED)).isZero();
    }

    @Test
    void longTransactionShouldKeepNobodyElseWaiting() throws SQLException {
        CompletableFuture<Void> migration;
        try (Connection reader = database.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("LOCK TABLE round IN ACCESS SHARE MODE");

            migration = CompletableFuture.runAsync(() -> new DatabaseMigration(database).run());
            await().until(() ->
                    number("SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted") > 0);

            execute("SET lock_timeout = '1s'; SELECT * FROM profile; " + ANOTHER_ROUND);
            reader.commit();
        }
        assertThatCode(() -> migration.get(60, TimeUnit.SECONDS)).doesNotThrowAnyException();
        assertThat(number(UNFINISHED)).isZero();
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
