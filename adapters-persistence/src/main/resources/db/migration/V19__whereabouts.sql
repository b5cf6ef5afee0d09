-- Which signages a shopper was near at the last position. A row changes when the shopper enters or leaves a circle, and at
-- most twice a minute while in one.
CREATE TABLE whereabouts (
    profile_id uuid        PRIMARY KEY REFERENCES profile (id),
    tenant_id  uuid        NOT NULL,
    store_id   text        NOT NULL,
    near       text        NOT NULL,
    noted_at   timestamptz NOT NULL
) WITH (fillfactor = 50);
