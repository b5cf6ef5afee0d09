package com.ones1ght.adapters.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.ones1ght.adapters.persistence.shared.DatabaseMigration;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The migration to rolled up analytics (V24) of a database with rows, to which nodes of the previous version write. */
class RolledUpAnalyticsMigrationTest {

    /** Chats with a completed round, one in error, one that runs, and one whose first round has ended. */
    private static final String ROWS = """
            INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, created_at)
            VALUES (md5('t')::uuid, 'a', 'a', 'ko', true, now());
            INSERT INTO profile (id, tenant_id, key_line_id, document, created_at, updated_at)
            VALUES (md5('p')::uuid, md5('t')::uuid, md5('l')::uuid, '{}', now(), now());
            INSERT INTO chat (id, tenant_id, profile_id, created_at)
            SELECT md5('c' || i)::uuid, md5('t')::uuid, md5('p')::uuid, timestamptz '2026-03-01 12:00Z'
              FROM generate_series(1, 4) AS i;
            INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state, done_steps,
                               stopped, last_error, created_at, updated_at, guard_result)
            SELECT md5('r' || i)::uuid, md5('t')::uuid, md5('p')::uuid, md5('c' || least(i, 4))::uuid,
                   CASE i WHEN 5 THEN 2 ELSE 1 END, CASE i WHEN 2 THEN 1 ELSE 0 END, 'p', 'ko',
                   CASE WHEN i IN (1, 4) THEN 'COMPLETED' WHEN i = 2 THEN 'ERROR' ELSE 'CREATED' END, 0, false,
                   CASE i WHEN 2 THEN 'x' END, timestamptz '2026-03-01 12:00Z', now(),
                   CASE i WHEN 1 THEN '{"withheld":[{"list":"AD","because":["diet:vegan"]}]}'
                          WHEN 4 THEN '{"unreadable":"\\u0000"}' END
              FROM generate_series(1, 5) AS i;
            INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                                      step1_at, settled_at, deadline, due_at)
            SELECT r.id, run, tenant_id, chat_id, round_no, 'p', 'p', r.created_at + run * interval '1 minute',
                   CASE run WHEN 0 THEN r.created_at + interval '1.5 s' END,
                   CASE WHEN state <> 'CREATED' OR run < r.run_no THEN now() END, now(), now()
              FROM round r CROSS JOIN generate_series(0, r.run_no) AS run;
            """;

    private static final String RUNS = """
            SELECT concat_ws(' ', (SELECT i FROM generate_series(1, 9) AS i WHERE round_id = md5('r' || i)::uuid), run_no,
                             CASE WHEN is_error THEN 'error' END, step1_ms, withheld, sign)
              FROM run_log ORDER BY 1""";

    private static final String CHATS = """
            SELECT concat_ws(' ', (SELECT i FROM generate_series(1, 9) AS i WHERE chat_id = md5('c' || i)::uuid), round_no,
                             state)
              FROM chat_state ORDER BY 1""";

    private static final String SETTLE = """
            WITH run AS (
                UPDATE pipeline_run SET settled_at = now()
                 WHERE round_id = md5('r3')::uuid AND settled_at IS NULL RETURNING round_id)
            UPDATE round r SET state = 'COMPLETED' FROM run WHERE r.id = run.round_id""";

    private final String name = "rollup_" + UUID.randomUUID().toString().replace("-", "");
    private PGSimpleDataSource database;

    @BeforeEach
    void fillOnTheSchemaBefore() throws SQLException {
        database = TestDatabase.shared().newDatabase(name);
        new DatabaseMigration(database).runTo(23);
        execute(ROWS);
    }

    @AfterEach
    void drop() throws SQLException {
        try (Connection connection = TestDatabase.shared().server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    @Test
    void rowsFromBeforeShouldBeLogged() throws SQLException {
        new DatabaseMigration(database).run();

        assertThat(texts(RUNS)).containsExactly("1 0 1500 {diet:vegan} 1", "2 0 1500 1", "2 1 error 1", "4 0 1500 1");
        assertThat(texts(CHATS)).containsExactly("1 1 COMPLETED", "2 1 ERROR", "4 2 IN_PROGRESS");
    }

    @Test
    void whatTransactionsChangeMeanwhileShouldBeLoggedOnce() throws SQLException {
        CompletableFuture<Void> migration;
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute(
                    "UPDATE pipeline_run SET accepted_at = now(), settled_at = now() WHERE settled_at IS NULL");
            statement.execute("UPDATE round SET state = 'COMPLETED' WHERE state = 'CREATED'");
            statement.execute("DELETE FROM pipeline_run WHERE chat_id = md5('c1')::uuid");
            statement.execute("DELETE FROM round WHERE chat_id = md5('c1')::uuid");
            statement.execute("DELETE FROM chat WHERE id = md5('c1')::uuid");

            migration = CompletableFuture.runAsync(() -> new DatabaseMigration(database).run());
            await().until(() -> texts("SELECT 1 FROM pg_locks WHERE mode = 'ShareRowExclusiveLock' AND NOT granted"
                            + " AND relation = 'chat'::regclass")
                    .contains("1"));

            execute("SET lock_timeout = '1s'; SELECT * FROM round; UPDATE profile SET name = 'x'");
            writer.commit();
        }
        assertThatCode(() -> migration.get(60, TimeUnit.SECONDS)).doesNotThrowAnyException();
        assertThat(texts(RUNS))
                .extracting(text -> text.substring(0, 3))
                .containsExactly("1 0", "2 0", "2 1", "3 0", "4 0", "5 0");
        assertThat(texts(CHATS)).containsExactly("2 1 ERROR", "3 1 COMPLETED", "4 2 COMPLETED");
    }

    @Test
    void endsByThePreviousVersionShouldBeLogged() throws SQLException {
        new DatabaseMigration(database).run();

        execute(SETTLE);
        execute("DELETE FROM pipeline_run WHERE chat_id = md5('c4')::uuid");

        assertThat(texts(RUNS)).contains("3 0 1500 1", "5 0 1500 1");
        assertThat(texts(CHATS)).contains("3 1 COMPLETED");
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private List<String> texts(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
