-- The functions by which triggers log the end of a run, and by which reports count, with the same results. A function in SQL
-- that is not inlined is planned anew in each statement that calls it: eight times for a run that ended, three quarters of
-- its trigger's time. So these either can be inlined, for which they may be neither strict, nor less volatile than what they
-- call, or are in PL/pgSQL, which keeps its plans.

CREATE OR REPLACE FUNCTION readable(document text) RETURNS json STABLE LANGUAGE sql AS $$
    SELECT CASE WHEN document NOT LIKE '%\\u0000%' OR document !~ '(^|[^\\])(\\\\)*\\u0000' THEN document::json END
$$;

CREATE OR REPLACE FUNCTION withheld(guard_result text) RETURNS text[] STABLE LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT array_agg(because)
              FROM json_array_elements(readable(guard_result) -> 'withheld') AS item
             CROSS JOIN json_array_elements_text(item -> 'because') AS because
             WHERE item ->> 'list' <> 'INGREDIENTS');
END $$;

CREATE OR REPLACE FUNCTION millis(since timestamptz, until timestamptz) RETURNS integer IMMUTABLE LANGUAGE sql AS $$
    SELECT CASE WHEN since IS NOT NULL AND until IS NOT NULL
                THEN greatest(least(round(extract(epoch FROM until - since) * 1000), 2147483647), -2147483648)::integer END
$$;

CREATE OR REPLACE FUNCTION latency_bucket(millis integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS $$
DECLARE
    width CONSTANT integer := 1 << floor(ln(greatest(millis, 64)) / ln(2) - 5)::integer;
BEGIN
    RETURN CASE WHEN millis < 64 THEN millis ELSE millis - millis % width + width / 2 END;
END $$;
