-- How the signages of several nodes hear of each passage, how long they remember it, and in which language.

-- How long a signage of the tenant remembers a shopper who never left; null leaves it to the installation.
ALTER TABLE tenant ADD COLUMN signage_timeout_seconds integer CHECK (signage_timeout_seconds > 0);

-- The shopper's language; null where the round did not say.
ALTER TABLE signage_outbox ADD COLUMN language text;

-- What embedded signages have been told of late: every node reads it, also one that has just started. A row is copied
-- from the outbox, whose lock makes sure that the erasure of a profile finds it, and goes when nobody would show it any
-- more. The transaction that wrote it is how readers find what is new to them: numbers would become visible out of order.
CREATE TABLE signage_passage (
    id          uuid        PRIMARY KEY,
    tenant_id   uuid        NOT NULL,
    profile_id  uuid        NOT NULL,
    chat_id     uuid        NOT NULL,
    round_id    uuid        NOT NULL,
    store_id    text        NOT NULL,
    passage     text        NOT NULL,
    signage_no  integer,
    items       text        NOT NULL,
    forgotten   text,
    language    text,
    occurred_at timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    written_by  xid8        NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX signage_passage_written ON signage_passage (written_by);
CREATE INDEX signage_passage_ends ON signage_passage (ends_at);
CREATE INDEX signage_passage_profile ON signage_passage (profile_id);
