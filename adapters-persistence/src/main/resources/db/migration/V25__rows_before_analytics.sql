-- The rows from before V24, in parts that are committed one by one, without a lock on a table: nodes serve meanwhile. What
-- changes since V24 is written by its triggers, and a key is written by one of them first: the other one waits for its end,
-- and has nothing to add. A chat that is erased meanwhile either is gone or waits for the end of its part. A migration that
-- was interrupted starts again, and finds most rows in their place.
DO $$
DECLARE
    patience CONSTANT interval := interval '1 minute';
    give_up timestamptz := clock_timestamp() + patience;
    done uuid := '00000000-0000-0000-0000-000000000000';
    part uuid[];
BEGIN
    LOOP
        part := ARRAY(SELECT id FROM chat WHERE id > done ORDER BY id LIMIT 500);
        EXIT WHEN cardinality(part) = 0;
        -- Before a transaction that waits for this part could be the one that ends a deadlock, which takes a second.
        PERFORM set_config('lock_timeout', '100ms', true);
        BEGIN
            INSERT INTO run_log
            SELECT l.*
              FROM round r
              JOIN pipeline_run p ON p.round_id = r.id AND p.tenant_id = r.tenant_id
             CROSS JOIN LATERAL ended_run(p, r) AS l
             WHERE r.chat_id = ANY (part) AND p.settled_at IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM run_log k
                                WHERE k.tenant_id = p.tenant_id AND k.round_id = p.round_id AND k.run_no = p.run_no)
                ON CONFLICT DO NOTHING;
            INSERT INTO chat_state AS s
            SELECT c.tenant_id, c.id, c.created_at, r.round_no,
                   CASE WHEN r.state IN ('COMPLETED', 'ERROR') THEN r.state ELSE 'IN_PROGRESS' END
              FROM chat c
             CROSS JOIN LATERAL (SELECT round_no, run_no, state FROM round
                                  WHERE chat_id = c.id AND tenant_id = c.tenant_id
                                  ORDER BY round_no DESC LIMIT 1) AS r
             WHERE c.id = ANY (part) AND (r.state IN ('COMPLETED', 'ERROR') OR r.round_no > 1 OR r.run_no > 0)
               FOR KEY SHARE OF c
                ON CONFLICT (tenant_id, chat_id) DO UPDATE SET round_no = excluded.round_no, state = excluded.state
             WHERE s.round_no < excluded.round_no;
            done := part[cardinality(part)];
            give_up := clock_timestamp() + patience;
        EXCEPTION WHEN lock_not_available THEN
            IF clock_timestamp() > give_up THEN
                RAISE EXCEPTION 'Rows of chats are in use, by a long transaction: start the node again after it'
                          USING ERRCODE = 'lock_not_available';
            END IF;
            PERFORM pg_sleep(0.1);
        END;
        COMMIT;
    END LOOP;
END $$;
