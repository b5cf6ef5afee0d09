package com.ones1ght.adapters.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ones1ght.adapters.persistence.shared.DatabaseMigration;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.shared.port.AtOnce;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The migration to rolled up analytics (V24, V25) of a database with rows, to which nodes of the previous version write. */
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

    /** Chats with a round in each state, some of them in their second run, for several parts. */
    private static final String MANY_ROWS = """
            INSERT INTO chat (id, tenant_id, profile_id, created_at)
            SELECT md5('c' || i)::uuid, md5('t')::uuid, md5('p')::uuid, timestamptz '2026-03-01 12:00Z'
              FROM generate_series(11, 3010) AS i;
            INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state, done_steps,
                               stopped, last_error, created_at, updated_at, guard_result)
            SELECT md5('r' || i)::uuid, md5('t')::uuid, md5('p')::uuid, md5('c' || i)::uuid, 1, i / 3 % 2, 'p', 'ko',
                   (ARRAY['COMPLETED', 'ERROR', 'CREATED'])[i % 3 + 1], 0, false, CASE i % 3 WHEN 1 THEN 'x' END,
                   timestamptz '2026-03-01 12:00Z', now(),
                   CASE i % 3 WHEN 0 THEN '{"withheld":[{"list":"AD","because":["diet:vegan"]}]}' END
              FROM generate_series(11, 3010) AS i;
            INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                                      settled_at, deadline, due_at)
            SELECT r.id, run, tenant_id, chat_id, round_no, 'p', 'p', r.created_at,
                   CASE WHEN state <> 'CREATED' OR run < r.run_no THEN now() END, now(), now()
              FROM round r CROSS JOIN generate_series(0, r.run_no) AS run WHERE r.prompt = 'p' AND r.id NOT IN (
                   SELECT round_id FROM pipeline_run);
            CREATE TABLE erased (round_id uuid, runs bigint, errors integer, withheld integer);
            """;

    /** What nodes do to the chat {@code %1$s}, whose rounds they lock. */
    private static final List<String> CHANGES = List.of("""
            WITH run AS (
                UPDATE pipeline_run SET settled_at = now()
                 WHERE chat_id = '%1$s' AND settled_at IS NULL RETURNING round_id, random() < 0.5 AS has_failed)
            UPDATE round r SET state = CASE WHEN has_failed THEN 'ERROR' ELSE 'COMPLETED' END,
                               last_error = CASE WHEN has_failed THEN 'x' END,
                               guard_result = '{"withheld":[{"list":"AD","because":["diet:vegan", "no:egg"]}]}'
              FROM run WHERE r.id = run.round_id""", """
            WITH again AS (
                UPDATE round r SET run_no = run_no + 1, state = 'CREATED', last_error = NULL, guard_result = NULL
                 WHERE chat_id = '%1$s' AND state <> 'CREATED'
                   AND NOT EXISTS (SELECT 1 FROM round l WHERE l.chat_id = r.chat_id AND l.round_no > r.round_no)
                RETURNING r.*)
            INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                                      deadline, due_at)
            SELECT id, run_no, tenant_id, chat_id, round_no, 'p', 'p', now(), now(), now() FROM again""", """
            WITH added AS (
                INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                                   done_steps, stopped, created_at, updated_at)
                SELECT gen_random_uuid(), tenant_id, profile_id, chat_id, max(round_no) + 1, 0, 'p', 'ko', 'CREATED', 0,
                       false, now(), now()
                  FROM round WHERE chat_id = '%1$s' GROUP BY tenant_id, profile_id, chat_id
                RETURNING *)
            INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                                      deadline, due_at)
            SELECT id, run_no, tenant_id, chat_id, round_no, 'p', 'p', now(), now(), now() FROM added""", """
            INSERT INTO erased
            SELECT r.id, (SELECT count(*) FROM pipeline_run WHERE round_id = r.id), (state = 'ERROR')::integer,
                   coalesce(cardinality(withheld(guard_result)), 0) FROM round r WHERE chat_id = '%1$s';
            DELETE FROM pipeline_run WHERE chat_id = '%1$s';
            DELETE FROM round WHERE chat_id = '%1$s';
            DELETE FROM chat WHERE id = '%1$s'""");

    private static final String LOGGED = """
            SELECT round_id, count(*) FILTER (WHERE sign = 1) AS runs, coalesce(sum(sign) FILTER (WHERE is_error), 0) AS errors,
                   coalesce(sum(sign * cardinality(withheld)), 0) AS withheld
              FROM run_log GROUP BY round_id""";

    private static final String RECOUNTED = """
            SELECT * FROM (
                SELECT id, (SELECT count(*) FROM pipeline_run p WHERE p.round_id = r.id AND p.settled_at IS NOT NULL) AS runs,
                       (state = 'ERROR')::integer, coalesce(cardinality(withheld(guard_result)), 0)
                  FROM round r
                UNION ALL SELECT * FROM erased) AS counted
             WHERE runs > 0""";

    private static final String KEPT_STATES = "SELECT chat_id, round_no, state FROM chat_state";

    private static final String LAST_STATES = """
            SELECT chat_id, round_no, state FROM (
                SELECT DISTINCT ON (chat_id) chat_id, round_no, run_no,
                       CASE WHEN state IN ('COMPLETED', 'ERROR') THEN state ELSE 'IN_PROGRESS' END AS state
                  FROM round ORDER BY chat_id, round_no DESC) AS l
             WHERE state <> 'IN_PROGRESS' OR round_no > 1 OR run_no > 0""";

    private static final String DIFFERENCE = """
            (SELECT 'only kept: ' || k::text FROM (%1$s EXCEPT %2$s) AS k)
            UNION ALL (SELECT 'only there: ' || t::text FROM (%2$s EXCEPT %1$s) AS t)""";

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

            migration = CompletableFuture.runAsync(() -> new DatabaseMigration(database).runTo(25));
            await().until(() -> texts("SELECT 1 FROM pg_locks WHERE mode = 'ShareRowExclusiveLock' AND NOT granted"
                            + " AND relation = 'chat'::regclass")
                    .contains("1"));

            execute("SET lock_timeout = '1s'; SELECT * FROM round; UPDATE profile SET name = 'x'");
            writer.commit();
        }
        assertThatCode(() -> migration.get(60, TimeUnit.SECONDS)).doesNotThrowAnyException();
        assertThat(texts(RUNS))
                .extracting(text -> text.substring(0, 3))
                .containsExactly("2 0", "2 1", "3 0", "4 0", "5 0");
        assertThat(texts(CHATS)).containsExactly("2 1 ERROR", "3 1 COMPLETED", "4 2 COMPLETED");
    }

    @RepeatedTest(2)
    void changesDuringTheBackfillShouldBeLoggedOnce(RepetitionInfo repetition) throws Exception {
        execute(MANY_ROWS);
        new DatabaseMigration(database).runTo(24);
        AtomicBoolean isMigrated = new AtomicBoolean();
        CountDownLatch writing = new CountDownLatch(3 * 20);
        List<CompletableFuture<Void>> writers = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> change(new Random(10 * repetition.getCurrentRepetition() + i), writing, isMigrated)))
                .toList();
        try {
            await().until(() -> writing.getCount() == 0 || writers.stream().anyMatch(CompletableFuture::isDone));
            new DatabaseMigration(database).run();
        } finally {
            isMigrated.set(true);
        }
        for (CompletableFuture<Void> writer : writers) {
            assertThatCode(() -> writer.get(60, TimeUnit.SECONDS)).doesNotThrowAnyException();
        }

        assertThat(texts(DIFFERENCE.formatted(LOGGED, RECOUNTED))).isEmpty();
        assertThat(texts(DIFFERENCE.formatted(KEPT_STATES, LAST_STATES))).isEmpty();
        assertThat(texts("SELECT count(*) FROM erased")).doesNotContain("0");
    }

    private void change(Random random, CountDownLatch writing, AtomicBoolean isMigrated) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // What a node waits for.
            statement.execute("SET lock_timeout = '5s'");
            while (!isMigrated.get()) {
                UUID chat = chat(random.nextInt(11, 3011), statement);
                int change = random.nextInt(10);
                statement.execute("SELECT 1 FROM chat WHERE id = '" + chat + "' FOR UPDATE");
                statement.execute(CHANGES.get(change < 9 ? change / 3 : 3).formatted(chat));
                connection.commit();
                writing.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID chat(int number, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT md5('c' || " + number + ")::uuid")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    @Test
    void failedBackfillShouldGoOnAtTheNextStart() throws SQLException {
        execute(MANY_ROWS);
        execute("UPDATE round SET guard_result = 'no JSON' WHERE id = (SELECT id FROM round"
                + " WHERE state = 'COMPLETED' ORDER BY chat_id DESC LIMIT 1)");

        assertThatThrownBy(() -> new DatabaseMigration(database).run())
                .hasMessageContaining("invalid input syntax for type json");
        assertThat(texts("SELECT count(*) > 0 FROM run_log")).containsExactly("t");
        assertThat(texts("SELECT version || ' ' || success FROM flyway_schema_history WHERE version::integer > 23"))
                .containsExactly("24 true");

        execute("UPDATE round SET guard_result = NULL WHERE guard_result = 'no JSON'");
        AtOnce.on(2, i -> {
            new DatabaseMigration(database).run();
            return true;
        });

        assertThat(texts(DIFFERENCE.formatted(LOGGED, RECOUNTED))).isEmpty();
        assertThat(texts(DIFFERENCE.formatted(KEPT_STATES, LAST_STATES))).isEmpty();
        assertThat(texts("SELECT count(*) FROM flyway_schema_history WHERE version = '25' AND success"))
                .containsExactly("1");
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
