-- What the client's request was known by, for the calls that are made for it later: see Correlation.
ALTER TABLE pipeline_run ADD COLUMN request_id text;
ALTER TABLE pipeline_run ADD COLUMN traceparent text;
ALTER TABLE signage_outbox ADD COLUMN request_id text;
ALTER TABLE signage_outbox ADD COLUMN traceparent text;
