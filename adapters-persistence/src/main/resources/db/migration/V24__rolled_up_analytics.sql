-- What reports and lists need, kept as things happen, so that neither reads all rounds: ADR 0067. Written by triggers, so
-- that nodes of the previous version, which know nothing of it, take part.

-- How each run ended, without any content. It outlives the round. A row with sign -1 takes back what an earlier run said of
-- its round, which a refinement has started again.
CREATE TABLE run_log (
    tenant_id    uuid        NOT NULL,
    round_id     uuid        NOT NULL,
    round_at     timestamptz NOT NULL,
    run_at       timestamptz NOT NULL,
    run_no       integer     NOT NULL,
    step1_ms     integer,
    step2_ms     integer,
    step3_ms     integer,
    step4_ms     integer,
    sign         smallint    NOT NULL CHECK (sign IN (1, -1)),
    is_error     boolean     NOT NULL,
    is_rolled_up boolean     NOT NULL DEFAULT false,
    withheld     text[],
    PRIMARY KEY (tenant_id, round_id, run_no, sign)
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
CREATE INDEX run_log_round_at ON run_log (tenant_id, round_at);
CREATE INDEX run_log_run_at ON run_log (tenant_id, run_at) WHERE run_no > 0;
CREATE INDEX run_log_new ON run_log (tenant_id) WHERE NOT is_rolled_up;

-- The last round's state of chats; a chat without a row has a single round, whose first run has not ended. No foreign key:
-- it would lock the chat after the run, and locks are taken the other way round.
CREATE TABLE chat_state (
    tenant_id uuid        NOT NULL,
    chat_id   uuid        NOT NULL,
    chat_at   timestamptz NOT NULL,
    round_no  integer     NOT NULL,
    state     text        NOT NULL,
    PRIMARY KEY (tenant_id, chat_id)
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);
CREATE INDEX chat_state_list ON chat_state (tenant_id, state, chat_at, chat_id);

-- What a report has to count, as numbers by "kind:key", of each hour and each day in UTC.
CREATE TABLE analytics_rollup (
    tenant_id uuid        NOT NULL,
    report    text        NOT NULL CHECK (report IN ('RUNS', 'EVENTS', 'ITEMS')),
    span      text        NOT NULL CHECK (span IN ('HOUR', 'DAY')),
    starts_at timestamptz NOT NULL,
    counts    jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, report, span, starts_at)
) WITH (fillfactor = 70);

-- Up to which event a tenant's events have been rolled up. Whoever rolls up holds the row.
CREATE TABLE analytics_progress (
    tenant_id uuid   PRIMARY KEY,
    event_no  bigint NOT NULL
) WITH (fillfactor = 50);

-- When a coupon was first issued and first redeemed, of those rolled up: it counts once.
CREATE TABLE analytics_coupon (
    tenant_id   uuid NOT NULL,
    round_id    uuid NOT NULL,
    rec_hash    uuid NOT NULL,
    issued_at   timestamptz,
    redeemed_at timestamptz,
    PRIMARY KEY (tenant_id, round_id, rec_hash)
);
CREATE INDEX analytics_coupon_issued ON analytics_coupon (tenant_id, issued_at) WHERE issued_at IS NOT NULL;

-- The latest name of each item that was rolled up.
CREATE TABLE analytics_item (
    tenant_id uuid   NOT NULL,
    item_hash uuid   NOT NULL,
    item      text   NOT NULL,
    item_id   text,
    item_name text,
    named_no  bigint NOT NULL,
    PRIMARY KEY (tenant_id, item_hash)
) WITH (fillfactor = 70);

CREATE FUNCTION merged_counts(a jsonb, b jsonb) RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
    SELECT jsonb_object_agg(key, n)
      FROM (SELECT key, sum(value::bigint) AS n
              FROM (SELECT * FROM jsonb_each_text(a) UNION ALL SELECT * FROM jsonb_each_text(b)) AS both_of_them
             GROUP BY key) AS summed
$$;

-- A JSON text that PostgreSQL can read: a model may have written \u0000. An escaped backslash may precede u0000.
CREATE FUNCTION readable(document text) RETURNS json IMMUTABLE LANGUAGE sql AS $$
    SELECT CASE WHEN document NOT LIKE '%\\u0000%' OR document !~ '(^|[^\\])(\\\\)*\\u0000' THEN document::json END
$$;

-- A restriction for each product that a round's guard withheld because of it; a recipe keeps its ingredients.
CREATE FUNCTION withheld(guard_result text) RETURNS text[] IMMUTABLE LANGUAGE sql AS $$
    SELECT array_agg(because)
      FROM json_array_elements(readable(guard_result) -> 'withheld') AS item
     CROSS JOIN json_array_elements_text(item -> 'because') AS because
     WHERE item ->> 'list' <> 'INGREDIENTS'
$$;

CREATE FUNCTION millis(since timestamptz, until timestamptz) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS $$
    SELECT greatest(least(round(extract(epoch FROM until - since) * 1000), 2147483647), -2147483648)::integer
$$;

-- The middle of the bucket of a latency: exact below 64 ms, then within 1.6 %, with 32 buckets to each doubling.
CREATE FUNCTION latency_bucket(millis integer) RETURNS integer IMMUTABLE LANGUAGE sql AS $$
    SELECT CASE WHEN millis < 64 THEN millis ELSE millis - millis % width + width / 2 END
      FROM (SELECT 1 << floor(ln(greatest(millis, 64)) / ln(2) - 5)::integer AS width) AS octave
$$;

CREATE FUNCTION ended_run(run pipeline_run, round round) RETURNS SETOF run_log STABLE LANGUAGE sql AS $$
    SELECT run.tenant_id, run.round_id, round.created_at, run.accepted_at, run.run_no,
           millis(run.accepted_at, run.step1_at), millis(run.step1_at, run.step2_at),
           millis(run.step2_at, run.step3_at), millis(run.step3_at, run.step4_at),
           1::smallint, round.run_no = run.run_no AND round.state = 'ERROR', false,
           CASE WHEN round.run_no = run.run_no THEN withheld(round.guard_result) END
$$;

-- All locks at once or none, and none is waited for longer than a moment: what asks for the tables meanwhile waits as well,
-- and a transaction that has locked one of them and needs another would be in a deadlock. What follows reads no rows: those
-- from before come with the next migration.
DO $$
DECLARE
    give_up CONSTANT timestamptz := clock_timestamp() + interval '7 seconds';
BEGIN
    PERFORM set_config('lock_timeout', '200ms', true);
    LOOP
        BEGIN
            LOCK TABLE chat, pipeline_run, round IN SHARE ROW EXCLUSIVE MODE;
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            IF clock_timestamp() > give_up THEN
                RAISE EXCEPTION 'The tables are in use, by a long transaction: start the node again after it'
                          USING ERRCODE = 'lock_not_available';
            END IF;
            PERFORM pg_sleep(0.1 + 0.1 * random());
        END;
    END LOOP;
END $$;

-- A run ends by settling, or with its round by the erasure of the profile; one that settled before this migration may not be
-- logged when it is erased. A later round's state stays.
CREATE FUNCTION pipeline_run_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO run_log
        SELECT l.*
          FROM round r CROSS JOIN LATERAL ended_run(OLD, r) AS l
         WHERE r.id = OLD.round_id AND r.tenant_id = OLD.tenant_id
            ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO run_log
        SELECT l.*
          FROM round r CROSS JOIN LATERAL ended_run(NEW, r) AS l
         WHERE r.id = NEW.round_id AND r.tenant_id = NEW.tenant_id
            ON CONFLICT DO NOTHING;
        INSERT INTO chat_state AS s
        SELECT c.tenant_id, c.id, c.created_at, r.round_no, r.state
          FROM round r JOIN chat c ON c.id = r.chat_id AND c.tenant_id = r.tenant_id
         WHERE r.id = NEW.round_id AND r.tenant_id = NEW.tenant_id AND r.run_no = NEW.run_no
           AND r.state IN ('COMPLETED', 'ERROR')
            ON CONFLICT (tenant_id, chat_id) DO UPDATE SET round_no = excluded.round_no, state = excluded.state
         WHERE s.round_no <= excluded.round_no;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER pipeline_run_settled AFTER UPDATE OF settled_at ON pipeline_run
    FOR EACH ROW WHEN (OLD.settled_at IS NULL AND NEW.settled_at IS NOT NULL) EXECUTE FUNCTION pipeline_run_ended();
CREATE TRIGGER pipeline_run_erased AFTER DELETE ON pipeline_run
    FOR EACH ROW EXECUTE FUNCTION pipeline_run_ended();

-- A further round, or another run of the last one. The restore of a backup adds rounds that have ended, too. The run before
-- may not be logged yet if it ended before this migration; whoever logs it first decides, and the other one waits for that.
CREATE FUNCTION round_began() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO run_log
        SELECT l.*
          FROM pipeline_run p CROSS JOIN LATERAL ended_run(p, OLD) AS l
         WHERE p.round_id = OLD.id AND p.run_no = OLD.run_no AND p.tenant_id = OLD.tenant_id AND p.settled_at IS NOT NULL
            ON CONFLICT DO NOTHING;
        INSERT INTO run_log (tenant_id, round_id, round_at, run_at, run_no, sign, is_error, withheld)
        SELECT l.tenant_id, l.round_id, l.round_at, l.run_at, l.run_no, -1, l.is_error, l.withheld
          FROM run_log l
         WHERE l.tenant_id = OLD.tenant_id AND l.round_id = OLD.id AND l.run_no = OLD.run_no AND l.sign = 1
           AND (l.is_error OR l.withheld IS NOT NULL);
    END IF;
    INSERT INTO chat_state AS s
    SELECT c.tenant_id, c.id, c.created_at, NEW.round_no, 'IN_PROGRESS'
      FROM chat c WHERE c.id = NEW.chat_id AND c.tenant_id = NEW.tenant_id
        ON CONFLICT (tenant_id, chat_id) DO UPDATE SET round_no = excluded.round_no, state = excluded.state
     WHERE s.round_no <= excluded.round_no;
    RETURN NULL;
END $$;
CREATE TRIGGER round_added AFTER INSERT ON round
    FOR EACH ROW WHEN (NEW.round_no > 1 AND NEW.state NOT IN ('COMPLETED', 'ERROR')) EXECUTE FUNCTION round_began();
CREATE TRIGGER round_restarted AFTER UPDATE OF run_no ON round
    FOR EACH ROW WHEN (OLD.run_no <> NEW.run_no) EXECUTE FUNCTION round_began();

CREATE FUNCTION chat_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM chat_state WHERE tenant_id = OLD.tenant_id AND chat_id = OLD.id;
    RETURN NULL;
END $$;
CREATE TRIGGER chat_erased AFTER DELETE ON chat FOR EACH ROW EXECUTE FUNCTION chat_erased();
