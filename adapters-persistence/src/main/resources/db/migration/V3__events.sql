-- Events, and what the signages have yet to be told.
--
-- Locks are taken in the order profile, visit, chat_session, chat, pipeline_run, round, tenant_credit, event_number.

-- Numbers what a tenant's triggers write. Whoever takes a number holds the row until its commit, so numbers become
-- visible in their order, and a reader that has seen one has seen all before it. Taken last, and so held briefly.
CREATE TABLE event_number (
    tenant_id uuid   PRIMARY KEY REFERENCES tenant (id),
    last_no   bigint NOT NULL CHECK (last_no >= 0)
) WITH (fillfactor = 10);

-- The log: rows are added, never changed, but for the erasure of a profile, which replaces the payload by the product's
-- facts and takes the rest away. They outlive the profiles, chats and rounds that they name. Nobody looks for one by
-- its id, which therefore has no index.
CREATE TABLE sdk_chat_event (
    tenant_id       uuid        NOT NULL REFERENCES event_number (tenant_id),
    event_no        bigint      NOT NULL CHECK (event_no >= 1),
    id              uuid        NOT NULL,
    profile_id      uuid        NOT NULL,
    chat_id         uuid        NOT NULL,
    round_id        uuid        NOT NULL,
    rec_id          text        NOT NULL,
    type            text        NOT NULL,
    payload         text        NOT NULL,
    forgotten       text,
    product_facts   text        NOT NULL,
    analyst_comment text,
    occurred_at     timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, event_no)
);
CREATE INDEX sdk_chat_event_profile ON sdk_chat_event (profile_id, created_at, event_no);
CREATE INDEX sdk_chat_event_created ON sdk_chat_event (tenant_id, created_at, event_no);

-- Deliveries to signages; a row goes when its delivery has arrived. The number is the one of event_number, so that a
-- profile's deliveries become visible in their order, too.
CREATE TABLE signage_outbox (
    id          uuid        PRIMARY KEY,
    tenant_id   uuid        NOT NULL REFERENCES event_number (tenant_id),
    number      bigint      NOT NULL,
    profile_id  uuid        NOT NULL,
    chat_id     uuid        NOT NULL,
    round_id    uuid        NOT NULL,
    store_id    text        NOT NULL,
    passage     text        NOT NULL,
    signage_no  integer,
    items       text        NOT NULL,
    forgotten   text,
    occurred_at timestamptz NOT NULL,
    accepted_at timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,
    lease_until timestamptz,
    lease_token bigint      NOT NULL DEFAULT 0,
    parked_at   timestamptz,
    last_error  text
);

-- The first delivery of a profile is the only one that is given out.
CREATE INDEX signage_outbox_profile ON signage_outbox (profile_id, number);
CREATE INDEX signage_outbox_due ON signage_outbox (due_at, number) WHERE parked_at IS NULL;

-- For the operator.
CREATE INDEX signage_outbox_parked ON signage_outbox (tenant_id, parked_at) WHERE parked_at IS NOT NULL;

-- Rows come and go: dead ones must not pile up.
ALTER TABLE signage_outbox SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

-- What is noted of the offers at the merge, so that triggers need not read the raw snapshot.
ALTER TABLE round ADD COLUMN upsell_index text;
ALTER TABLE round ADD COLUMN back_list_index text;
