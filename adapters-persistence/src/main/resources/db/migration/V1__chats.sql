-- Tenants, keys, credits, profiles, chats and the queue of runs.
--
-- Documents are text: they come back byte for byte, and nobody queries inside of them.
-- Rows refer to their nearest parent alone. A foreign key locks the row it points to (FOR KEY SHARE): were every
-- round to point to its tenant or profile as well, all kickoffs of a tenant would queue up on one row, and the order
-- in which locks are taken (profile, chat, pipeline_run, round, tenant_credit) could not be kept.

CREATE TABLE tenant (
    id               uuid        PRIMARY KEY,
    code             text        NOT NULL UNIQUE,
    name             text        NOT NULL,
    default_locale   text        NOT NULL,
    open_api_enabled boolean     NOT NULL,
    created_at       timestamptz NOT NULL
);

-- One row per tenant, changed by every kickoff: narrow, with room for HOT updates, and without any other index.
CREATE TABLE tenant_credit (
    tenant_id uuid   PRIMARY KEY REFERENCES tenant (id),
    balance   bigint NOT NULL CHECK (balance >= 0)
) WITH (fillfactor = 10);

-- The ledger: rows are added, never changed; they outlive the profiles whose runs they name.
CREATE TABLE credit_entry (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id     uuid        NOT NULL REFERENCES tenant_credit (tenant_id),
    kind          text        NOT NULL CHECK (kind IN ('grant', 'charge', 'refund')),
    amount        bigint      NOT NULL CHECK (amount <> 0 AND (amount < 0) = (kind = 'charge')),
    balance_after bigint      NOT NULL CHECK (balance_after >= 0),
    reason        text        NOT NULL,
    round_id      uuid,
    run_no        integer,
    created_at    timestamptz NOT NULL,
    CHECK ((kind = 'grant') = (round_id IS NULL) AND (round_id IS NULL) = (run_no IS NULL))
);

-- A run is charged once and refunded once.
CREATE UNIQUE INDEX credit_entry_run ON credit_entry (round_id, run_no, kind) WHERE round_id IS NOT NULL;
CREATE INDEX credit_entry_tenant ON credit_entry (tenant_id, id);

CREATE TABLE api_key (
    id           uuid        PRIMARY KEY,
    tenant_id    uuid        NOT NULL REFERENCES tenant (id),
    line_id      uuid        NOT NULL,
    name         text        NOT NULL,
    type         text        NOT NULL,
    key_hash     text        NOT NULL UNIQUE,
    key_prefix   text        NOT NULL,
    scopes       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
CREATE INDEX api_key_tenant ON api_key (tenant_id, created_at, id);

-- What the gateway reads in the document stands beside it, so that kickoffs and polls need not parse it.
CREATE TABLE profile (
    id          uuid        PRIMARY KEY,
    tenant_id   uuid        NOT NULL REFERENCES tenant (id),
    key_line_id uuid        NOT NULL,
    document    text        NOT NULL,
    name        text,
    gender      text,
    age         bigint,
    locale      text,
    persona     text,
    store_id    text,
    additional  text,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL
);
CREATE INDEX profile_owner ON profile (tenant_id, key_line_id);

CREATE TABLE chat (
    id         uuid        PRIMARY KEY,
    tenant_id  uuid        NOT NULL,
    profile_id uuid        NOT NULL REFERENCES profile (id),
    created_at timestamptz NOT NULL
);
CREATE INDEX chat_profile ON chat (profile_id, created_at, id);

-- No index has a column that an update changes, and pages have room: updates are HOT.
CREATE TABLE round (
    id                uuid        PRIMARY KEY,
    tenant_id         uuid        NOT NULL,
    profile_id        uuid        NOT NULL,
    chat_id           uuid        NOT NULL REFERENCES chat (id),
    round_no          integer     NOT NULL CHECK (round_no >= 1),
    run_no            integer     NOT NULL CHECK (run_no >= 0),
    prompt            text        NOT NULL,
    language          text        NOT NULL,
    state             text        NOT NULL,
    done_steps        integer     NOT NULL CHECK (done_steps BETWEEN 0 AND 4),
    stopped           boolean     NOT NULL,
    back_list_status  text,
    last_error        text,
    todos             text,
    recommended_items text,
    notifications     text,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    CHECK ((state = 'ERROR') = (last_error IS NOT NULL))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX round_chat ON round (chat_id, round_no) INCLUDE (id);

-- One passage of a round through the pipeline. Settled runs stay: their meals are the conversation's history.
CREATE TABLE pipeline_run (
    round_id    uuid        NOT NULL REFERENCES round (id),
    run_no      integer     NOT NULL CHECK (run_no >= 0),
    tenant_id   uuid        NOT NULL,
    chat_id     uuid        NOT NULL,
    round_no    integer     NOT NULL,
    prompt      text        NOT NULL,
    user_query  text        NOT NULL,
    meal        text,
    snapshot    text,
    accepted_at timestamptz NOT NULL,
    step1_at    timestamptz,
    step2_at    timestamptz,
    step3_at    timestamptz,
    step4_at    timestamptz,
    settled_at  timestamptz,
    deadline    timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    lease_until timestamptz,
    lease_token bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (round_id, run_no)
) WITH (fillfactor = 60);

-- As small as the queue. Claims and renewals touch the lease alone, which no index has, and are HOT.
CREATE INDEX pipeline_run_due ON pipeline_run (due_at, round_id) WHERE settled_at IS NULL;
CREATE INDEX pipeline_run_chat ON pipeline_run (chat_id);

-- Runs are updated some ten times in a minute and then never again: dead rows must not pile up in the queue.
ALTER TABLE pipeline_run SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE round SET (autovacuum_vacuum_scale_factor = 0.05);
