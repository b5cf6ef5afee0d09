-- For the counts of a period. Rows come in the order of their time and keep it, so that a summary of each stretch of
-- pages is enough, and costs the kickoff next to nothing. Events have their index.

CREATE INDEX round_created ON round USING brin (created_at) WITH (pages_per_range = 16);
CREATE INDEX pipeline_run_accepted ON pipeline_run USING brin (accepted_at) WITH (pages_per_range = 16);
