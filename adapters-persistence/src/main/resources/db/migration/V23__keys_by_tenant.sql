-- The primary keys and unique constraints of all rows of tenants have tenant_id, and references have it as well, so that
-- these tables can be distributed by tenant. The column comes last where statements look for an id: they find the index
-- as before. Nodes of the previous version go on working beside this schema.

-- All locks at once or none, and none is waited for longer than a moment: what asks for the tables meanwhile waits as well,
-- and a transaction that has locked one of them and needs another would be in a deadlock. What follows reads few rows.
DO $$
DECLARE
    give_up CONSTANT timestamptz := clock_timestamp() + interval '7 seconds';
BEGIN
    PERFORM set_config('lock_timeout', '200ms', true);
    LOOP
        BEGIN
            LOCK TABLE api_key, tenant_model, profile, whereabouts, visit, visit_stamp, chat_session, chat, round,
                       pipeline_run, credit_entry, signage_outbox, signage_passage, audit_entry, idempotent_answer
                    IN ACCESS EXCLUSIVE MODE;
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            IF clock_timestamp() > give_up THEN
                RAISE EXCEPTION 'The tables are in use, by a backup or another long query: start the node again after it'
                          USING ERRCODE = 'lock_not_available';
            END IF;
            PERFORM pg_sleep(0.1 + 0.1 * random());
        END;
    END LOOP;
END $$;

-- Built before this migration, while others write, where the tables are there already: see OnlineSchemaChanges.
CREATE UNIQUE INDEX IF NOT EXISTS api_key_key ON api_key (id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS tenant_model_key ON tenant_model (id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS profile_key ON profile (id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS visit_key ON visit (id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS visit_stamp_key ON visit_stamp (visit_id, stamp_no, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS chat_session_key ON chat_session (chat_id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS chat_session_open_one ON chat_session (visit_id, tenant_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS chat_key ON chat (id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS round_key ON round (id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS round_of_chat ON round (chat_id, round_no, tenant_id) INCLUDE (id);
CREATE UNIQUE INDEX IF NOT EXISTS pipeline_run_key ON pipeline_run (round_id, run_no, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS credit_entry_key ON credit_entry (tenant_id, id);
CREATE UNIQUE INDEX IF NOT EXISTS credit_entry_of_run ON credit_entry (round_id, run_no, kind, tenant_id)
    WHERE round_id IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS signage_outbox_key ON signage_outbox (id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS signage_passage_key ON signage_passage (id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS whereabouts_key ON whereabouts (profile_id, tenant_id);
CREATE UNIQUE INDEX IF NOT EXISTS audit_entry_key ON audit_entry (tenant_id, id);
CREATE UNIQUE INDEX IF NOT EXISTS idempotent_answer_key ON idempotent_answer (request_hash, tenant_id);

-- Nodes of the previous version name these in ON CONFLICT, and api_key_key_hash_key and visit_active, which have no
-- tenant_id either. A later version replaces these two and drops the others.
CREATE UNIQUE INDEX IF NOT EXISTS tenant_model_id ON tenant_model (id);
CREATE UNIQUE INDEX IF NOT EXISTS signage_passage_id ON signage_passage (id);
CREATE UNIQUE INDEX IF NOT EXISTS whereabouts_of_profile ON whereabouts (profile_id);
CREATE UNIQUE INDEX IF NOT EXISTS idempotent_answer_request ON idempotent_answer (request_hash);

-- Answers to the operator belong to no tenant: to the nil UUID, since a key has no nulls. Nodes of the previous version
-- write nulls; a later version removes the trigger.
CREATE FUNCTION idempotent_answer_has_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.tenant_id := coalesce(NEW.tenant_id, '00000000-0000-0000-0000-000000000000');
    RETURN NEW;
END $$;
CREATE TRIGGER idempotent_answer_has_tenant BEFORE INSERT ON idempotent_answer
    FOR EACH ROW EXECUTE FUNCTION idempotent_answer_has_tenant();
ALTER TABLE idempotent_answer DROP CONSTRAINT idempotent_answer_tenant_id_fkey;
UPDATE idempotent_answer SET tenant_id = '00000000-0000-0000-0000-000000000000' WHERE tenant_id IS NULL;

-- The references to the keys that go.
ALTER TABLE chat DROP CONSTRAINT chat_profile_id_fkey;
ALTER TABLE round DROP CONSTRAINT round_chat_id_fkey;
ALTER TABLE pipeline_run DROP CONSTRAINT pipeline_run_round_id_fkey;
ALTER TABLE visit DROP CONSTRAINT visit_profile_id_fkey;
ALTER TABLE visit_stamp DROP CONSTRAINT visit_stamp_visit_id_fkey;
ALTER TABLE chat_session DROP CONSTRAINT chat_session_visit_id_fkey;
ALTER TABLE whereabouts DROP CONSTRAINT whereabouts_profile_id_fkey;

ALTER TABLE api_key
    DROP CONSTRAINT api_key_pkey, ADD CONSTRAINT api_key_pkey PRIMARY KEY USING INDEX api_key_key;
ALTER TABLE profile
    DROP CONSTRAINT profile_pkey, ADD CONSTRAINT profile_pkey PRIMARY KEY USING INDEX profile_key;
ALTER TABLE visit
    DROP CONSTRAINT visit_pkey, ADD CONSTRAINT visit_pkey PRIMARY KEY USING INDEX visit_key;
ALTER TABLE visit_stamp
    DROP CONSTRAINT visit_stamp_pkey, ADD CONSTRAINT visit_stamp_pkey PRIMARY KEY USING INDEX visit_stamp_key;
ALTER TABLE chat_session
    DROP CONSTRAINT chat_session_pkey, ADD CONSTRAINT chat_session_pkey PRIMARY KEY USING INDEX chat_session_key;
ALTER TABLE chat
    DROP CONSTRAINT chat_pkey, ADD CONSTRAINT chat_pkey PRIMARY KEY USING INDEX chat_key;
ALTER TABLE round
    DROP CONSTRAINT round_pkey, ADD CONSTRAINT round_pkey PRIMARY KEY USING INDEX round_key;
ALTER TABLE pipeline_run
    DROP CONSTRAINT pipeline_run_pkey, ADD CONSTRAINT pipeline_run_pkey PRIMARY KEY USING INDEX pipeline_run_key;
ALTER TABLE credit_entry
    DROP CONSTRAINT credit_entry_pkey, ADD CONSTRAINT credit_entry_pkey PRIMARY KEY USING INDEX credit_entry_key;
ALTER TABLE signage_outbox
    DROP CONSTRAINT signage_outbox_pkey, ADD CONSTRAINT signage_outbox_pkey PRIMARY KEY USING INDEX signage_outbox_key;
ALTER TABLE audit_entry
    DROP CONSTRAINT audit_entry_pkey, ADD CONSTRAINT audit_entry_pkey PRIMARY KEY USING INDEX audit_entry_key;

ALTER TABLE tenant_model
    DROP CONSTRAINT tenant_model_pkey, ADD CONSTRAINT tenant_model_pkey PRIMARY KEY USING INDEX tenant_model_key;
ALTER TABLE signage_passage
    DROP CONSTRAINT signage_passage_pkey, ADD CONSTRAINT signage_passage_pkey PRIMARY KEY USING INDEX signage_passage_key;
ALTER TABLE whereabouts
    DROP CONSTRAINT whereabouts_pkey, ADD CONSTRAINT whereabouts_pkey PRIMARY KEY USING INDEX whereabouts_key;
ALTER TABLE idempotent_answer
    DROP CONSTRAINT idempotent_answer_pkey,
    ADD CONSTRAINT idempotent_answer_pkey PRIMARY KEY USING INDEX idempotent_answer_key;

DROP INDEX round_chat;
ALTER INDEX round_of_chat RENAME TO round_chat;
DROP INDEX chat_session_open;
ALTER INDEX chat_session_open_one RENAME TO chat_session_open;
DROP INDEX credit_entry_run;
ALTER INDEX credit_entry_of_run RENAME TO credit_entry_run;
-- The primary key serves its queries.
DROP INDEX credit_entry_tenant;

-- Two unique constraints on the same rows: a concurrent insert that meets the one that its ON CONFLICT does not name would
-- fail. This happens to two first positions of a shopper, which therefore take turns; the others are behind a lock.
CREATE FUNCTION whereabouts_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.profile_id::text, 23));
    RETURN NEW;
END $$;
CREATE TRIGGER whereabouts_in_turn BEFORE INSERT ON whereabouts
    FOR EACH ROW EXECUTE FUNCTION whereabouts_in_turn();

-- Enforced from here on; the rows that are there are validated after this migration, without its locks.
ALTER TABLE chat ADD CONSTRAINT chat_profile_id_tenant_id_fkey
    FOREIGN KEY (profile_id, tenant_id) REFERENCES profile (id, tenant_id) NOT VALID;
ALTER TABLE round ADD CONSTRAINT round_chat_id_tenant_id_fkey
    FOREIGN KEY (chat_id, tenant_id) REFERENCES chat (id, tenant_id) NOT VALID;
ALTER TABLE pipeline_run ADD CONSTRAINT pipeline_run_round_id_tenant_id_fkey
    FOREIGN KEY (round_id, tenant_id) REFERENCES round (id, tenant_id) NOT VALID;
ALTER TABLE visit ADD CONSTRAINT visit_profile_id_tenant_id_fkey
    FOREIGN KEY (profile_id, tenant_id) REFERENCES profile (id, tenant_id) NOT VALID;
ALTER TABLE visit_stamp ADD CONSTRAINT visit_stamp_visit_id_tenant_id_fkey
    FOREIGN KEY (visit_id, tenant_id) REFERENCES visit (id, tenant_id) NOT VALID;
ALTER TABLE chat_session ADD CONSTRAINT chat_session_visit_id_tenant_id_fkey
    FOREIGN KEY (visit_id, tenant_id) REFERENCES visit (id, tenant_id) NOT VALID;
ALTER TABLE whereabouts ADD CONSTRAINT whereabouts_profile_id_tenant_id_fkey
    FOREIGN KEY (profile_id, tenant_id) REFERENCES profile (id, tenant_id) NOT VALID;
