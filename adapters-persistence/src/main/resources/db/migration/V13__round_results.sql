-- What the merged steps of a round gave, as values for triggers and barcodes; the ready-to-serve documents beside them
-- are for polls alone. Rounds from before get theirs out of their documents, and out of what was noted beside them.
ALTER TABLE round ADD COLUMN todo_result text;
ALTER TABLE round ADD COLUMN recommended_result text;
ALTER TABLE round ADD COLUMN notification_result text;

-- jsonb has no U+0000, which a model may have written.
CREATE FUNCTION pg_temp.parsed(document text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT replace(document, '\u0000', '\ufffd')::jsonb
$$;

CREATE FUNCTION pg_temp.comments(noted jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('byRecommendation', coalesce(
               jsonb_object_agg(n ->> 'rec_id', n -> 'analyst_comment') FILTER (WHERE n ->> 'analyst_comment' IS NOT NULL),
               '{}'))
      FROM jsonb_array_elements(coalesce(noted, '[]')) AS n
$$;

CREATE FUNCTION pg_temp.note(noted jsonb, rec_id text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT n FROM jsonb_array_elements(noted) AS n WHERE n ->> 'rec_id' = rec_id LIMIT 1
$$;

CREATE FUNCTION pg_temp.id(product jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT CASE WHEN jsonb_typeof(product) = 'number' THEN jsonb_build_object('value', product) END
$$;

CREATE FUNCTION pg_temp.product(p jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT CASE WHEN jsonb_typeof(p) = 'object' THEN jsonb_build_object(
               'id', pg_temp.id(p -> 'id'), 'name', p -> 'name', 'brand', p -> 'brand', 'barcode', p -> 'barcode',
               'price', p -> 'price', 'priceUnit', p -> 'price_unit', 'imageUrl', p -> 'src_url',
               'quantity', p -> 'quantity', 'sectionCode', p -> 'section_code', 'sectionName', p -> 'section_name',
               'location', p -> 'location') END
$$;

CREATE FUNCTION pg_temp.todos(items jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'quantity', i -> 'quantity', 'product', pg_temp.product(i -> 'product')) ORDER BY place), '[]')
      FROM jsonb_array_elements(items) WITH ORDINALITY AS e (i, place)
$$;

CREATE FUNCTION pg_temp.recommended(items jsonb, noted jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object(
               'items', coalesce(jsonb_agg(jsonb_build_object(
                   'product', pg_temp.product(i -> 'product'),
                   'item', jsonb_build_object(
                       'id', note -> 'id', 'recommendationId', i -> 'rec_id',
                       'productId', pg_temp.id(i -> 'product' -> 'id'),
                       'itemName', note -> 'item_name', 'itemNameEn', note -> 'item_name_en',
                       'reason', upper(replace(i ->> 'reason', '-', '_')), 'reasonDetail', i -> 'reason_detail',
                       'reasonDetailMarketing', i -> 'reason_detail_marketing',
                       'analystComment', note -> 'analyst_comment')) ORDER BY place), '[]'),
               'analystComments', pg_temp.comments(noted))
      FROM jsonb_array_elements(items) WITH ORDINALITY AS e (i, place)
     CROSS JOIN LATERAL pg_temp.note(noted, i ->> 'rec_id') AS note
$$;

CREATE FUNCTION pg_temp.ranked(items jsonb, type text, noted jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'rank', i -> 'rank', 'product', pg_temp.product(i -> 'product'),
               'recommendation', jsonb_build_object(
                   'recommendationId', i -> 'rec_id', 'productId', pg_temp.id(i -> 'item_id'),
                   'itemName', i -> 'item_name', 'itemNameEn', i -> 'item_name_en', 'brand', i -> 'brand',
                   'zoneId', i -> 'zone_id', 'zoneName', i -> 'zone_name', 'type', type,
                   'discountPct', i -> 'discount_pct', 'appliedScore', i -> 'applied_score',
                   'priorityScore', i -> 'priority_score', 'reasonType', i -> 'reason_type',
                   'reasonDetail', i -> 'reason_detail', 'reasonDetailMarketing', i -> 'reason_detail_marketing',
                   'method', i -> 'method', 'analystComment', note -> 'analyst_comment')) ORDER BY place), '[]')
      FROM jsonb_array_elements(items) WITH ORDINALITY AS e (i, place)
     CROSS JOIN LATERAL pg_temp.note(noted, i ->> 'rec_id') AS note
$$;

CREATE FUNCTION pg_temp.notifications(shown jsonb, noted jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object(
               'signage', shown -> 'ad' -> 'signage',
               'ads', pg_temp.ranked(shown -> 'ad' -> 'items', 'ADS', noted),
               'coupons', pg_temp.ranked(shown -> 'coupon', 'COUPON', noted),
               'analystComments', pg_temp.comments(noted))
$$;

UPDATE round
   SET todo_result = CASE WHEN todos IS NOT NULL THEN jsonb_strip_nulls(
           pg_temp.todos(pg_temp.parsed(todos) -> 'items')) END,
       recommended_result = CASE WHEN recommended_items IS NOT NULL THEN jsonb_strip_nulls(
           pg_temp.recommended(pg_temp.parsed(recommended_items), pg_temp.parsed(upsell_index))) END,
       notification_result = CASE WHEN notifications IS NOT NULL THEN jsonb_strip_nulls(
           pg_temp.notifications(pg_temp.parsed(notifications), pg_temp.parsed(back_list_index))) END
 WHERE todos IS NOT NULL OR recommended_items IS NOT NULL OR notifications IS NOT NULL;

ALTER TABLE round DROP COLUMN upsell_index;
ALTER TABLE round DROP COLUMN back_list_index;
