-- What a run gives its round, packed by the node into one value, which the database stores as it is: ADR 0056. The columns
-- of the texts are null where they are packed.

-- All locks at once or none, and none is waited for longer than a moment: what asks for the table meanwhile waits as well.
DO $$
DECLARE
    give_up CONSTANT timestamptz := clock_timestamp() + interval '7 seconds';
BEGIN
    PERFORM set_config('lock_timeout', '200ms', true);
    LOOP
        BEGIN
            LOCK TABLE pipeline_run IN ACCESS EXCLUSIVE MODE;
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

ALTER TABLE pipeline_run ADD COLUMN packed bytea;
ALTER TABLE pipeline_run ALTER COLUMN packed SET STORAGE EXTERNAL;

-- Has a row while nodes of the previous version, which cannot read what is packed, may use this database: then nothing is
-- packed. A database without tenants has had no such nodes. A later version deletes the row, or an operator does.
CREATE TABLE plain_texts (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);
INSERT INTO plain_texts SELECT true WHERE EXISTS (SELECT 1 FROM tenant);
