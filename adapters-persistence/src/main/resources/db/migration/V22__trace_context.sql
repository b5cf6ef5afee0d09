-- The second header of W3C Trace Context, beside traceparent (V10), and both for passages, so that a trace leads up to
-- the screens of every node. None of them is ever searched for.
ALTER TABLE pipeline_run ADD COLUMN tracestate text;
ALTER TABLE signage_outbox ADD COLUMN tracestate text;
ALTER TABLE signage_passage ADD COLUMN request_id text;
ALTER TABLE signage_passage ADD COLUMN traceparent text;
ALTER TABLE signage_passage ADD COLUMN tracestate text;
