-- Visits ("shopping sessions" on the wire), their stamps, and the chat sessions within them.
--
-- Locks are taken in the order profile, visit, chat_session, chat, pipeline_run, round, tenant_credit.

-- What a tenant's shoppers go through during a visit: a JSON array of labels, or null where the labels are free.
ALTER TABLE tenant ADD COLUMN session_flow text;

-- Has the latest stamp at hand: whoever waits for the row's lock then reads it as it is, while a join would answer
-- with the stamp from before the wait. Stamps change no column that an index has, and are HOT.
CREATE TABLE visit (
    id         uuid        PRIMARY KEY,
    tenant_id  uuid        NOT NULL,
    profile_id uuid        NOT NULL REFERENCES profile (id),
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    stamps     integer     NOT NULL CHECK (stamps >= 1),
    last_stage text        NOT NULL,
    last_meta  text,
    stamped_at timestamptz NOT NULL
) WITH (fillfactor = 70);

-- A profile has one visit under way at the most.
CREATE UNIQUE INDEX visit_active ON visit (profile_id) WHERE ended_at IS NULL;
CREATE INDEX visit_profile ON visit (profile_id, ended_at);

-- Rows are added, never changed. Their number gives their order: two may have come in the same microsecond.
CREATE TABLE visit_stamp (
    visit_id   uuid        NOT NULL REFERENCES visit (id),
    stamp_no   integer     NOT NULL CHECK (stamp_no >= 1),
    tenant_id  uuid        NOT NULL,
    stage      text        NOT NULL,
    meta       text,
    stamped_at timestamptz NOT NULL,
    PRIMARY KEY (visit_id, stamp_no)
);

-- The chat begins with the first recommendation and may never come to be, so nothing refers to it.
CREATE TABLE chat_session (
    chat_id    uuid        PRIMARY KEY,
    tenant_id  uuid        NOT NULL,
    visit_id   uuid        NOT NULL REFERENCES visit (id),
    opened_at  timestamptz NOT NULL,
    active_at  timestamptz NOT NULL,
    idle_at    timestamptz NOT NULL,
    ended_at   timestamptz,
    end_reason text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) WITH (fillfactor = 70);

-- A visit has one chat session under way at the most.
CREATE UNIQUE INDEX chat_session_open ON chat_session (visit_id) WHERE ended_at IS NULL;
CREATE INDEX chat_session_visit ON chat_session (visit_id);

-- For whoever ends the idle ones.
CREATE INDEX chat_session_idle ON chat_session (idle_at) WHERE ended_at IS NULL;

-- What clients of chat sessions are shown; null in the rounds of all other chats.
ALTER TABLE round ADD COLUMN session_shopping_list text;
ALTER TABLE round ADD COLUMN session_back_list text;
