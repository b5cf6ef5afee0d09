-- A claim goes from the first delivery of one profile to that of the next, and not through all that wait behind them:
-- after an hour without the store these are many.
CREATE INDEX signage_outbox_head ON signage_outbox (profile_id, number) WHERE parked_at IS NULL;
DROP INDEX signage_outbox_due;
