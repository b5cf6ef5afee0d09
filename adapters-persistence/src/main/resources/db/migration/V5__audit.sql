-- Who did what when in the administration. Written last in its transaction, after all locks: nobody waits for it.

CREATE TABLE audit_entry (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id    uuid        NOT NULL REFERENCES tenant (id),
    actor_kind   text        NOT NULL,
    actor_id     text        NOT NULL,
    action       text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    details      text        NOT NULL,
    request_id   text        NOT NULL,
    created_at   timestamptz NOT NULL
);
CREATE INDEX audit_entry_tenant ON audit_entry (tenant_id, created_at, id);

-- Rows are added, never changed, whoever tries. They hold nothing about shoppers, so no erasure needs to touch them.
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Entries of the audit log are not changed or removed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();

-- The operator may also take credits by hand.
ALTER TABLE credit_entry
    DROP CONSTRAINT credit_entry_kind_check,
    DROP CONSTRAINT credit_entry_check,
    DROP CONSTRAINT credit_entry_check1,
    ADD CONSTRAINT credit_entry_kind CHECK (kind IN ('grant', 'withdrawal', 'charge', 'refund')),
    ADD CONSTRAINT credit_entry_amount CHECK (amount <> 0 AND (amount < 0) = (kind IN ('charge', 'withdrawal'))),
    ADD CONSTRAINT credit_entry_run CHECK (
        (kind IN ('grant', 'withdrawal')) = (round_id IS NULL) AND (round_id IS NULL) = (run_no IS NULL));
