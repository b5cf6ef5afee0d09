-- The keys of the demonstration, readable: nodes that share a database write the same ones to their demo.env. Those of
-- all other tenants are kept as hashes alone.
CREATE TABLE demo_keys (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    client_key text    NOT NULL,
    admin_key  text    NOT NULL
);
