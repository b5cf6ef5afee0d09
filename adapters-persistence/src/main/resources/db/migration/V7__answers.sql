-- What clients are answered who send a request again with its Idempotency-Key: hashes and ids, nothing personal. A row
-- is written last in the transaction of what it tells of, which holds the profile, so that its erasure finds the row.
-- While that transaction runs, an advisory lock on the hash tells others that it does.

CREATE TABLE idempotent_answer (
    request_hash text        PRIMARY KEY,
    tenant_id    uuid        NOT NULL REFERENCES tenant (id),
    profile_id   uuid        NOT NULL,
    body_hash    text        NOT NULL,
    answer       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    kept_until   timestamptz NOT NULL
);
CREATE INDEX idempotent_answer_profile ON idempotent_answer (profile_id);
CREATE INDEX idempotent_answer_kept ON idempotent_answer (kept_until);
