-- What the merged steps of a round gave, as values for triggers and barcodes; the ready-to-serve documents beside them
-- are for polls alone. The form is the persistence adapter's own. It was chosen so that documents of rounds from before,
-- with what was noted beside them, can be taken over by joining texts: none of them is parsed here.
ALTER TABLE round ADD COLUMN todo_result text;
ALTER TABLE round ADD COLUMN recommended_result text;
ALTER TABLE round ADD COLUMN notification_result text;

UPDATE round
   SET todo_result = todos,
       recommended_result =
           '{"items":' || recommended_items || ',"noted":' || coalesce(upsell_index, 'null') || '}',
       notification_result =
           '{"shown":' || notifications || ',"noted":' || coalesce(back_list_index, 'null') || '}'
 WHERE todos IS NOT NULL OR recommended_items IS NOT NULL OR notifications IS NOT NULL;

ALTER TABLE round DROP COLUMN upsell_index;
ALTER TABLE round DROP COLUMN back_list_index;
