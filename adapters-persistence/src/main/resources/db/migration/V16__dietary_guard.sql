-- What a round's shopper must not get, and what has been withheld for it: ready to serve, and as values for triggers, the
-- next steps of the run and reports. Both are null where nothing is restricted.
ALTER TABLE round ADD COLUMN guard text;
ALTER TABLE round ADD COLUMN guard_result text;
