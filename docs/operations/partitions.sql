-- Divides the tables that grow into hash partitions by tenant: see docs/scaling.md. In one transaction, which needs as much
-- space again as the tables have. Stop all nodes and take a backup before; no node of a version before this schema may run
-- afterwards. 16 partitions, or as many as the setting ones1ght.partitions says:
--
--     PGOPTIONS='-c ones1ght.partitions=32' psql -v ON_ERROR_STOP=1 -f partitions.sql ones1ght
DO $$
DECLARE
    grown CONSTANT text[] := ARRAY[
        'profile', 'whereabouts', 'visit', 'visit_stamp', 'chat_session', 'chat', 'round', 'pipeline_run', 'credit_entry',
        'sdk_chat_event', 'signage_outbox', 'signage_passage', 'audit_entry', 'idempotent_answer', 'run_log', 'chat_state',
        'analytics_rollup', 'analytics_coupon', 'analytics_item'];
    partitions CONSTANT integer := coalesce(current_setting('ones1ght.partitions', true), '16')::integer;
    table_name text;
    column_names text;
    numbers text;
    options text;
    command text;
    afterwards text[];
    "references" text[];
    functions text[];
BEGIN
    -- Fails, rather than waits, if a node is still running.
    PERFORM set_config('lock_timeout', '10s', true);

    -- Without tenant_id, for nodes of the version before.
    DROP TRIGGER IF EXISTS whereabouts_in_turn ON whereabouts;
    DROP INDEX IF EXISTS signage_passage_id, whereabouts_of_profile, idempotent_answer_request, visit_active;
    CREATE UNIQUE INDEX visit_active ON visit (profile_id, tenant_id) WHERE ended_at IS NULL;

    SELECT array_agg(format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                            replace(pg_get_constraintdef(oid), ' NOT VALID', '')))
      INTO "references"
      FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY (grown::regclass[]);
    FOR command IN
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
          FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY (grown::regclass[])
    LOOP
        EXECUTE command;
    END LOOP;

    -- Functions of rows of the tables, too.
    SELECT array_agg(DISTINCT pg_get_functiondef(f.oid)) INTO functions
      FROM pg_proc f JOIN pg_type t ON t.oid = f.prorettype OR t.oid = ANY (f.proargtypes)
     WHERE t.typrelid = ANY (grown::regclass[]);
    FOR command IN
        SELECT DISTINCT format('DROP FUNCTION %s', f.oid::regprocedure)
          FROM pg_proc f JOIN pg_type t ON t.oid = f.prorettype OR t.oid = ANY (f.proargtypes)
         WHERE t.typrelid = ANY (grown::regclass[])
    LOOP
        EXECUTE command;
    END LOOP;

    FOREACH table_name IN ARRAY grown LOOP
        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum),
               min(quote_ident(attname)) FILTER (WHERE attidentity <> '')
          INTO column_names, numbers
          FROM pg_attribute WHERE attrelid = table_name::regclass AND attnum > 0 AND NOT attisdropped;
        SELECT coalesce('WITH (' || array_to_string(reloptions, ', ') || ')', '') INTO options
          FROM pg_class WHERE oid = table_name::regclass;
        SELECT array_agg(made) INTO afterwards
          FROM (SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', table_name, conname, pg_get_constraintdef(oid)) AS made
                  FROM pg_constraint WHERE conrelid = table_name::regclass AND contype = 'p'
                UNION ALL
                SELECT pg_get_indexdef(indexrelid)
                  FROM pg_index WHERE indrelid = table_name::regclass AND NOT indisprimary
                UNION ALL
                SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = table_name::regclass AND NOT tgisinternal) AS m;

        EXECUTE format('ALTER TABLE %I RENAME TO %I', table_name, table_name || '_whole');
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)'
                       ' PARTITION BY HASH (tenant_id)', table_name, table_name || '_whole');
        FOR remainder IN 0 .. partitions - 1 LOOP
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS %s, REMAINDER %s) %s',
                           table_name || '_p' || remainder, table_name, partitions, remainder, options);
        END LOOP;
        EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM %3$I', table_name, column_names, table_name || '_whole');
        EXECUTE format('DROP TABLE %I', table_name || '_whole');
        IF numbers IS NOT NULL THEN
            -- Partitioned tables have identity columns from PostgreSQL 17 on.
            EXECUTE format('CREATE SEQUENCE %1$I OWNED BY %2$I.%3$s', table_name || '_numbers', table_name, numbers);
            EXECUTE format('ALTER TABLE %1$I ALTER %2$s SET DEFAULT nextval(%3$L)',
                           table_name, numbers, table_name || '_numbers');
            EXECUTE format('SELECT setval(%3$L, coalesce(max(%2$s), 0) + 1, false) FROM %1$I',
                           table_name, numbers, table_name || '_numbers');
        END IF;
        FOREACH command IN ARRAY afterwards LOOP
            EXECUTE command;
        END LOOP;
    END LOOP;

    FOREACH command IN ARRAY functions || "references" LOOP
        EXECUTE command;
    END LOOP;
    FOREACH table_name IN ARRAY grown LOOP
        EXECUTE format('ANALYZE %I', table_name);
    END LOOP;
END $$;
