-- Lists of a profile's chats name the tenant, for partitions, and read this index alone. It serves the statements of the
-- previous version as well, so that the one without tenant_id can go.

-- First, since the creation of an index that is there already keeps writers out, too; and not for longer than a moment:
-- what asks for the table meanwhile waits as well.
DO $$
DECLARE
    give_up CONSTANT timestamptz := clock_timestamp() + interval '7 seconds';
BEGIN
    PERFORM set_config('lock_timeout', '200ms', true);
    LOOP
        BEGIN
            LOCK TABLE chat IN ACCESS EXCLUSIVE MODE;
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            IF clock_timestamp() > give_up THEN
                RAISE EXCEPTION 'A table is in use, by a backup or another long query: start the node again after it'
                          USING ERRCODE = 'lock_not_available';
            END IF;
            PERFORM pg_sleep(0.1 + 0.1 * random());
        END;
    END LOOP;
END $$;

-- Built before this migration, while others write: see OnlineSchemaChanges.
CREATE INDEX IF NOT EXISTS chat_of_profile ON chat (profile_id, created_at, id) INCLUDE (tenant_id);
DROP INDEX chat_profile;
