-- The version of what clients see of a round. Every statement that changes any of it raises the version, so that polls
-- and waits can tell whether a round has changed without reading its documents.
ALTER TABLE round ADD COLUMN version bigint NOT NULL DEFAULT 1;
