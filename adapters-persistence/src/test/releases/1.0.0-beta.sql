-- commit 10d9d3f7c4bfb16a3dbf7d07caf8e0f8c73e1585
-- released 2026-11-28T22:13:07+00:00
-- migration 1 720472808
-- migration 2 489775521
-- migration 3 1064331490
-- migration 4 1574527215
-- migration 5 -2070545744
-- migration 6 -408081222
-- migration 7 677245243
-- migration 8 89641233
-- migration 9 -168226444
-- migration 10 -2117115438
-- migration 11 173872983
-- migration 12 2129805914
-- migration 13 516573889
-- migration 14 1494140593
-- migration 15 595833335
-- migration 16 1430611489
-- migration 17 -1557517628
-- migration 18 1630309741
-- migration 19 175350753
-- migration 20 9146502
-- migration 21 735280034
-- migration 22 1339882966
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid, 'bd8183f0c5e54e4abf8f91c2bad69764', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('1acc8b55-714a-40ed-abfd-576bcf28f52e'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '59774e77-9555-4969-9434-09b73237e276'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('23d7214f-be15-4376-bfee-e7ddb5fc946f'::uuid, 'bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid, '1acc8b55-714a-40ed-abfd-576bcf28f52e'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('5f3ff7da-ef1e-487d-af29-3d67fd830302'::uuid, 'bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid, '23d7214f-be15-4376-bfee-e7ddb5fc946f'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('887781b1-4aae-4178-8c2a-a807d98bf000'::uuid, '887781b14aae41788c2aa807d98bf000', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('89b265e1-3729-4e28-a0a4-b03821f14c3c'::uuid, '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid, '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('8728e480-c900-470c-98af-eeb0012b6fcb'::uuid, '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid, '89b265e1-3729-4e28-a0a4-b03821f14c3c'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND v.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND p.key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
WITH stamped AS (
    UPDATE visit
       SET stamps = '2'::int4, last_stage = 'CHAT', last_meta = NULL,
           stamped_at = '2026-04-29T05:28:08.123456Z'::timestamptz
     WHERE id = '89b265e1-3729-4e28-a0a4-b03821f14c3c'::uuid AND tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND ended_at IS NULL
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = '89b265e1-3729-4e28-a0a4-b03821f14c3c'::uuid AND s.ended_at IS NULL AND p.id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND p.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid
   AND p.key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid
   FOR NO KEY UPDATE OF s
-- statement
UPDATE chat_session
   SET active_at = '2026-04-29T05:28:08.123456Z'::timestamptz, idle_at = '2026-04-29T06:28:08.123456Z'::timestamptz, ended_at = NULL,
       end_reason = NULL
 WHERE chat_id = '8728e480-c900-470c-98af-eeb0012b6fcb'::uuid AND tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND v.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND p.key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = '89b265e1-3729-4e28-a0a4-b03821f14c3c'::uuid AND s.ended_at IS NULL AND p.id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND p.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid
   AND p.key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid
   FOR NO KEY UPDATE OF s
-- statement
SELECT c.created_at
  FROM chat c JOIN profile p ON p.id = c.profile_id
 WHERE c.id = '8728e480-c900-470c-98af-eeb0012b6fcb'::uuid AND c.profile_id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND c.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid
   AND p.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND p.key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid
   FOR NO KEY UPDATE OF c
-- statement
UPDATE chat_session
   SET active_at = '2026-04-29T05:28:08.123456Z'::timestamptz, idle_at = '2026-04-29T06:28:08.123456Z'::timestamptz, ended_at = NULL,
       end_reason = NULL
 WHERE chat_id = '8728e480-c900-470c-98af-eeb0012b6fcb'::uuid AND tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid
-- statement
WITH account AS (SELECT '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '8728e480-c900-470c-98af-eeb0012b6fcb'::uuid, tenant_id, '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '75e3fe77-e078-4b6b-92fc-eca897b7a95b'::uuid, tenant_id, '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid, '8728e480-c900-470c-98af-eeb0012b6fcb'::uuid, '1'::int4, '0'::int4, 'p',
       'JA', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, NULL, NULL
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'プロフィール: 名前 佐藤花子、性別 F、年齢 32、言語 ja
ペルソナ: 共働きの二児の親
補足: {"extra":"辛いもの好き","x":1.0}

p', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, NULL, NULL,
       NULL
  FROM started
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '-1'::int8
     WHERE tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND balance >= '1'::int8
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT tenant_id, 'charge', '-1'::int8, balance, 'run', '75e3fe77-e078-4b6b-92fc-eca897b7a95b'::uuid, '0'::int4, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM account
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '1acc8b55-714a-40ed-abfd-576bcf28f52e'::uuid AND tenant_id = 'bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid AND key_line_id = '59774e77-9555-4969-9434-09b73237e276'::uuid FOR KEY SHARE
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = '23d7214f-be15-4376-bfee-e7ddb5fc946f'::uuid AND s.ended_at IS NULL AND p.id = '1acc8b55-714a-40ed-abfd-576bcf28f52e'::uuid AND p.tenant_id = 'bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid
   AND p.key_line_id = '59774e77-9555-4969-9434-09b73237e276'::uuid
   FOR NO KEY UPDATE OF s
-- statement
UPDATE chat_session
   SET active_at = '2026-04-29T05:28:08.123456Z'::timestamptz, idle_at = '2026-04-29T06:28:08.123456Z'::timestamptz, ended_at = '2026-04-29T05:28:08.123456Z'::timestamptz,
       end_reason = 'EXPLICIT'
 WHERE chat_id = '5f3ff7da-ef1e-487d-af29-3d67fd830302'::uuid AND tenant_id = 'bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid
-- statement
SELECT c.created_at
  FROM chat c JOIN profile p ON p.id = c.profile_id
 WHERE c.id = '5f3ff7da-ef1e-487d-af29-3d67fd830302'::uuid AND c.profile_id = '1acc8b55-714a-40ed-abfd-576bcf28f52e'::uuid AND c.tenant_id = 'bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid
   AND p.tenant_id = 'bd8183f0-c5e5-4e4a-bf8f-91c2bad69764'::uuid AND p.key_line_id = '59774e77-9555-4969-9434-09b73237e276'::uuid
   FOR NO KEY UPDATE OF c
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid FOR KEY SHARE
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = '89b265e1-3729-4e28-a0a4-b03821f14c3c'::uuid AND s.ended_at IS NULL AND p.id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND p.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid
   AND p.key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid
   FOR NO KEY UPDATE OF s
-- statement
UPDATE chat_session
   SET active_at = '2026-04-29T05:28:08.123456Z'::timestamptz, idle_at = '2026-04-29T06:28:08.123456Z'::timestamptz, ended_at = '2026-04-29T05:28:08.123456Z'::timestamptz,
       end_reason = 'EXPLICIT'
 WHERE chat_id = '8728e480-c900-470c-98af-eeb0012b6fcb'::uuid AND tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid
-- statement
SELECT c.created_at
  FROM chat c JOIN profile p ON p.id = c.profile_id
 WHERE c.id = '8728e480-c900-470c-98af-eeb0012b6fcb'::uuid AND c.profile_id = '57c8eeb6-24f6-4d56-a290-8d220131cfba'::uuid AND c.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid
   AND p.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND p.key_line_id = 'b1fd7278-6316-4585-b48f-fe7b5b5abe73'::uuid
   FOR NO KEY UPDATE OF c
-- statement
SELECT r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version FROM round r WHERE r.chat_id = '8728e480-c900-470c-98af-eeb0012b6fcb'::uuid AND r.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid ORDER BY r.round_no DESC LIMIT 1
-- statement
SELECT round_id FROM pipeline_run
 WHERE chat_id = '8728e480-c900-470c-98af-eeb0012b6fcb'::uuid AND tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND settled_at IS NULL
 ORDER BY round_id, run_no FOR NO KEY UPDATE
-- statement
SELECT r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version FROM round r WHERE r.id = ANY ('{"75e3fe77-e078-4b6b-92fc-eca897b7a95b"}'::uuid[]) AND r.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid ORDER BY r.round_no
-- statement
WITH run AS (
    UPDATE pipeline_run SET settled_at = '2026-04-29T05:28:08.123456Z'::timestamptz, lease_until = NULL, lease_token = lease_token + 1
     WHERE round_id = '75e3fe77-e078-4b6b-92fc-eca897b7a95b'::uuid AND run_no = '0'::int4 AND tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid
       AND settled_at IS NULL
    RETURNING round_id, run_no)
UPDATE round r
   SET state = 'ERROR', done_steps = '0'::int4, stopped = 'true'::bool,
       back_list_status = NULL, last_error = 'cancelled',
       updated_at = '2026-04-29T05:28:08.123456Z'::timestamptz, version = r.version + 1
  FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
-- statement
SELECT balance FROM tenant_credit WHERE tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid FOR NO KEY UPDATE
-- statement
WITH charged AS (
    SELECT c.tenant_id, c.round_id, c.run_no, -c.amount AS amount
      FROM credit_entry c
     WHERE c.tenant_id = '887781b1-4aae-4178-8c2a-a807d98bf000'::uuid AND c.round_id = '75e3fe77-e078-4b6b-92fc-eca897b7a95b'::uuid AND c.run_no = '0'::int4 AND c.kind = 'charge'
       AND NOT EXISTS (SELECT 1 FROM credit_entry r
                        WHERE r.round_id = c.round_id AND r.run_no = c.run_no AND r.kind = 'refund')),
account AS (
    UPDATE tenant_credit t SET balance = t.balance + c.amount
      FROM charged c WHERE t.tenant_id = c.tenant_id
    RETURNING t.balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT c.tenant_id, 'refund', c.amount, a.balance, 'run', c.round_id, c.run_no, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM charged c CROSS JOIN account a
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid, 'b7e143e56a1a4aa6a50cfcc19871abed', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('332f4e75-6aaf-49ab-85b7-fa9eebbd0b61'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '144f3afd-3b00-4c77-b163-1368a7f6381d'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('6b711939-b3c8-443c-8947-2a0faa779796'::uuid, 'b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid, '332f4e75-6aaf-49ab-85b7-fa9eebbd0b61'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('2542d4ba-07c7-4a6c-b35f-fd57657940b8'::uuid, 'b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid, '6b711939-b3c8-443c-8947-2a0faa779796'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT 'b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '2542d4ba-07c7-4a6c-b35f-fd57657940b8'::uuid, tenant_id, '332f4e75-6aaf-49ab-85b7-fa9eebbd0b61'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '1342e767-e8ef-49fe-b49a-325a64caaec3'::uuid, tenant_id, '332f4e75-6aaf-49ab-85b7-fa9eebbd0b61'::uuid, '2542d4ba-07c7-4a6c-b35f-fd57657940b8'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
SELECT v.id, v.started_at, v.ended_at, s.stage, s.meta, s.stamped_at
  FROM profile p
  JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
  JOIN visit_stamp s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
 WHERE p.id = '332f4e75-6aaf-49ab-85b7-fa9eebbd0b61'::uuid AND p.tenant_id = 'b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid AND p.key_line_id = '144f3afd-3b00-4c77-b163-1368a7f6381d'::uuid
 AND v.ended_at IS NULL ORDER BY s.stamp_no
-- statement
SELECT v.id, v.started_at, v.ended_at, s.stage, s.meta, s.stamped_at
  FROM profile p
  JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
  JOIN visit_stamp s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
 WHERE p.id = '332f4e75-6aaf-49ab-85b7-fa9eebbd0b61'::uuid AND p.tenant_id = 'b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid AND p.key_line_id = '144f3afd-3b00-4c77-b163-1368a7f6381d'::uuid
 AND v.id = '6b711939-b3c8-443c-8947-2a0faa779796'::uuid ORDER BY s.stamp_no
-- statement
SELECT v.id, v.ended_at, v.last_stage, s.is_under_way,
       greatest(v.stamped_at, v.ended_at, s.active_at) AS last_active_at
  FROM profile p
  LEFT JOIN LATERAL (
       SELECT id, tenant_id, ended_at, last_stage, stamped_at
         FROM visit WHERE profile_id = p.id AND tenant_id = p.tenant_id
        ORDER BY ended_at DESC NULLS FIRST LIMIT 1) v ON true
  LEFT JOIN LATERAL (
       SELECT max(active_at) AS active_at, bool_or(ended_at IS NULL AND idle_at > '2026-04-29T05:28:08.123456Z'::timestamptz) AS is_under_way
         FROM chat_session WHERE visit_id = v.id AND tenant_id = v.tenant_id) s ON true
 WHERE p.id = '332f4e75-6aaf-49ab-85b7-fa9eebbd0b61'::uuid AND p.tenant_id = 'b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid AND p.key_line_id = '144f3afd-3b00-4c77-b163-1368a7f6381d'::uuid
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason,
       r.id AS round_id, r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at,
       r.session_shopping_list, r.session_back_list
  FROM profile p
  JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
  JOIN chat_session s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
  LEFT JOIN LATERAL (
       SELECT id, state, done_steps, stopped, back_list_status, last_error, updated_at,
              session_shopping_list, session_back_list
         FROM round WHERE chat_id = s.chat_id AND tenant_id = s.tenant_id
        ORDER BY round_no DESC LIMIT 1) r ON true
 WHERE p.id = '332f4e75-6aaf-49ab-85b7-fa9eebbd0b61'::uuid AND p.tenant_id = 'b7e143e5-6a1a-4aa6-a50c-fcc19871abed'::uuid AND p.key_line_id = '144f3afd-3b00-4c77-b163-1368a7f6381d'::uuid AND v.id = '6b711939-b3c8-443c-8947-2a0faa779796'::uuid
   AND s.ended_at IS NULL AND s.idle_at > '2026-04-29T05:28:08.123456Z'::timestamptz
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid, '6c609cd15ee74d28aa60442b820e7fb3', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('eb208056-15cd-4dff-9c82-87f4677c01f4'::uuid, '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid, 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid, '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid, 'eb208056-15cd-4dff-9c82-87f4677c01f4'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND v.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND p.key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
WITH stamped AS (
    UPDATE visit
       SET stamps = '2'::int4, last_stage = 'CHAT', last_meta = NULL,
           stamped_at = '2026-04-29T05:28:08.123456Z'::timestamptz
     WHERE id = 'eb208056-15cd-4dff-9c82-87f4677c01f4'::uuid AND tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND ended_at IS NULL
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = 'eb208056-15cd-4dff-9c82-87f4677c01f4'::uuid AND s.ended_at IS NULL AND p.id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND p.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid
   AND p.key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid
   FOR NO KEY UPDATE OF s
-- statement
UPDATE chat_session
   SET active_at = '2026-04-29T05:28:08.123456Z'::timestamptz, idle_at = '2026-04-29T06:28:08.123456Z'::timestamptz, ended_at = NULL,
       end_reason = NULL
 WHERE chat_id = '88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid AND tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND v.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND p.key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = 'eb208056-15cd-4dff-9c82-87f4677c01f4'::uuid AND s.ended_at IS NULL AND p.id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND p.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid
   AND p.key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid
   FOR NO KEY UPDATE OF s
-- statement
SELECT c.created_at
  FROM chat c JOIN profile p ON p.id = c.profile_id
 WHERE c.id = '88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid AND c.profile_id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND c.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid
   AND p.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND p.key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid
   FOR NO KEY UPDATE OF c
-- statement
UPDATE chat_session
   SET active_at = '2026-04-29T05:28:08.123456Z'::timestamptz, idle_at = '2026-04-29T06:28:08.123456Z'::timestamptz, ended_at = NULL,
       end_reason = NULL
 WHERE chat_id = '88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid AND tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid
-- statement
WITH account AS (SELECT '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid, tenant_id, 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT 'd95898bf-bba2-46cc-b227-027b507b6e85'::uuid, tenant_id, 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid, '88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid, '1'::int4, '0'::int4, 'p',
       'JA', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, NULL, NULL
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'プロフィール: 名前 佐藤花子、性別 F、年齢 32、言語 ja
ペルソナ: 共働きの二児の親
補足: {"extra":"辛いもの好き","x":1.0}

p', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, NULL, NULL,
       NULL
  FROM started
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '-1'::int8
     WHERE tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND balance >= '1'::int8
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT tenant_id, 'charge', '-1'::int8, balance, 'run', 'd95898bf-bba2-46cc-b227-027b507b6e85'::uuid, '0'::int4, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM account
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '1'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
       pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
       t.code, p.document, p.store_id, r.guard_result,
       EXISTS (SELECT 1 FROM chat_session s
                WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
       r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version
  FROM pipeline_run pr
  JOIN unnest('{"d95898bf-bba2-46cc-b227-027b507b6e85"}'::uuid[], '{"0"}'::int4[]) AS c (round_id, run_no)
    ON pr.round_id = c.round_id AND pr.run_no = c.run_no
  JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
  JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
  JOIN tenant t ON t.id = pr.tenant_id
 ORDER BY pr.due_at, pr.round_id
-- statement
SELECT chat_id, round_no, run_no, prompt, meal FROM pipeline_run
 WHERE chat_id = ANY ('{"88196119-e7b7-4249-ac19-8c41f4b8b743"}'::uuid[]) AND tenant_id = ANY ('{"6c609cd1-5ee7-4d28-aa60-442b820e7fb3"}'::uuid[]) AND meal IS NOT NULL
-- statement
WITH run AS (
    UPDATE pipeline_run
       SET snapshot = '{"upstreamSession":"session \"7\" \u260E","meal":{"value":{"recipeTitle":"\uB450\uBD80\uCC0C\uAC1C","introMessage":"intro \u0000 \"quoted\" \\ \uD83C\uDF5C","recipeDescription":"a lone surrogate: \uD83C","recommendationMessage":"line\nbreak\u2028","notes":"","ingredients":[{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"Produce","quantity":0.250,"quantityUnit":{"ko":"\uBAA8","en":"\uBAA8","ja":"\uBAA8"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"","quantity":1E+3,"quantityUnit":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}}]},"raw":"{ \"b\":1.0,\"a\" : 1e5,\"z\":-0,\n\t\"t\":\"\uB450\uBD80\\u0000 \\ud83c \uD83C\uDF5C \\/\" }"},"shoppingList":{"value":{"items":[{"productId":{"value":9223372036854775807},"itemName":"\uB450\uBD80","itemNameEn":"tofu","price":1200.00,"zoneName":"Z","quantity":2,"matched":true},{"quantity":1,"matched":false}],"total":2400.10},"raw":"{\"items\" : []}"}}', due_at = '2026-04-29T05:28:08.123456Z'::timestamptz,
           meal = coalesce('{ "b":1.0,"a" : 1e5,"z":-0,
	"t":"두부\u0000 \ud83c 🍜 \/" }', meal),
           step1_at = CASE WHEN '2'::int4 >= 1 THEN coalesce(step1_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step2_at = CASE WHEN '2'::int4 >= 2 THEN coalesce(step2_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step3_at = CASE WHEN '2'::int4 >= 3 THEN coalesce(step3_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step4_at = CASE WHEN '2'::int4 >= 4 THEN coalesce(step4_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           settled_at = CASE WHEN 'false'::bool THEN '2026-04-29T05:28:08.123456Z'::timestamptz END,
           lease_until = CASE WHEN 'false'::bool THEN NULL ELSE lease_until END
     WHERE round_id = 'd95898bf-bba2-46cc-b227-027b507b6e85'::uuid AND run_no = '0'::int4 AND lease_token = '1'::int8
       AND settled_at IS NULL AND lease_until IS NOT NULL
    RETURNING round_id, run_no)
UPDATE round r
   SET state = 'KICKED_OFF', done_steps = '2'::int4, stopped = 'false'::bool,
       back_list_status = 'IN_PROGRESS', last_error = NULL,
       updated_at = greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz),
       todos = coalesce(r.todos, '{ "recipe_title":"두부찌개 🍲","total":1.50 }'),
       recommended_items = coalesce(NULL, r.recommended_items),
       notifications = coalesce(NULL, r.notifications),
       todo_result = coalesce(r.todo_result, '[{"quantity":2,"product":{"id":{"value":9223372036854775807},"name":"두부 \"300g\" \u0000","brand":"brand","barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png","quantity":100,"sectionCode":"PR","sectionName":"section","location":{"x":28.0,"y":22.794,"radius":0.5},"dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}},"state":"OPEN"},{"quantity":1,"product":{"id":{"value":7},"name":"Bag","price":1,"priceUnit":"₩","dietary":{}},"state":"OPEN"}]'),
       recommended_result = coalesce(NULL, r.recommended_result),
       notification_result = coalesce(NULL, r.notification_result),
       guard = coalesce(NULL, r.guard),
       guard_result = coalesce(NULL, r.guard_result),
       session_shopping_list = coalesce(NULL, r.session_shopping_list),
       session_back_list = coalesce(NULL, r.session_back_list),
       version = r.version + CASE
           WHEN (r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at)
                IS DISTINCT FROM
                ('KICKED_OFF', '2'::int4, 'false'::bool, 'IN_PROGRESS',
                 NULL, greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz))
             OR num_nonnulls('{ "recipe_title":"두부찌개 🍲","total":1.50 }'::text, NULL::text, NULL::text,
                             NULL::text) > 0
           THEN 1 ELSE 0 END
  FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
RETURNING r.tenant_id
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND v.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND p.key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = 'eb208056-15cd-4dff-9c82-87f4677c01f4'::uuid AND s.ended_at IS NULL AND p.id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND p.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid
   AND p.key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid
   FOR NO KEY UPDATE OF s
-- statement
SELECT c.created_at
  FROM chat c JOIN profile p ON p.id = c.profile_id
 WHERE c.id = '88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid AND c.profile_id = 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid AND c.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid
   AND p.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND p.key_line_id = 'df1410f4-e3f3-4493-97de-39b01bb0b724'::uuid
   FOR NO KEY UPDATE OF c
-- statement
SELECT r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version FROM round r WHERE r.chat_id = '88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid AND r.tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid ORDER BY r.round_no DESC LIMIT 1
-- statement
UPDATE chat_session
   SET active_at = '2026-04-29T05:28:08.123456Z'::timestamptz, idle_at = '2026-04-29T06:28:08.123456Z'::timestamptz, ended_at = NULL,
       end_reason = NULL
 WHERE chat_id = '88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid AND tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid
-- statement
WITH account AS (SELECT '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid::uuid AS tenant_id),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '0fad5fbb-09e6-421a-bdb7-9294ee42139a'::uuid, tenant_id, 'fc1cfaaf-cca7-4605-831e-760e13f9f7f4'::uuid, '88196119-e7b7-4249-ac19-8c41f4b8b743'::uuid, '2'::int4, '0'::int4, 'p',
       'JA', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, NULL, NULL
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'プロフィール: 名前 佐藤花子、性別 F、年齢 32、言語 ja
ペルソナ: 共働きの二児の親
補足: {"extra":"辛いもの好き","x":1.0}

p', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, NULL, NULL,
       NULL
  FROM started
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '-1'::int8
     WHERE tenant_id = '6c609cd1-5ee7-4d28-aa60-442b820e7fb3'::uuid AND balance >= '1'::int8
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT tenant_id, 'charge', '-1'::int8, balance, 'run', '0fad5fbb-09e6-421a-bdb7-9294ee42139a'::uuid, '0'::int4, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM account
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('a616097a-3ace-4268-b95f-7290ee319f6d'::uuid, 'a616097a3ace4268b95f7290ee319f6d', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('c3a9b004-2fc0-48d5-8171-ea0eacf25254'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '5ac822e2-1b39-4bf9-8202-94912a022e44'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('9dded494-ce5c-4d1e-9b2b-f18c185ec7c4'::uuid, 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid, 'c3a9b004-2fc0-48d5-8171-ea0eacf25254'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = 'c3a9b004-2fc0-48d5-8171-ea0eacf25254'::uuid AND tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid AND key_line_id = '5ac822e2-1b39-4bf9-8202-94912a022e44'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = 'c3a9b004-2fc0-48d5-8171-ea0eacf25254'::uuid AND v.tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid AND p.key_line_id = '5ac822e2-1b39-4bf9-8202-94912a022e44'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
WITH stamped AS (
    UPDATE visit
       SET stamps = '2'::int4, last_stage = 'CHAT', last_meta = NULL,
           stamped_at = '2026-04-29T05:28:08.123456Z'::timestamptz
     WHERE id = '9dded494-ce5c-4d1e-9b2b-f18c185ec7c4'::uuid AND tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid AND ended_at IS NULL
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = '9dded494-ce5c-4d1e-9b2b-f18c185ec7c4'::uuid AND s.ended_at IS NULL AND p.id = 'c3a9b004-2fc0-48d5-8171-ea0eacf25254'::uuid AND p.tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid
   AND p.key_line_id = '5ac822e2-1b39-4bf9-8202-94912a022e44'::uuid
   FOR NO KEY UPDATE OF s
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('01ee96cf-ba19-4cf4-bdd1-7338c0a38643'::uuid, 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid, '9dded494-ce5c-4d1e-9b2b-f18c185ec7c4'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = 'c3a9b004-2fc0-48d5-8171-ea0eacf25254'::uuid AND tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid AND key_line_id = '5ac822e2-1b39-4bf9-8202-94912a022e44'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = 'c3a9b004-2fc0-48d5-8171-ea0eacf25254'::uuid AND v.tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid AND p.key_line_id = '5ac822e2-1b39-4bf9-8202-94912a022e44'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
WITH stamped AS (
    UPDATE visit
       SET stamps = '3'::int4, last_stage = 'CHAT', last_meta = NULL,
           stamped_at = '2026-04-29T05:28:08.123456Z'::timestamptz
     WHERE id = '9dded494-ce5c-4d1e-9b2b-f18c185ec7c4'::uuid AND tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid AND ended_at IS NULL
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = '9dded494-ce5c-4d1e-9b2b-f18c185ec7c4'::uuid AND s.ended_at IS NULL AND p.id = 'c3a9b004-2fc0-48d5-8171-ea0eacf25254'::uuid AND p.tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid
   AND p.key_line_id = '5ac822e2-1b39-4bf9-8202-94912a022e44'::uuid
   FOR NO KEY UPDATE OF s
-- statement
UPDATE chat_session
   SET active_at = '2026-04-29T05:28:08.123456Z'::timestamptz, idle_at = '2026-04-29T06:28:08.123456Z'::timestamptz, ended_at = NULL,
       end_reason = NULL
 WHERE chat_id = '01ee96cf-ba19-4cf4-bdd1-7338c0a38643'::uuid AND tenant_id = 'a616097a-3ace-4268-b95f-7290ee319f6d'::uuid
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('833a3c38-2dc0-4d55-8519-dc2b19495dbc'::uuid, '833a3c382dc04d558519dc2b19495dbc', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '833a3c38-2dc0-4d55-8519-dc2b19495dbc'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('597cac17-8cd1-4a75-a718-f44c51d87156'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'f8a8234d-f4db-4637-99c9-6f5234af6d39'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '833a3c38-2dc0-4d55-8519-dc2b19495dbc'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT '833a3c38-2dc0-4d55-8519-dc2b19495dbc'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '07facd67-979a-4792-a837-6f65eca00752'::uuid, tenant_id, '597cac17-8cd1-4a75-a718-f44c51d87156'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '4ee28b84-69fd-4458-b3c5-9441120a11dd'::uuid, tenant_id, '597cac17-8cd1-4a75-a718-f44c51d87156'::uuid, '07facd67-979a-4792-a837-6f65eca00752'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('27ef3ab3-9e93-46ab-b523-ade820089dcf'::uuid, '27ef3ab39e9346abb523ade820089dcf', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '27ef3ab3-9e93-46ab-b523-ade820089dcf'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('b00ed8ca-96bf-47c6-9a2e-ccba0ee32f02'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'de64581c-87b3-4a62-a2c9-2a75cd02cb5e'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '27ef3ab3-9e93-46ab-b523-ade820089dcf'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT '27ef3ab3-9e93-46ab-b523-ade820089dcf'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '90602bb1-489b-4695-bad0-fb02d71ea82d'::uuid, tenant_id, 'b00ed8ca-96bf-47c6-9a2e-ccba0ee32f02'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT 'eacb55f0-9d00-4bbc-a48a-890a1b9ee8dc'::uuid, tenant_id, 'b00ed8ca-96bf-47c6-9a2e-ccba0ee32f02'::uuid, '90602bb1-489b-4695-bad0-fb02d71ea82d'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('cee503c2-1dd4-4906-ab15-53a0f7c3fadf'::uuid, 'cee503c21dd44906ab1553a0f7c3fadf', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'cee503c2-1dd4-4906-ab15-53a0f7c3fadf'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('8af48374-f592-4423-a6e4-691214057379'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'a0f3aab7-9dc7-4d76-b569-e1cfef1d6b5f'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'cee503c2-1dd4-4906-ab15-53a0f7c3fadf'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT 'cee503c2-1dd4-4906-ab15-53a0f7c3fadf'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '18164fb1-2ca2-4db2-b6e2-7e4df94570a3'::uuid, tenant_id, '8af48374-f592-4423-a6e4-691214057379'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT 'fe7c3609-eca8-4050-abd3-71872ef5c316'::uuid, tenant_id, '8af48374-f592-4423-a6e4-691214057379'::uuid, '18164fb1-2ca2-4db2-b6e2-7e4df94570a3'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
SELECT chat_id, sum(version)::bigint AS version FROM round WHERE chat_id = ANY ('{"07facd67-979a-4792-a837-6f65eca00752","90602bb1-489b-4695-bad0-fb02d71ea82d","18164fb1-2ca2-4db2-b6e2-7e4df94570a3"}'::uuid[]) GROUP BY chat_id
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('8cd0d1ba-b40f-44a5-a483-dacbb96767e7'::uuid, '8cd0d1bab40f44a5a483dacbb96767e7', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '8cd0d1ba-b40f-44a5-a483-dacbb96767e7'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '60ce8c2d-8c29-447f-9a95-5523905b2275'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '8cd0d1ba-b40f-44a5-a483-dacbb96767e7'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT '8cd0d1ba-b40f-44a5-a483-dacbb96767e7'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '050c5201-4cfc-442a-8815-a853cbdab004'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '70066bb0-db49-4c87-a3e6-bc1563d42f29'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '050c5201-4cfc-442a-8815-a853cbdab004'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH account AS (SELECT '8cd0d1ba-b40f-44a5-a483-dacbb96767e7'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '321c9f7f-05b4-4603-b42f-cc5a516dc56d'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '78c17954-e65c-4e8a-9878-e84a7fe27948'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '321c9f7f-05b4-4603-b42f-cc5a516dc56d'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH account AS (SELECT '8cd0d1ba-b40f-44a5-a483-dacbb96767e7'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '2cccb748-eb8e-4638-bb3a-ba8126b1c90d'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '7da59c7b-8ef6-4ddd-a22c-fc4a0d98407c'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '2cccb748-eb8e-4638-bb3a-ba8126b1c90d'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH account AS (SELECT '8cd0d1ba-b40f-44a5-a483-dacbb96767e7'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '080fdf64-8cdd-46a4-92ba-1da7f530524e'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '826a5b9b-ff3e-47e8-a7f8-27a29b2bb452'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '080fdf64-8cdd-46a4-92ba-1da7f530524e'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH account AS (SELECT '8cd0d1ba-b40f-44a5-a483-dacbb96767e7'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT 'aeb7e992-f4ca-4734-9e39-887564e36b9c'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '0067442e-3b92-4ba5-95a9-94f369d9265a'::uuid, tenant_id, '8753a263-7bde-4437-a8b5-71d38f4df304'::uuid, 'aeb7e992-f4ca-4734-9e39-887564e36b9c'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '10'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
       pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
       t.code, p.document, p.store_id, r.guard_result,
       EXISTS (SELECT 1 FROM chat_session s
                WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
       r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version
  FROM pipeline_run pr
  JOIN unnest('{"0067442e-3b92-4ba5-95a9-94f369d9265a","70066bb0-db49-4c87-a3e6-bc1563d42f29","78c17954-e65c-4e8a-9878-e84a7fe27948","7da59c7b-8ef6-4ddd-a22c-fc4a0d98407c","826a5b9b-ff3e-47e8-a7f8-27a29b2bb452"}'::uuid[], '{"0","0","0","0","0"}'::int4[]) AS c (round_id, run_no)
    ON pr.round_id = c.round_id AND pr.run_no = c.run_no
  JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
  JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
  JOIN tenant t ON t.id = pr.tenant_id
 ORDER BY pr.due_at, pr.round_id
-- statement
SELECT chat_id, round_no, run_no, prompt, meal FROM pipeline_run
 WHERE chat_id = ANY ('{"aeb7e992-f4ca-4734-9e39-887564e36b9c","050c5201-4cfc-442a-8815-a853cbdab004","321c9f7f-05b4-4603-b42f-cc5a516dc56d","2cccb748-eb8e-4638-bb3a-ba8126b1c90d","080fdf64-8cdd-46a4-92ba-1da7f530524e"}'::uuid[]) AND tenant_id = ANY ('{"8cd0d1ba-b40f-44a5-a483-dacbb96767e7"}'::uuid[]) AND meal IS NOT NULL
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '10'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('f65b8a45-f448-4c13-9be1-8a3b7c414cf4'::uuid, 'f65b8a45f4484c139be18a3b7c414cf4', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'f65b8a45-f448-4c13-9be1-8a3b7c414cf4'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('fe38a272-c44b-4831-b317-64f28be619ec'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '8cd265b0-d7f4-443e-a87d-feccd3c0dfb8'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'f65b8a45-f448-4c13-9be1-8a3b7c414cf4'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT 'f65b8a45-f448-4c13-9be1-8a3b7c414cf4'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT 'ba0f7704-a12b-4402-93ed-289fe768ad2d'::uuid, tenant_id, 'fe38a272-c44b-4831-b317-64f28be619ec'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '9faf3d48-a45a-426b-b7da-ebb5f5294f19'::uuid, tenant_id, 'fe38a272-c44b-4831-b317-64f28be619ec'::uuid, 'ba0f7704-a12b-4402-93ed-289fe768ad2d'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '1000'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
       pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
       t.code, p.document, p.store_id, r.guard_result,
       EXISTS (SELECT 1 FROM chat_session s
                WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
       r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version
  FROM pipeline_run pr
  JOIN unnest('{"9faf3d48-a45a-426b-b7da-ebb5f5294f19"}'::uuid[], '{"0"}'::int4[]) AS c (round_id, run_no)
    ON pr.round_id = c.round_id AND pr.run_no = c.run_no
  JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
  JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
  JOIN tenant t ON t.id = pr.tenant_id
 ORDER BY pr.due_at, pr.round_id
-- statement
SELECT chat_id, round_no, run_no, prompt, meal FROM pipeline_run
 WHERE chat_id = ANY ('{"ba0f7704-a12b-4402-93ed-289fe768ad2d"}'::uuid[]) AND tenant_id = ANY ('{"f65b8a45-f448-4c13-9be1-8a3b7c414cf4"}'::uuid[]) AND meal IS NOT NULL
-- statement
WITH run AS (
    UPDATE pipeline_run
       SET snapshot = '{"upstreamSession":"session \"7\" \u260E","meal":{"value":{"recipeTitle":"\uB450\uBD80\uCC0C\uAC1C","introMessage":"intro \u0000 \"quoted\" \\ \uD83C\uDF5C","recipeDescription":"a lone surrogate: \uD83C","recommendationMessage":"line\nbreak\u2028","notes":"","ingredients":[{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"Produce","quantity":0.250,"quantityUnit":{"ko":"\uBAA8","en":"\uBAA8","ja":"\uBAA8"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"","quantity":1E+3,"quantityUnit":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}}]},"raw":"{ \"b\":1.0,\"a\" : 1e5,\"z\":-0,\n\t\"t\":\"\uB450\uBD80\\u0000 \\ud83c \uD83C\uDF5C \\/\" }"},"shoppingList":{"value":{"items":[{"productId":{"value":9223372036854775807},"itemName":"\uB450\uBD80","itemNameEn":"tofu","price":1200.00,"zoneName":"Z","quantity":2,"matched":true},{"quantity":1,"matched":false}],"total":2400.10},"raw":"{\"items\" : []}"},"upsellSurface":{"value":{"items":[{"id":"u1","recommendationId":"rec-1","productId":{"value":5},"itemName":"\uAE40","itemNameEn":"laver","reason":"CROSS_SELL","reasonDetail":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"reasonDetailMarketing":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"analystComment":"why"},{"recommendationId":"rec-2","reason":"IMPULSE"}]},"raw":"{\"items\":[ ] }"},"backList":{"value":{"recommendations":[{"recommendationId":"rec-3","productId":{"value":-1},"itemName":"\uAE40","itemNameEn":"laver","brand":"brand","zoneId":7,"zoneName":"zone","price":980,"type":"COUPON","discountPct":12.5,"appliedScore":0.70,"priorityScore":0.9,"reasonType":"zone_efficiency","reasonDetail":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"reasonDetailMarketing":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"method":"copurchase_lift","scoringEquation":"a = b","analystComment":"why"},{"recommendationId":"rec-4","type":"ADS"}]},"raw":"{\"recommendations\":\r\n[]}"}}', due_at = '2026-04-29T05:28:08.123456Z'::timestamptz,
           meal = coalesce('{ "b":1.0,"a" : 1e5,"z":-0,
	"t":"두부\u0000 \ud83c 🍜 \/" }', meal),
           step1_at = CASE WHEN '4'::int4 >= 1 THEN coalesce(step1_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step2_at = CASE WHEN '4'::int4 >= 2 THEN coalesce(step2_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step3_at = CASE WHEN '4'::int4 >= 3 THEN coalesce(step3_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step4_at = CASE WHEN '4'::int4 >= 4 THEN coalesce(step4_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           settled_at = CASE WHEN 'true'::bool THEN '2026-04-29T05:28:08.123456Z'::timestamptz END,
           lease_until = CASE WHEN 'true'::bool THEN NULL ELSE lease_until END
     WHERE round_id = '9faf3d48-a45a-426b-b7da-ebb5f5294f19'::uuid AND run_no = '0'::int4 AND lease_token = '1'::int8
       AND settled_at IS NULL AND lease_until IS NOT NULL
    RETURNING round_id, run_no)
UPDATE round r
   SET state = 'COMPLETED', done_steps = '4'::int4, stopped = 'false'::bool,
       back_list_status = 'COMPLETED', last_error = NULL,
       updated_at = greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz),
       todos = coalesce(r.todos, '{ "recipe_title":"두부찌개 🍲","total":1.50 }'),
       recommended_items = coalesce('[ {"rec_id":"r1","x":"\u0000\\" } ]', r.recommended_items),
       notifications = coalesce('{"ad":{"items":[]}, "coupon":[]}
', r.notifications),
       todo_result = coalesce(r.todo_result, '[{"quantity":2,"product":{"id":{"value":9223372036854775807},"name":"두부 \"300g\" \u0000","brand":"brand","barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png","quantity":100,"sectionCode":"PR","sectionName":"section","location":{"x":28.0,"y":22.794,"radius":0.5},"dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}},"state":"OPEN"},{"quantity":1,"product":{"id":{"value":7},"name":"Bag","price":1,"priceUnit":"₩","dietary":{}},"state":"OPEN"}]'),
       recommended_result = coalesce('{"items":[{"item":{"id":"u1\u0000","recommendationId":"r1","productId":{"value":9223372036854775807},"itemName":"김","itemNameEn":"laver","reason":"CROSS_SELL","reasonDetail":{"ko":"두부","en":"tofu","ja":"豆腐"},"reasonDetailMarketing":{"ko":"두부","en":"tofu","ja":"豆腐"},"analystComment":"why r1"},"product":{"id":{"value":9223372036854775807},"name":"두부 \"300g\" \u0000","brand":"brand","barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png","quantity":100,"sectionCode":"PR","sectionName":"section","location":{"x":28.0,"y":22.794,"radius":0.5},"dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}}},{"item":{"recommendationId":"r2","productId":{"value":7},"reason":"IMPULSE"},"product":{"id":{"value":7},"name":"Bag","price":1,"priceUnit":"₩","dietary":{}}}],"analystComments":{"byRecommendation":{"unmatched":"why \u0000 not","r1":"why r1"}}}', r.recommended_result),
       notification_result = coalesce('{"signage":{"x":4.0,"y":1.0,"radius":2.0},"ads":[{"rank":1,"recommendation":{"recommendationId":"r3","productId":{"value":9223372036854775807},"itemName":"김","itemNameEn":"laver","brand":"brand","zoneId":7,"zoneName":"zone","price":980,"type":"ADS","discountPct":12.5,"appliedScore":0.70,"priorityScore":1E+3,"reasonType":"zone_efficiency","reasonDetail":{"ko":"두부","en":"tofu","ja":"豆腐"},"reasonDetailMarketing":{"ko":"두부","en":"tofu","ja":"豆腐"},"method":"copurchase_lift","scoringEquation":"a = b","analystComment":"why r3"},"product":{"id":{"value":9223372036854775807},"name":"두부 \"300g\" \u0000","brand":"brand","barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png","quantity":100,"sectionCode":"PR","sectionName":"section","location":{"x":28.0,"y":22.794,"radius":0.5},"dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}}}],"coupons":[{"rank":1,"recommendation":{"recommendationId":"r3","productId":{"value":9223372036854775807},"itemName":"김","itemNameEn":"laver","brand":"brand","zoneId":7,"zoneName":"zone","price":980,"type":"COUPON","discountPct":12.5,"appliedScore":0.70,"priorityScore":1E+3,"reasonType":"zone_efficiency","reasonDetail":{"ko":"두부","en":"tofu","ja":"豆腐"},"reasonDetailMarketing":{"ko":"두부","en":"tofu","ja":"豆腐"},"method":"copurchase_lift","scoringEquation":"a = b","analystComment":"why r3"},"product":{"id":{"value":7},"name":"Bag","price":1,"priceUnit":"₩","dietary":{}}},{"rank":2,"recommendation":{"recommendationId":"r4","type":"COUPON"}}],"analystComments":{"byRecommendation":{"fourth ad":"why","r3":"why r3"}}}', r.notification_result),
       guard = coalesce(NULL, r.guard),
       guard_result = coalesce(NULL, r.guard_result),
       session_shopping_list = coalesce(NULL, r.session_shopping_list),
       session_back_list = coalesce(NULL, r.session_back_list),
       version = r.version + CASE
           WHEN (r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at)
                IS DISTINCT FROM
                ('COMPLETED', '4'::int4, 'false'::bool, 'COMPLETED',
                 NULL, greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz))
             OR num_nonnulls('{ "recipe_title":"두부찌개 🍲","total":1.50 }'::text, '[ {"rec_id":"r1","x":"\u0000\\" } ]'::text, '{"ad":{"items":[]}, "coupon":[]}
'::text,
                             NULL::text) > 0
           THEN 1 ELSE 0 END
  FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
RETURNING r.tenant_id
-- statement
WITH held AS (
    SELECT r.round_id, r.run_no
      FROM pipeline_run r
      JOIN unnest('{"9faf3d48-a45a-426b-b7da-ebb5f5294f19"}'::uuid[], '{"0"}'::int4[], '{"1"}'::int8[]) AS c (round_id, run_no, token)
        ON r.round_id = c.round_id AND r.run_no = c.run_no AND r.lease_token = c.token
     WHERE r.settled_at IS NULL AND r.lease_until IS NOT NULL
     ORDER BY r.round_id, r.run_no
       FOR NO KEY UPDATE OF r)
UPDATE pipeline_run r SET lease_until = NULL, due_at = least(r.due_at, '2026-04-29T05:28:08.123456Z'::timestamptz) FROM held
 WHERE r.round_id = held.round_id AND r.run_no = held.run_no
-- statement
SELECT r.tenant_id, p.id AS profile_id, c.id AS chat_id, r.id, r.run_no > 0 AS is_refined, p.store_id,
       r.language, r.todo_result, r.recommended_result, r.notification_result, r.guard_result
  FROM profile p
  JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
  JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
 WHERE p.id = 'fe38a272-c44b-4831-b317-64f28be619ec'::uuid AND p.tenant_id = 'f65b8a45-f448-4c13-9be1-8a3b7c414cf4'::uuid AND p.key_line_id = '8cd265b0-d7f4-443e-a87d-feccd3c0dfb8'::uuid
   AND c.id = 'ba0f7704-a12b-4402-93ed-289fe768ad2d'::uuid AND r.id = '9faf3d48-a45a-426b-b7da-ebb5f5294f19'::uuid
   FOR KEY SHARE OF p
-- statement
WITH numbered AS (
    INSERT INTO event_number AS n (tenant_id, last_no) VALUES ('f65b8a45-f448-4c13-9be1-8a3b7c414cf4'::uuid, '3'::int8)
    ON CONFLICT (tenant_id) DO UPDATE SET last_no = n.last_no + excluded.last_no
    RETURNING tenant_id, last_no)
INSERT INTO sdk_chat_event (tenant_id, event_no, id, profile_id, chat_id, round_id, rec_id, type, payload,
                            forgotten, product_facts, analyst_comment, occurred_at, created_at)
SELECT n.tenant_id, n.last_no - '3'::int8 + e.place, e.id, e.profile_id, e.chat_id, e.round_id, e.rec_id, e.type,
       e.payload, e.forgotten, e.product_facts, e.analyst_comment, e.occurred_at, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM numbered n
 CROSS JOIN unnest('{"16cb6235-bfd4-4d80-afaf-cf873162f2d3","1ec72b7f-aa18-46f6-a132-720dbb114b19","1392b758-187c-4649-af5d-dab4f7c072fd"}'::uuid[], '{"fe38a272-c44b-4831-b317-64f28be619ec","fe38a272-c44b-4831-b317-64f28be619ec","fe38a272-c44b-4831-b317-64f28be619ec"}'::uuid[], '{"ba0f7704-a12b-4402-93ed-289fe768ad2d","ba0f7704-a12b-4402-93ed-289fe768ad2d","ba0f7704-a12b-4402-93ed-289fe768ad2d"}'::uuid[], '{"9faf3d48-a45a-426b-b7da-ebb5f5294f19","9faf3d48-a45a-426b-b7da-ebb5f5294f19","9faf3d48-a45a-426b-b7da-ebb5f5294f19"}'::uuid[], '{"rec \"1\", {2}","rec \"1\", {2}","rec \"1\", {2}"}'::text[], '{"ADS_TRIGGERED","ADS_TRIGGERED","ADS_TRIGGERED"}'::text[], '{"{ \"rec_id\":\"r1\",\"n\":[1.0,-0,1E5,12345678901234567890.10],
	\"t\":\"두부 \\u0000 {\\\"a\\\",\\\\} 🍜\",\"z\":null }","{ \"rec_id\":\"r1\",\"n\":[1.0,-0,1E5,12345678901234567890.10],
	\"t\":\"두부 \\u0000 {\\\"a\\\",\\\\} 🍜\",\"z\":null }","{ \"rec_id\":\"r1\",\"n\":[1.0,-0,1E5,12345678901234567890.10],
	\"t\":\"두부 \\u0000 {\\\"a\\\",\\\\} 🍜\",\"z\":null }"}'::text[], '{"[ {\"z\":1.0,\"a\":-0},null,\"玉ねぎ, NULL\",[ ],1e400 ]","[ {\"z\":1.0,\"a\":-0},null,\"玉ねぎ, NULL\",[ ],1e400 ]","[ {\"z\":1.0,\"a\":-0},null,\"玉ねぎ, NULL\",[ ],1e400 ]"}'::text[], '{"{\"item_name\":\"두부\",\"price\":1.50}","{\"item_name\":\"두부\",\"price\":1.50}","{\"item_name\":\"두부\",\"price\":1.50}"}'::text[],
                   '{"because \"Kim\" buys, {it}\\ often","because \"Kim\" buys, {it}\\ often","because \"Kim\" buys, {it}\\ often"}'::text[], '{"2026-04-29T05:28:08.123456Z","2026-04-29T05:28:08.123456Z","2026-04-29T05:28:08.123456Z"}'::timestamptz[]) WITH ORDINALITY
         AS e (id, profile_id, chat_id, round_id, rec_id, type, payload, forgotten, product_facts,
               analyst_comment, occurred_at, place)
-- statement
WITH numbered AS (
    INSERT INTO event_number AS n (tenant_id, last_no) VALUES ('f65b8a45-f448-4c13-9be1-8a3b7c414cf4'::uuid, 1)
    ON CONFLICT (tenant_id) DO UPDATE SET last_no = n.last_no + 1
    RETURNING tenant_id, last_no)
INSERT INTO signage_outbox (id, tenant_id, number, profile_id, chat_id, round_id, store_id, passage,
                            signage_no, items, forgotten, language, occurred_at, accepted_at, due_at,
                            request_id, traceparent, tracestate)
SELECT 'e096a169-de2f-42ec-bcd4-c8478e057cc8'::uuid, tenant_id, last_no, 'fe38a272-c44b-4831-b317-64f28be619ec'::uuid, 'ba0f7704-a12b-4402-93ed-289fe768ad2d'::uuid, '9faf3d48-a45a-426b-b7da-ebb5f5294f19'::uuid,
       'store-7', 'ENTER', '2'::int4, '[ {"rec_id":"r1","price":1.50}, {} ]', '[ {"z":1.0,"a":-0},null,"玉ねぎ, NULL",[ ],1e400 ]',
       'JA', '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
       NULL, NULL, NULL
  FROM numbered
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('ca736c52-11c9-4cac-9c5a-44d2f15e96a2'::uuid, 'ca736c5211c94cac9c5a44d2f15e96a2', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'ca736c52-11c9-4cac-9c5a-44d2f15e96a2'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('99cf6a89-1190-46d7-aaf4-6abd3fdeb7f1'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '703ed618-f599-43a6-bb3c-c12007f9368d'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'ca736c52-11c9-4cac-9c5a-44d2f15e96a2'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '99cf6a89-1190-46d7-aaf4-6abd3fdeb7f1'::uuid AND tenant_id = 'ca736c52-11c9-4cac-9c5a-44d2f15e96a2'::uuid AND key_line_id = '703ed618-f599-43a6-bb3c-c12007f9368d'::uuid
-- statement
WITH held AS (
    SELECT id, tenant_id FROM profile
     WHERE id = '99cf6a89-1190-46d7-aaf4-6abd3fdeb7f1'::uuid AND tenant_id = 'ca736c52-11c9-4cac-9c5a-44d2f15e96a2'::uuid AND key_line_id = '703ed618-f599-43a6-bb3c-c12007f9368d'::uuid FOR KEY SHARE),
account AS (
    UPDATE tenant_credit c SET balance = c.balance + '-1'::int8
      FROM held WHERE c.tenant_id = held.tenant_id AND c.balance >= '1'::int8
    RETURNING c.tenant_id, c.balance),
ledger AS (INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT tenant_id, 'charge', '-1'::int8, balance, 'run', '356fc0ed-eac8-4d16-96a4-393a52b2506b'::uuid, '0'::int4, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM account),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT 'b0ec77a9-0218-44e8-9ae5-a1752d09a4da'::uuid, tenant_id, '99cf6a89-1190-46d7-aaf4-6abd3fdeb7f1'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '356fc0ed-eac8-4d16-96a4-393a52b2506b'::uuid, tenant_id, '99cf6a89-1190-46d7-aaf4-6abd3fdeb7f1'::uuid, 'b0ec77a9-0218-44e8-9ae5-a1752d09a4da'::uuid, '1'::int4, '0'::int4, 'p',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
),
queued AS (INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
)
SELECT EXISTS (SELECT 1 FROM held) AS is_held, EXISTS (SELECT 1 FROM account) AS is_charged
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('b059029e-83dc-4f53-a822-86e77c05ac39'::uuid, 'b059029e83dc4f53a82286e77c05ac39', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'b059029e-83dc-4f53-a822-86e77c05ac39'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('715316bc-7d09-4c3a-a6a1-c68578965e7f'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'f180cbf9-24de-4de6-b92c-c3f6a347e1e6'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'b059029e-83dc-4f53-a822-86e77c05ac39'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('42ae8912-b035-46bb-b49e-25b30796feac'::uuid, 'b059029e-83dc-4f53-a822-86e77c05ac39'::uuid, '715316bc-7d09-4c3a-a6a1-c68578965e7f'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('8a641c00-4236-4967-8c33-3d1ed7b70a5d'::uuid, 'b059029e-83dc-4f53-a822-86e77c05ac39'::uuid, '42ae8912-b035-46bb-b49e-25b30796feac'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT 'b059029e-83dc-4f53-a822-86e77c05ac39'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '8a641c00-4236-4967-8c33-3d1ed7b70a5d'::uuid, tenant_id, '715316bc-7d09-4c3a-a6a1-c68578965e7f'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '09ddf7ab-b1f2-43cb-9a4a-3dfba6fd866c'::uuid, tenant_id, '715316bc-7d09-4c3a-a6a1-c68578965e7f'::uuid, '8a641c00-4236-4967-8c33-3d1ed7b70a5d'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason,
       r.id AS round_id, r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at,
       r.session_shopping_list, r.session_back_list
  FROM profile p
  JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
  JOIN chat_session s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
  LEFT JOIN LATERAL (
       SELECT id, state, done_steps, stopped, back_list_status, last_error, updated_at,
              session_shopping_list, session_back_list
         FROM round WHERE chat_id = s.chat_id AND tenant_id = s.tenant_id
        ORDER BY round_no DESC LIMIT 1) r ON true
 WHERE p.id = '715316bc-7d09-4c3a-a6a1-c68578965e7f'::uuid AND p.tenant_id = 'b059029e-83dc-4f53-a822-86e77c05ac39'::uuid AND p.key_line_id = 'f180cbf9-24de-4de6-b92c-c3f6a347e1e6'::uuid AND v.id = '42ae8912-b035-46bb-b49e-25b30796feac'::uuid
   AND s.ended_at IS NULL AND s.idle_at > '2026-04-29T05:28:09.123456Z'::timestamptz
-- statement
UPDATE chat_session
   SET active_at = greatest(active_at, '2026-04-29T05:28:09.123456Z'::timestamptz), idle_at = '2026-04-29T06:28:39.123456Z'::timestamptz
 WHERE chat_id = '8a641c00-4236-4967-8c33-3d1ed7b70a5d'::uuid AND tenant_id = 'b059029e-83dc-4f53-a822-86e77c05ac39'::uuid AND ended_at IS NULL
   AND idle_at < '2026-04-29T06:28:39.123456Z'::timestamptz
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason,
       r.id AS round_id, r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at,
       r.session_shopping_list, r.session_back_list
  FROM profile p
  JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
  JOIN chat_session s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
  LEFT JOIN LATERAL (
       SELECT id, state, done_steps, stopped, back_list_status, last_error, updated_at,
              session_shopping_list, session_back_list
         FROM round WHERE chat_id = s.chat_id AND tenant_id = s.tenant_id
        ORDER BY round_no DESC LIMIT 1) r ON true
 WHERE p.id = '715316bc-7d09-4c3a-a6a1-c68578965e7f'::uuid AND p.tenant_id = 'b059029e-83dc-4f53-a822-86e77c05ac39'::uuid AND p.key_line_id = 'f180cbf9-24de-4de6-b92c-c3f6a347e1e6'::uuid AND v.id = '42ae8912-b035-46bb-b49e-25b30796feac'::uuid
   AND s.ended_at IS NULL AND s.idle_at > '2026-04-29T05:28:10.123456Z'::timestamptz
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason,
       r.id AS round_id, r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at,
       r.session_shopping_list, r.session_back_list
  FROM profile p
  JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
  JOIN chat_session s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
  LEFT JOIN LATERAL (
       SELECT id, state, done_steps, stopped, back_list_status, last_error, updated_at,
              session_shopping_list, session_back_list
         FROM round WHERE chat_id = s.chat_id AND tenant_id = s.tenant_id
        ORDER BY round_no DESC LIMIT 1) r ON true
 WHERE p.id = '715316bc-7d09-4c3a-a6a1-c68578965e7f'::uuid AND p.tenant_id = 'b059029e-83dc-4f53-a822-86e77c05ac39'::uuid AND p.key_line_id = 'f180cbf9-24de-4de6-b92c-c3f6a347e1e6'::uuid AND v.id = '42ae8912-b035-46bb-b49e-25b30796feac'::uuid
   AND s.ended_at IS NULL AND s.idle_at > '2026-04-29T05:28:39.123456Z'::timestamptz
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('3df372b1-db51-45cd-af8b-c6e102332c79'::uuid, '3df372b1db5145cdaf8bc6e102332c79', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '3df372b1-db51-45cd-af8b-c6e102332c79'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('25291a6e-1ca4-46c7-8f2c-a4a0d2540678'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'cb90d7fe-7254-486f-b1ca-d36e2e030647'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '3df372b1-db51-45cd-af8b-c6e102332c79'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('053e87a2-1233-4198-ae46-880e16f8ab2a'::uuid, '3df372b1-db51-45cd-af8b-c6e102332c79'::uuid, '25291a6e-1ca4-46c7-8f2c-a4a0d2540678'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '25291a6e-1ca4-46c7-8f2c-a4a0d2540678'::uuid AND tenant_id = '3df372b1-db51-45cd-af8b-c6e102332c79'::uuid AND key_line_id = 'cb90d7fe-7254-486f-b1ca-d36e2e030647'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = '25291a6e-1ca4-46c7-8f2c-a4a0d2540678'::uuid AND v.tenant_id = '3df372b1-db51-45cd-af8b-c6e102332c79'::uuid AND p.key_line_id = 'cb90d7fe-7254-486f-b1ca-d36e2e030647'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = '053e87a2-1233-4198-ae46-880e16f8ab2a'::uuid AND s.ended_at IS NULL AND p.id = '25291a6e-1ca4-46c7-8f2c-a4a0d2540678'::uuid AND p.tenant_id = '3df372b1-db51-45cd-af8b-c6e102332c79'::uuid
   AND p.key_line_id = 'cb90d7fe-7254-486f-b1ca-d36e2e030647'::uuid
   FOR NO KEY UPDATE OF s
-- statement
UPDATE visit SET ended_at = '2026-04-29T05:28:08.123456Z'::timestamptz
 WHERE id = '053e87a2-1233-4198-ae46-880e16f8ab2a'::uuid AND tenant_id = '3df372b1-db51-45cd-af8b-c6e102332c79'::uuid AND ended_at IS NULL
-- statement
SELECT v.id, v.started_at, v.ended_at, s.stage, s.meta, s.stamped_at
  FROM profile p
  JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
  JOIN visit_stamp s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
 WHERE p.id = '25291a6e-1ca4-46c7-8f2c-a4a0d2540678'::uuid AND p.tenant_id = '3df372b1-db51-45cd-af8b-c6e102332c79'::uuid AND p.key_line_id = 'cb90d7fe-7254-486f-b1ca-d36e2e030647'::uuid
 AND v.id = '053e87a2-1233-4198-ae46-880e16f8ab2a'::uuid ORDER BY s.stamp_no
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid, 'e571c2ad70c04c62b32b7d86935e39a7', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('8d254913-d849-4a89-82c5-0e378f2ae3c2'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '65b0e6c1-a4a0-4952-a73c-34dafe9f6e38'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT 'b08ab53b-14e2-4f22-99d6-e1ec438ed23f'::uuid, tenant_id, '8d254913-d849-4a89-82c5-0e378f2ae3c2'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT 'ade08f47-b154-4fe7-8a20-786369330f6c'::uuid, tenant_id, '8d254913-d849-4a89-82c5-0e378f2ae3c2'::uuid, 'b08ab53b-14e2-4f22-99d6-e1ec438ed23f'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('d5aecdae-ceb3-4840-b33a-4ec37b3c22f3'::uuid, 'd5aecdaeceb34840b33a4ec37b3c22f3', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
SELECT c.created_at
  FROM chat c JOIN profile p ON p.id = c.profile_id
 WHERE c.id = 'b08ab53b-14e2-4f22-99d6-e1ec438ed23f'::uuid AND c.profile_id = '8d254913-d849-4a89-82c5-0e378f2ae3c2'::uuid AND c.tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid
   AND p.tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid AND p.key_line_id = '65b0e6c1-a4a0-4952-a73c-34dafe9f6e38'::uuid
   FOR NO KEY UPDATE OF c
-- statement
SELECT r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version FROM round r WHERE r.chat_id = 'b08ab53b-14e2-4f22-99d6-e1ec438ed23f'::uuid AND r.tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid ORDER BY r.round_no DESC LIMIT 1
-- statement
SELECT 1 FROM round WHERE chat_id = 'b08ab53b-14e2-4f22-99d6-e1ec438ed23f'::uuid AND id = 'ade08f47-b154-4fe7-8a20-786369330f6c'::uuid
-- statement
SELECT round_id FROM pipeline_run
 WHERE chat_id = 'b08ab53b-14e2-4f22-99d6-e1ec438ed23f'::uuid AND tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid AND settled_at IS NULL
 ORDER BY round_id, run_no FOR NO KEY UPDATE
-- statement
SELECT r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version FROM round r WHERE r.id = ANY ('{"ade08f47-b154-4fe7-8a20-786369330f6c"}'::uuid[]) AND r.tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid ORDER BY r.round_no
-- statement
WITH run AS (
    UPDATE pipeline_run SET settled_at = '2026-04-29T05:28:08.123456Z'::timestamptz, lease_until = NULL, lease_token = lease_token + 1
     WHERE round_id = 'ade08f47-b154-4fe7-8a20-786369330f6c'::uuid AND run_no = '0'::int4 AND tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid
       AND settled_at IS NULL
    RETURNING round_id, run_no)
UPDATE round r
   SET state = 'ERROR', done_steps = '0'::int4, stopped = 'true'::bool,
       back_list_status = NULL, last_error = 'cancelled',
       updated_at = '2026-04-29T05:28:08.123456Z'::timestamptz, version = r.version + 1
  FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
-- statement
SELECT balance FROM tenant_credit WHERE tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid FOR NO KEY UPDATE
-- statement
WITH charged AS (
    SELECT c.tenant_id, c.round_id, c.run_no, -c.amount AS amount
      FROM credit_entry c
     WHERE c.tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid AND c.round_id = 'ade08f47-b154-4fe7-8a20-786369330f6c'::uuid AND c.run_no = '0'::int4 AND c.kind = 'charge'
       AND NOT EXISTS (SELECT 1 FROM credit_entry r
                        WHERE r.round_id = c.round_id AND r.run_no = c.run_no AND r.kind = 'refund')),
account AS (
    UPDATE tenant_credit t SET balance = t.balance + c.amount
      FROM charged c WHERE t.tenant_id = c.tenant_id
    RETURNING t.balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT c.tenant_id, 'refund', c.amount, a.balance, 'run', c.round_id, c.run_no, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM charged c CROSS JOIN account a
-- statement
SELECT c.created_at, p.name, p.gender, p.age, p.locale, p.store_id, r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version, r.todos, r.recommended_items, r.notifications, r.guard
  FROM profile p
  JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
 JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id AND r.id = 'ade08f47-b154-4fe7-8a20-786369330f6c'::uuid
WHERE p.id = '8d254913-d849-4a89-82c5-0e378f2ae3c2'::uuid AND p.tenant_id = 'e571c2ad-70c0-4c62-b32b-7d86935e39a7'::uuid AND p.key_line_id = '65b0e6c1-a4a0-4952-a73c-34dafe9f6e38'::uuid AND c.id = 'b08ab53b-14e2-4f22-99d6-e1ec438ed23f'::uuid
ORDER BY r.round_no
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('749f4685-68fa-4213-b150-1a86124ac21e'::uuid, '749f468568fa4213b1501a86124ac21e', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '749f4685-68fa-4213-b150-1a86124ac21e'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('ac5cf97c-ad37-4cdd-a1c3-25a9b56d32e6'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'e74ce5ca-f08b-4f85-aaa9-dd5713418b70'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '749f4685-68fa-4213-b150-1a86124ac21e'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT '749f4685-68fa-4213-b150-1a86124ac21e'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT 'ea1b9181-fdcc-46d4-868c-bfc05a00c7e6'::uuid, tenant_id, 'ac5cf97c-ad37-4cdd-a1c3-25a9b56d32e6'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT 'c0dadc50-ca7f-4c0a-bbb9-5bd1cfe31563'::uuid, tenant_id, 'ac5cf97c-ad37-4cdd-a1c3-25a9b56d32e6'::uuid, 'ea1b9181-fdcc-46d4-868c-bfc05a00c7e6'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
SELECT c.created_at,
       CASE WHEN r.round_no > 1 THEN NULL ELSE p.name END AS name,
       CASE WHEN r.round_no > 1 THEN NULL ELSE p.gender END AS gender,
       p.age, p.locale, p.store_id,
r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version, r.todos, r.recommended_items, r.notifications, r.guard
  FROM profile p
  JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
 LEFT JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
WHERE p.id = 'ac5cf97c-ad37-4cdd-a1c3-25a9b56d32e6'::uuid AND p.tenant_id = '749f4685-68fa-4213-b150-1a86124ac21e'::uuid AND p.key_line_id = 'e74ce5ca-f08b-4f85-aaa9-dd5713418b70'::uuid AND c.id = 'ea1b9181-fdcc-46d4-868c-bfc05a00c7e6'::uuid
ORDER BY r.round_no
-- statement
SELECT p.name, p.gender, p.age, p.locale, p.store_id, r.id AS round_id, r.state, r.version
  FROM profile p
  JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
 LEFT JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
WHERE p.id = 'ac5cf97c-ad37-4cdd-a1c3-25a9b56d32e6'::uuid AND p.tenant_id = '749f4685-68fa-4213-b150-1a86124ac21e'::uuid AND p.key_line_id = 'e74ce5ca-f08b-4f85-aaa9-dd5713418b70'::uuid AND c.id = 'ea1b9181-fdcc-46d4-868c-bfc05a00c7e6'::uuid
ORDER BY r.round_no
-- statement
SELECT c.created_at, p.name, p.gender, p.age, p.locale, p.store_id, r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version, r.todos, r.recommended_items, r.notifications, r.guard
  FROM profile p
  JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
 JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id AND r.id = 'c0dadc50-ca7f-4c0a-bbb9-5bd1cfe31563'::uuid
WHERE p.id = 'ac5cf97c-ad37-4cdd-a1c3-25a9b56d32e6'::uuid AND p.tenant_id = '749f4685-68fa-4213-b150-1a86124ac21e'::uuid AND p.key_line_id = 'e74ce5ca-f08b-4f85-aaa9-dd5713418b70'::uuid AND c.id = 'ea1b9181-fdcc-46d4-868c-bfc05a00c7e6'::uuid
ORDER BY r.round_no
-- statement
SELECT r.todo_result, r.recommended_result, r.notification_result, r.guard_result
  FROM profile p
  JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
 JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id AND r.id = 'c0dadc50-ca7f-4c0a-bbb9-5bd1cfe31563'::uuid
WHERE p.id = 'ac5cf97c-ad37-4cdd-a1c3-25a9b56d32e6'::uuid AND p.tenant_id = '749f4685-68fa-4213-b150-1a86124ac21e'::uuid AND p.key_line_id = 'e74ce5ca-f08b-4f85-aaa9-dd5713418b70'::uuid AND c.id = 'ea1b9181-fdcc-46d4-868c-bfc05a00c7e6'::uuid
ORDER BY r.round_no
-- statement
WITH owned AS (
    SELECT id, tenant_id FROM profile
     WHERE id = 'ac5cf97c-ad37-4cdd-a1c3-25a9b56d32e6'::uuid AND tenant_id = '749f4685-68fa-4213-b150-1a86124ac21e'::uuid AND key_line_id = 'e74ce5ca-f08b-4f85-aaa9-dd5713418b70'::uuid),
counted AS (
    SELECT count(*) AS total FROM owned o JOIN chat c ON c.profile_id = o.id AND c.tenant_id = o.tenant_id),
paged AS (
    SELECT c.id, c.tenant_id, c.created_at
      FROM owned o JOIN chat c ON c.profile_id = o.id AND c.tenant_id = o.tenant_id
     ORDER BY c.created_at DESC, c.id DESC LIMIT '100'::int4 OFFSET '0'::int8)
SELECT n.total, c.id, c.created_at, r.round_no, r.id AS round_id
  FROM owned o CROSS JOIN counted n
  LEFT JOIN paged c ON true
  LEFT JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
 ORDER BY c.created_at DESC, c.id DESC, r.round_no
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
SELECT k.id, k.line_id, k.name AS key_name, k.type, k.key_prefix, k.scopes, k.created_at, k.expires_at,
       k.revoked_at, k.last_used_at, t.id AS tenant_id, t.code, t.name AS tenant_name, t.default_locale, t.open_api_enabled, t.session_flow
  FROM api_key k JOIN tenant t ON t.id = k.tenant_id
 WHERE k.key_hash = 'edffbfe376ddf7395e7937018a51040952027b717f774dca886a534e464154ee'
-- statement
SELECT k.id, k.line_id, k.name AS key_name, k.type, k.key_prefix, k.scopes, k.created_at, k.expires_at,
       k.revoked_at, k.last_used_at, t.id AS tenant_id, t.code, t.name AS tenant_name, t.default_locale, t.open_api_enabled, t.session_flow
  FROM api_key k JOIN tenant t ON t.id = k.tenant_id
 WHERE k.key_hash = 'edffbfe376ddf7395e7937018a51040952027b717f774dca886a534e464154ee'
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid, 'b270f5c0cdea46a1ae6bee8efabf4622', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('c4cbf420-dc46-4604-a259-72209ad59a59'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '713460c7-fbe1-4066-aaa9-0ee040d97f08'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT 'e19306fd-ef71-44dc-a396-91c29102cfdc'::uuid, tenant_id, 'c4cbf420-dc46-4604-a259-72209ad59a59'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT 'a36e21ba-7a38-45b4-abb2-2e2848b33172'::uuid, tenant_id, 'c4cbf420-dc46-4604-a259-72209ad59a59'::uuid, 'e19306fd-ef71-44dc-a396-91c29102cfdc'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '1000'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
       pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
       t.code, p.document, p.store_id, r.guard_result,
       EXISTS (SELECT 1 FROM chat_session s
                WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
       r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version
  FROM pipeline_run pr
  JOIN unnest('{"a36e21ba-7a38-45b4-abb2-2e2848b33172"}'::uuid[], '{"0"}'::int4[]) AS c (round_id, run_no)
    ON pr.round_id = c.round_id AND pr.run_no = c.run_no
  JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
  JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
  JOIN tenant t ON t.id = pr.tenant_id
 ORDER BY pr.due_at, pr.round_id
-- statement
SELECT chat_id, round_no, run_no, prompt, meal FROM pipeline_run
 WHERE chat_id = ANY ('{"e19306fd-ef71-44dc-a396-91c29102cfdc"}'::uuid[]) AND tenant_id = ANY ('{"b270f5c0-cdea-46a1-ae6b-ee8efabf4622"}'::uuid[]) AND meal IS NOT NULL
-- statement
WITH run AS (
    UPDATE pipeline_run
       SET snapshot = '{"upstreamSession":"session \"7\" \u260E","meal":{"value":{"recipeTitle":"\uB450\uBD80\uCC0C\uAC1C","introMessage":"intro \u0000 \"quoted\" \\ \uD83C\uDF5C","recipeDescription":"a lone surrogate: \uD83C","recommendationMessage":"line\nbreak\u2028","notes":"","ingredients":[{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"Produce","quantity":0.250,"quantityUnit":{"ko":"\uBAA8","en":"\uBAA8","ja":"\uBAA8"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"","quantity":1E+3,"quantityUnit":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}}]},"raw":"{ \"b\":1.0,\"a\" : 1e5,\"z\":-0,\n\t\"t\":\"\uB450\uBD80\\u0000 \\ud83c \uD83C\uDF5C \\/\" }"},"shoppingList":{"value":{"items":[{"productId":{"value":9223372036854775807},"itemName":"\uB450\uBD80","itemNameEn":"tofu","price":1200.00,"zoneName":"Z","quantity":2,"matched":true},{"quantity":1,"matched":false}],"total":2400.10},"raw":"{\"items\" : []}"},"upsellSurface":{"value":{"items":[{"id":"u1","recommendationId":"rec-1","productId":{"value":5},"itemName":"\uAE40","itemNameEn":"laver","reason":"CROSS_SELL","reasonDetail":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"reasonDetailMarketing":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"analystComment":"why"},{"recommendationId":"rec-2","reason":"IMPULSE"}]},"raw":"{\"items\":[ ] }"},"backList":{"value":{"recommendations":[{"recommendationId":"rec-3","productId":{"value":-1},"itemName":"\uAE40","itemNameEn":"laver","brand":"brand","zoneId":7,"zoneName":"zone","price":980,"type":"COUPON","discountPct":12.5,"appliedScore":0.70,"priorityScore":0.9,"reasonType":"zone_efficiency","reasonDetail":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"reasonDetailMarketing":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"method":"copurchase_lift","scoringEquation":"a = b","analystComment":"why"},{"recommendationId":"rec-4","type":"ADS"}]},"raw":"{\"recommendations\":\r\n[]}"}}', due_at = '2026-04-29T05:28:08.123456Z'::timestamptz,
           meal = coalesce('{ "b":1.0,"a" : 1e5,"z":-0,
	"t":"두부\u0000 \ud83c 🍜 \/" }', meal),
           step1_at = CASE WHEN '4'::int4 >= 1 THEN coalesce(step1_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step2_at = CASE WHEN '4'::int4 >= 2 THEN coalesce(step2_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step3_at = CASE WHEN '4'::int4 >= 3 THEN coalesce(step3_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step4_at = CASE WHEN '4'::int4 >= 4 THEN coalesce(step4_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           settled_at = CASE WHEN 'true'::bool THEN '2026-04-29T05:28:08.123456Z'::timestamptz END,
           lease_until = CASE WHEN 'true'::bool THEN NULL ELSE lease_until END
     WHERE round_id = 'a36e21ba-7a38-45b4-abb2-2e2848b33172'::uuid AND run_no = '0'::int4 AND lease_token = '1'::int8
       AND settled_at IS NULL AND lease_until IS NOT NULL
    RETURNING round_id, run_no)
UPDATE round r
   SET state = 'COMPLETED', done_steps = '4'::int4, stopped = 'false'::bool,
       back_list_status = 'COMPLETED', last_error = NULL,
       updated_at = greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz),
       todos = coalesce(r.todos, '{ "recipe_title":"두부찌개 🍲","total":1.50 }'),
       recommended_items = coalesce('[ {"rec_id":"r1","x":"\u0000\\" } ]', r.recommended_items),
       notifications = coalesce('{"ad":{"items":[]}, "coupon":[]}
', r.notifications),
       todo_result = coalesce(r.todo_result, '[{"quantity":2,"product":{"id":{"value":9223372036854775807},"name":"두부 \"300g\" \u0000","brand":"brand","barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png","quantity":100,"sectionCode":"PR","sectionName":"section","location":{"x":28.0,"y":22.794,"radius":0.5},"dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}},"state":"OPEN"},{"quantity":1,"product":{"id":{"value":7},"name":"Bag","price":1,"priceUnit":"₩","dietary":{}},"state":"OPEN"}]'),
       recommended_result = coalesce('{"items":[{"item":{"id":"u1\u0000","recommendationId":"r1","productId":{"value":9223372036854775807},"itemName":"김","itemNameEn":"laver","reason":"CROSS_SELL","reasonDetail":{"ko":"두부","en":"tofu","ja":"豆腐"},"reasonDetailMarketing":{"ko":"두부","en":"tofu","ja":"豆腐"},"analystComment":"why r1"},"product":{"id":{"value":9223372036854775807},"name":"두부 \"300g\" \u0000","brand":"brand","barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png","quantity":100,"sectionCode":"PR","sectionName":"section","location":{"x":28.0,"y":22.794,"radius":0.5},"dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}}},{"item":{"recommendationId":"r2","productId":{"value":7},"reason":"IMPULSE"},"product":{"id":{"value":7},"name":"Bag","price":1,"priceUnit":"₩","dietary":{}}}],"analystComments":{"byRecommendation":{"unmatched":"why \u0000 not","r1":"why r1"}}}', r.recommended_result),
       notification_result = coalesce('{"signage":{"x":4.0,"y":1.0,"radius":2.0},"ads":[{"rank":1,"recommendation":{"recommendationId":"r3","productId":{"value":9223372036854775807},"itemName":"김","itemNameEn":"laver","brand":"brand","zoneId":7,"zoneName":"zone","price":980,"type":"ADS","discountPct":12.5,"appliedScore":0.70,"priorityScore":1E+3,"reasonType":"zone_efficiency","reasonDetail":{"ko":"두부","en":"tofu","ja":"豆腐"},"reasonDetailMarketing":{"ko":"두부","en":"tofu","ja":"豆腐"},"method":"copurchase_lift","scoringEquation":"a = b","analystComment":"why r3"},"product":{"id":{"value":9223372036854775807},"name":"두부 \"300g\" \u0000","brand":"brand","barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png","quantity":100,"sectionCode":"PR","sectionName":"section","location":{"x":28.0,"y":22.794,"radius":0.5},"dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}}}],"coupons":[{"rank":1,"recommendation":{"recommendationId":"r3","productId":{"value":9223372036854775807},"itemName":"김","itemNameEn":"laver","brand":"brand","zoneId":7,"zoneName":"zone","price":980,"type":"COUPON","discountPct":12.5,"appliedScore":0.70,"priorityScore":1E+3,"reasonType":"zone_efficiency","reasonDetail":{"ko":"두부","en":"tofu","ja":"豆腐"},"reasonDetailMarketing":{"ko":"두부","en":"tofu","ja":"豆腐"},"method":"copurchase_lift","scoringEquation":"a = b","analystComment":"why r3"},"product":{"id":{"value":7},"name":"Bag","price":1,"priceUnit":"₩","dietary":{}}},{"rank":2,"recommendation":{"recommendationId":"r4","type":"COUPON"}}],"analystComments":{"byRecommendation":{"fourth ad":"why","r3":"why r3"}}}', r.notification_result),
       guard = coalesce(NULL, r.guard),
       guard_result = coalesce(NULL, r.guard_result),
       session_shopping_list = coalesce(NULL, r.session_shopping_list),
       session_back_list = coalesce(NULL, r.session_back_list),
       version = r.version + CASE
           WHEN (r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at)
                IS DISTINCT FROM
                ('COMPLETED', '4'::int4, 'false'::bool, 'COMPLETED',
                 NULL, greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz))
             OR num_nonnulls('{ "recipe_title":"두부찌개 🍲","total":1.50 }'::text, '[ {"rec_id":"r1","x":"\u0000\\" } ]'::text, '{"ad":{"items":[]}, "coupon":[]}
'::text,
                             NULL::text) > 0
           THEN 1 ELSE 0 END
  FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
RETURNING r.tenant_id
-- statement
WITH held AS (
    SELECT r.round_id, r.run_no
      FROM pipeline_run r
      JOIN unnest('{"a36e21ba-7a38-45b4-abb2-2e2848b33172"}'::uuid[], '{"0"}'::int4[], '{"1"}'::int8[]) AS c (round_id, run_no, token)
        ON r.round_id = c.round_id AND r.run_no = c.run_no AND r.lease_token = c.token
     WHERE r.settled_at IS NULL AND r.lease_until IS NOT NULL
     ORDER BY r.round_id, r.run_no
       FOR NO KEY UPDATE OF r)
UPDATE pipeline_run r SET lease_until = NULL, due_at = least(r.due_at, '2026-04-29T05:28:08.123456Z'::timestamptz) FROM held
 WHERE r.round_id = held.round_id AND r.run_no = held.run_no
-- statement
SELECT c.created_at
  FROM chat c JOIN profile p ON p.id = c.profile_id
 WHERE c.id = 'e19306fd-ef71-44dc-a396-91c29102cfdc'::uuid AND c.profile_id = 'c4cbf420-dc46-4604-a259-72209ad59a59'::uuid AND c.tenant_id = 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid
   AND p.tenant_id = 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid AND p.key_line_id = '713460c7-fbe1-4066-aaa9-0ee040d97f08'::uuid
   FOR NO KEY UPDATE OF c
-- statement
SELECT r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version FROM round r WHERE r.chat_id = 'e19306fd-ef71-44dc-a396-91c29102cfdc'::uuid AND r.tenant_id = 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid ORDER BY r.round_no DESC LIMIT 1
-- statement
UPDATE pipeline_run SET settled_at = '2026-04-29T05:28:08.123456Z'::timestamptz, lease_until = NULL, lease_token = lease_token + 1
 WHERE round_id = 'a36e21ba-7a38-45b4-abb2-2e2848b33172'::uuid AND tenant_id = 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid AND settled_at IS NULL
-- statement
WITH started AS (
    UPDATE round
       SET run_no = '1'::int4, prompt = 'again', language = 'EN', state = 'CREATED',
           done_steps = '0'::int4, stopped = 'false'::bool,
           updated_at = '2026-04-29T05:28:08.123456Z'::timestamptz, back_list_status = NULL, last_error = NULL,
           version = version + 1,
           guard = '{ "restrictions":["allergen:egg"] }', guard_result = '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}',
           todos = NULL, recommended_items = NULL, notifications = NULL,
           session_shopping_list = NULL, session_back_list = NULL,
           todo_result = NULL, recommended_result = NULL, notification_result = NULL
     WHERE id = 'a36e21ba-7a38-45b4-abb2-2e2848b33172'::uuid AND tenant_id = 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid
    RETURNING id, run_no, tenant_id, chat_id, round_no, prompt)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
SELECT r.tenant_id, p.id AS profile_id, c.id AS chat_id, r.id, r.run_no > 0 AS is_refined, p.store_id,
       r.language, r.todo_result, r.recommended_result, r.notification_result, r.guard_result
  FROM profile p
  JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
  JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
 WHERE p.id = 'c4cbf420-dc46-4604-a259-72209ad59a59'::uuid AND p.tenant_id = 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid AND p.key_line_id = '713460c7-fbe1-4066-aaa9-0ee040d97f08'::uuid
   AND c.id = 'e19306fd-ef71-44dc-a396-91c29102cfdc'::uuid AND r.id = 'a36e21ba-7a38-45b4-abb2-2e2848b33172'::uuid
   FOR KEY SHARE OF p
-- statement
SELECT DISTINCT ON (e.rec_id) e.*
  FROM sdk_chat_event e
 WHERE e.profile_id = 'c4cbf420-dc46-4604-a259-72209ad59a59'::uuid AND e.tenant_id = 'b270f5c0-cdea-46a1-ae6b-ee8efabf4622'::uuid AND e.round_id = 'a36e21ba-7a38-45b4-abb2-2e2848b33172'::uuid
   AND e.rec_id = ANY ('{"r1","r2","r3"}'::text[])
 ORDER BY e.rec_id, e.event_no DESC
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('72784735-b9af-4d4a-9a62-48c854c8806e'::uuid, '72784735b9af4d4a9a6248c854c8806e', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '72784735-b9af-4d4a-9a62-48c854c8806e'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('43ff049d-f58e-43ef-8d8a-35a44da9bb98'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '35edaeb9-070a-4eb0-886d-9c6e838fdf85'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '72784735-b9af-4d4a-9a62-48c854c8806e'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('d817e54c-79fd-46ff-a064-1c3d95e5b4d5'::uuid, '72784735-b9af-4d4a-9a62-48c854c8806e'::uuid, '43ff049d-f58e-43ef-8d8a-35a44da9bb98'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('7219f770-1001-4005-b976-009a356df67f'::uuid, '72784735-b9af-4d4a-9a62-48c854c8806e'::uuid, 'd817e54c-79fd-46ff-a064-1c3d95e5b4d5'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('fbfe9f95-4c61-458a-bf47-3cce13b8fe21'::uuid, 'fbfe9f954c61458abf473cce13b8fe21', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'fbfe9f95-4c61-458a-bf47-3cce13b8fe21'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('f7f4d6ec-be19-4cce-8f18-6a7076ac4d1b'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '7464039b-3219-46e0-9c73-cffe3c978652'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'fbfe9f95-4c61-458a-bf47-3cce13b8fe21'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('1b92d305-a8be-4d36-b37b-5a178f14fec5'::uuid, 'fbfe9f95-4c61-458a-bf47-3cce13b8fe21'::uuid, 'f7f4d6ec-be19-4cce-8f18-6a7076ac4d1b'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('aea07883-7777-4c97-824a-a66eece34dd4'::uuid, 'fbfe9f95-4c61-458a-bf47-3cce13b8fe21'::uuid, '1b92d305-a8be-4d36-b37b-5a178f14fec5'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('3fea409e-b926-437a-a6d8-c24cf101c6cf'::uuid, '3fea409eb926437aa6d8c24cf101c6cf', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '3fea409e-b926-437a-a6d8-c24cf101c6cf'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('fccfaa66-189c-4ba8-9abd-2377bc4e8fe8'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '1d283e01-e116-41ea-ba73-bfc4dbd9c8b4'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '3fea409e-b926-437a-a6d8-c24cf101c6cf'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('ed784b50-418f-4428-8e2d-71f01dab76cf'::uuid, '3fea409e-b926-437a-a6d8-c24cf101c6cf'::uuid, 'fccfaa66-189c-4ba8-9abd-2377bc4e8fe8'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('a958cc3e-29ed-4e95-915b-8b9ce3649c9c'::uuid, '3fea409e-b926-437a-a6d8-c24cf101c6cf'::uuid, 'ed784b50-418f-4428-8e2d-71f01dab76cf'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('2287e7ba-813e-4a48-8b77-27c25e391699'::uuid, '2287e7ba813e4a488b7727c25e391699', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '2287e7ba-813e-4a48-8b77-27c25e391699'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('8d9fc98d-7a5d-4c5b-977c-03bd97b150cf'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'd356b629-2f05-4259-b20f-93acafadf0fe'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '2287e7ba-813e-4a48-8b77-27c25e391699'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('548bdb96-7c12-49cc-b131-5d95f0328cad'::uuid, '2287e7ba-813e-4a48-8b77-27c25e391699'::uuid, '8d9fc98d-7a5d-4c5b-977c-03bd97b150cf'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('637933f1-6c19-4169-9f2e-6601246c8f56'::uuid, '2287e7ba-813e-4a48-8b77-27c25e391699'::uuid, '548bdb96-7c12-49cc-b131-5d95f0328cad'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('5dbcdedb-8322-415d-9676-003c22e75173'::uuid, '5dbcdedb8322415d9676003c22e75173', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '5dbcdedb-8322-415d-9676-003c22e75173'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('52c21cb3-5a16-4d64-9209-e9be1c2cde8a'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'c8e774dc-c515-4b5a-9ef8-739fb98f0b39'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '5dbcdedb-8322-415d-9676-003c22e75173'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('4a312b9c-9741-461e-a66c-db91bfe13aab'::uuid, '5dbcdedb-8322-415d-9676-003c22e75173'::uuid, '52c21cb3-5a16-4d64-9209-e9be1c2cde8a'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('cc3771b4-343d-4c4e-b275-a9cf11452a39'::uuid, '5dbcdedb-8322-415d-9676-003c22e75173'::uuid, '4a312b9c-9741-461e-a66c-db91bfe13aab'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
WITH idle AS (
    SELECT chat_id FROM chat_session WHERE ended_at IS NULL AND idle_at <= '2026-04-29T06:28:08.123456Z'::timestamptz
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE chat_session s SET ended_at = s.idle_at, end_reason = 'IDLE'
  FROM idle WHERE s.chat_id = idle.chat_id
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid, '1b9b3374238c463cbb9cc57215cd8c59', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('019d7517-238a-4e6e-91c4-2e393850f424'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'fc8b567b-e5a2-4733-8d92-72ee0e2e055b'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT '1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '2b49ade6-23be-46a3-879e-148c5d370439'::uuid, tenant_id, '019d7517-238a-4e6e-91c4-2e393850f424'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '79e1924e-b802-47b4-83da-e0d6f753dc15'::uuid, tenant_id, '019d7517-238a-4e6e-91c4-2e393850f424'::uuid, '2b49ade6-23be-46a3-879e-148c5d370439'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '1000'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
       pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
       t.code, p.document, p.store_id, r.guard_result,
       EXISTS (SELECT 1 FROM chat_session s
                WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
       r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version
  FROM pipeline_run pr
  JOIN unnest('{"79e1924e-b802-47b4-83da-e0d6f753dc15"}'::uuid[], '{"0"}'::int4[]) AS c (round_id, run_no)
    ON pr.round_id = c.round_id AND pr.run_no = c.run_no
  JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
  JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
  JOIN tenant t ON t.id = pr.tenant_id
 ORDER BY pr.due_at, pr.round_id
-- statement
SELECT chat_id, round_no, run_no, prompt, meal FROM pipeline_run
 WHERE chat_id = ANY ('{"2b49ade6-23be-46a3-879e-148c5d370439"}'::uuid[]) AND tenant_id = ANY ('{"1b9b3374-238c-463c-bb9c-c57215cd8c59"}'::uuid[]) AND meal IS NOT NULL
-- statement
WITH run AS (
    UPDATE pipeline_run
       SET snapshot = '{"upstreamSession":"session \"7\" \u260E","meal":{"value":{"recipeTitle":"\uB450\uBD80\uCC0C\uAC1C","introMessage":"intro \u0000 \"quoted\" \\ \uD83C\uDF5C","recipeDescription":"a lone surrogate: \uD83C","recommendationMessage":"line\nbreak\u2028","notes":"","ingredients":[{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"Produce","quantity":0.250,"quantityUnit":{"ko":"\uBAA8","en":"\uBAA8","ja":"\uBAA8"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"","quantity":1E+3,"quantityUnit":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}}]},"raw":"{ \"b\":1.0,\"a\" : 1e5,\"z\":-0,\n\t\"t\":\"\uB450\uBD80\\u0000 \\ud83c \uD83C\uDF5C \\/\" }"},"shoppingList":{"value":{"items":[{"productId":{"value":9223372036854775807},"itemName":"\uB450\uBD80","itemNameEn":"tofu","price":1200.00,"zoneName":"Z","quantity":2,"matched":true},{"quantity":1,"matched":false}],"total":2400.10},"raw":"{\"items\" : []}"}}', due_at = '2026-04-29T05:28:08.123456Z'::timestamptz,
           meal = coalesce('{ "b":1.0,"a" : 1e5,"z":-0,
	"t":"두부\u0000 \ud83c 🍜 \/" }', meal),
           step1_at = CASE WHEN '2'::int4 >= 1 THEN coalesce(step1_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step2_at = CASE WHEN '2'::int4 >= 2 THEN coalesce(step2_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step3_at = CASE WHEN '2'::int4 >= 3 THEN coalesce(step3_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step4_at = CASE WHEN '2'::int4 >= 4 THEN coalesce(step4_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           settled_at = CASE WHEN 'false'::bool THEN '2026-04-29T05:28:08.123456Z'::timestamptz END,
           lease_until = CASE WHEN 'false'::bool THEN NULL ELSE lease_until END
     WHERE round_id = '79e1924e-b802-47b4-83da-e0d6f753dc15'::uuid AND run_no = '0'::int4 AND lease_token = '1'::int8
       AND settled_at IS NULL AND lease_until IS NOT NULL
    RETURNING round_id, run_no)
UPDATE round r
   SET state = 'KICKED_OFF', done_steps = '2'::int4, stopped = 'false'::bool,
       back_list_status = 'IN_PROGRESS', last_error = NULL,
       updated_at = greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz),
       todos = coalesce(r.todos, '{ "recipe_title":"두부찌개 🍲","total":1.50 }'),
       recommended_items = coalesce(NULL, r.recommended_items),
       notifications = coalesce(NULL, r.notifications),
       todo_result = coalesce(r.todo_result, '[{"quantity":2,"product":{"id":{"value":9223372036854775807},"name":"두부 \"300g\" \u0000","brand":"brand","barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png","quantity":100,"sectionCode":"PR","sectionName":"section","location":{"x":28.0,"y":22.794,"radius":0.5},"dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}},"state":"OPEN"},{"quantity":1,"product":{"id":{"value":7},"name":"Bag","price":1,"priceUnit":"₩","dietary":{}},"state":"OPEN"}]'),
       recommended_result = coalesce(NULL, r.recommended_result),
       notification_result = coalesce(NULL, r.notification_result),
       guard = coalesce(NULL, r.guard),
       guard_result = coalesce(NULL, r.guard_result),
       session_shopping_list = coalesce(NULL, r.session_shopping_list),
       session_back_list = coalesce(NULL, r.session_back_list),
       version = r.version + CASE
           WHEN (r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at)
                IS DISTINCT FROM
                ('KICKED_OFF', '2'::int4, 'false'::bool, 'IN_PROGRESS',
                 NULL, greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz))
             OR num_nonnulls('{ "recipe_title":"두부찌개 🍲","total":1.50 }'::text, NULL::text, NULL::text,
                             NULL::text) > 0
           THEN 1 ELSE 0 END
  FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
RETURNING r.tenant_id
-- statement
WITH held AS (
    SELECT r.round_id, r.run_no
      FROM pipeline_run r
      JOIN unnest('{"79e1924e-b802-47b4-83da-e0d6f753dc15"}'::uuid[], '{"0"}'::int4[], '{"1"}'::int8[]) AS c (round_id, run_no, token)
        ON r.round_id = c.round_id AND r.run_no = c.run_no AND r.lease_token = c.token
     WHERE r.settled_at IS NULL AND r.lease_until IS NOT NULL
     ORDER BY r.round_id, r.run_no
       FOR NO KEY UPDATE OF r)
UPDATE pipeline_run r SET lease_until = NULL, due_at = least(r.due_at, '2026-04-29T05:28:08.123456Z'::timestamptz) FROM held
 WHERE r.round_id = held.round_id AND r.run_no = held.run_no
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '019d7517-238a-4e6e-91c4-2e393850f424'::uuid AND tenant_id = '1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid AND key_line_id = 'fc8b567b-e5a2-4733-8d92-72ee0e2e055b'::uuid
-- statement
SELECT c.created_at
  FROM chat c JOIN profile p ON p.id = c.profile_id
 WHERE c.id = '2b49ade6-23be-46a3-879e-148c5d370439'::uuid AND c.profile_id = '019d7517-238a-4e6e-91c4-2e393850f424'::uuid AND c.tenant_id = '1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid
   AND p.tenant_id = '1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid AND p.key_line_id = 'fc8b567b-e5a2-4733-8d92-72ee0e2e055b'::uuid
   FOR NO KEY UPDATE OF c
-- statement
SELECT r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version FROM round r WHERE r.chat_id = '2b49ade6-23be-46a3-879e-148c5d370439'::uuid AND r.tenant_id = '1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid ORDER BY r.round_no DESC LIMIT 1
-- statement
WITH account AS (SELECT '1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid::uuid AS tenant_id),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '45a3afb1-3321-4959-a1e0-45dadb05b8ff'::uuid, tenant_id, '019d7517-238a-4e6e-91c4-2e393850f424'::uuid, '2b49ade6-23be-46a3-879e-148c5d370439'::uuid, '2'::int4, '0'::int4, 'p',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '-1'::int8
     WHERE tenant_id = '1b9b3374-238c-463c-bb9c-c57215cd8c59'::uuid AND balance >= '1'::int8
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT tenant_id, 'charge', '-1'::int8, balance, 'run', '45a3afb1-3321-4959-a1e0-45dadb05b8ff'::uuid, '0'::int4, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM account
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('19436cba-f29b-4187-a89e-416fb498d7d3'::uuid, '19436cbaf29b4187a89e416fb498d7d3', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('987cd86e-d5f3-4e5f-8131-32f229a6f21f'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '74a6a0b6-75bb-4855-bf03-f9b70ce8eb2e'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT 'd1cb21c0-81e9-46cb-ae67-5671082e111c'::uuid, tenant_id, '987cd86e-d5f3-4e5f-8131-32f229a6f21f'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '516111be-b5d1-4867-934c-e9d669e6a9af'::uuid, tenant_id, '987cd86e-d5f3-4e5f-8131-32f229a6f21f'::uuid, 'd1cb21c0-81e9-46cb-ae67-5671082e111c'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '1000'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
       pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
       t.code, p.document, p.store_id, r.guard_result,
       EXISTS (SELECT 1 FROM chat_session s
                WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
       r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version
  FROM pipeline_run pr
  JOIN unnest('{"516111be-b5d1-4867-934c-e9d669e6a9af"}'::uuid[], '{"0"}'::int4[]) AS c (round_id, run_no)
    ON pr.round_id = c.round_id AND pr.run_no = c.run_no
  JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
  JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
  JOIN tenant t ON t.id = pr.tenant_id
 ORDER BY pr.due_at, pr.round_id
-- statement
SELECT chat_id, round_no, run_no, prompt, meal FROM pipeline_run
 WHERE chat_id = ANY ('{"d1cb21c0-81e9-46cb-ae67-5671082e111c"}'::uuid[]) AND tenant_id = ANY ('{"19436cba-f29b-4187-a89e-416fb498d7d3"}'::uuid[]) AND meal IS NOT NULL
-- statement
WITH run AS (
    UPDATE pipeline_run
       SET snapshot = '{"upstreamSession":"session \"7\" \u260E","meal":{"value":{"recipeTitle":"\uB450\uBD80\uCC0C\uAC1C","introMessage":"intro \u0000 \"quoted\" \\ \uD83C\uDF5C","recipeDescription":"a lone surrogate: \uD83C","recommendationMessage":"line\nbreak\u2028","notes":"","ingredients":[{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"Produce","quantity":0.250,"quantityUnit":{"ko":"\uBAA8","en":"\uBAA8","ja":"\uBAA8"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"","quantity":1E+3,"quantityUnit":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}}]},"raw":"{ \"b\":1.0,\"a\" : 1e5,\"z\":-0,\n\t\"t\":\"\uB450\uBD80\\u0000 \\ud83c \uD83C\uDF5C \\/\" }"},"shoppingList":{"value":{"items":[{"productId":{"value":9223372036854775807},"itemName":"\uB450\uBD80","itemNameEn":"tofu","price":1200.00,"zoneName":"Z","quantity":2,"matched":true},{"quantity":1,"matched":false}],"total":2400.10},"raw":"{\"items\" : []}"}}', due_at = '2026-04-29T05:28:08.123456Z'::timestamptz,
           meal = coalesce('{ "b":1.0,"a" : 1e5,"z":-0,
	"t":"두부\u0000 \ud83c 🍜 \/" }', meal),
           step1_at = CASE WHEN '2'::int4 >= 1 THEN coalesce(step1_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step2_at = CASE WHEN '2'::int4 >= 2 THEN coalesce(step2_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step3_at = CASE WHEN '2'::int4 >= 3 THEN coalesce(step3_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step4_at = CASE WHEN '2'::int4 >= 4 THEN coalesce(step4_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           settled_at = CASE WHEN 'false'::bool THEN '2026-04-29T05:28:08.123456Z'::timestamptz END,
           lease_until = CASE WHEN 'false'::bool THEN NULL ELSE lease_until END
     WHERE round_id = '516111be-b5d1-4867-934c-e9d669e6a9af'::uuid AND run_no = '0'::int4 AND lease_token = '1'::int8
       AND settled_at IS NULL AND lease_until IS NOT NULL
    RETURNING round_id, run_no)
UPDATE round r
   SET state = 'KICKED_OFF', done_steps = '2'::int4, stopped = 'false'::bool,
       back_list_status = 'IN_PROGRESS', last_error = NULL,
       updated_at = greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz),
       todos = coalesce(r.todos, '{ "recipe_title":"두부찌개 🍲","total":1.50 }'),
       recommended_items = coalesce(NULL, r.recommended_items),
       notifications = coalesce(NULL, r.notifications),
       todo_result = coalesce(r.todo_result, '[{"quantity":2,"product":{"id":{"value":9223372036854775807},"name":"두부 \"300g\" \u0000","brand":"brand","barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png","quantity":100,"sectionCode":"PR","sectionName":"section","location":{"x":28.0,"y":22.794,"radius":0.5},"dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}},"state":"OPEN"},{"quantity":1,"product":{"id":{"value":7},"name":"Bag","price":1,"priceUnit":"₩","dietary":{}},"state":"OPEN"}]'),
       recommended_result = coalesce(NULL, r.recommended_result),
       notification_result = coalesce(NULL, r.notification_result),
       guard = coalesce(NULL, r.guard),
       guard_result = coalesce(NULL, r.guard_result),
       session_shopping_list = coalesce(NULL, r.session_shopping_list),
       session_back_list = coalesce(NULL, r.session_back_list),
       version = r.version + CASE
           WHEN (r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at)
                IS DISTINCT FROM
                ('KICKED_OFF', '2'::int4, 'false'::bool, 'IN_PROGRESS',
                 NULL, greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz))
             OR num_nonnulls('{ "recipe_title":"두부찌개 🍲","total":1.50 }'::text, NULL::text, NULL::text,
                             NULL::text) > 0
           THEN 1 ELSE 0 END
  FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
RETURNING r.tenant_id
-- statement
WITH held AS (
    SELECT r.round_id, r.run_no
      FROM pipeline_run r
      JOIN unnest('{"516111be-b5d1-4867-934c-e9d669e6a9af"}'::uuid[], '{"0"}'::int4[], '{"1"}'::int8[]) AS c (round_id, run_no, token)
        ON r.round_id = c.round_id AND r.run_no = c.run_no AND r.lease_token = c.token
     WHERE r.settled_at IS NULL AND r.lease_until IS NOT NULL
     ORDER BY r.round_id, r.run_no
       FOR NO KEY UPDATE OF r)
UPDATE pipeline_run r SET lease_until = NULL, due_at = least(r.due_at, '2026-04-29T05:28:08.123456Z'::timestamptz) FROM held
 WHERE r.round_id = held.round_id AND r.run_no = held.run_no
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '987cd86e-d5f3-4e5f-8131-32f229a6f21f'::uuid AND tenant_id = '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid AND key_line_id = '74a6a0b6-75bb-4855-bf03-f9b70ce8eb2e'::uuid
-- statement
SELECT c.created_at
  FROM chat c JOIN profile p ON p.id = c.profile_id
 WHERE c.id = 'd1cb21c0-81e9-46cb-ae67-5671082e111c'::uuid AND c.profile_id = '987cd86e-d5f3-4e5f-8131-32f229a6f21f'::uuid AND c.tenant_id = '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid
   AND p.tenant_id = '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid AND p.key_line_id = '74a6a0b6-75bb-4855-bf03-f9b70ce8eb2e'::uuid
   FOR NO KEY UPDATE OF c
-- statement
SELECT r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version FROM round r WHERE r.chat_id = 'd1cb21c0-81e9-46cb-ae67-5671082e111c'::uuid AND r.tenant_id = '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid ORDER BY r.round_no DESC LIMIT 1
-- statement
UPDATE pipeline_run SET settled_at = '2026-04-29T05:28:08.123456Z'::timestamptz, lease_until = NULL, lease_token = lease_token + 1
 WHERE round_id = '516111be-b5d1-4867-934c-e9d669e6a9af'::uuid AND tenant_id = '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid AND settled_at IS NULL
-- statement
WITH started AS (
    UPDATE round
       SET run_no = '1'::int4, prompt = 'p', language = 'KO', state = 'CREATED',
           done_steps = '0'::int4, stopped = 'false'::bool,
           updated_at = '2026-04-29T05:28:08.123456Z'::timestamptz, back_list_status = NULL, last_error = NULL,
           version = version + 1,
           guard = '{ "restrictions":["allergen:egg"] }', guard_result = '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}',
           todos = NULL, recommended_items = NULL, notifications = NULL,
           session_shopping_list = NULL, session_back_list = NULL,
           todo_result = NULL, recommended_result = NULL, notification_result = NULL
     WHERE id = '516111be-b5d1-4867-934c-e9d669e6a9af'::uuid AND tenant_id = '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid
    RETURNING id, run_no, tenant_id, chat_id, round_no, prompt)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '-1'::int8
     WHERE tenant_id = '19436cba-f29b-4187-a89e-416fb498d7d3'::uuid AND balance >= '1'::int8
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT tenant_id, 'charge', '-1'::int8, balance, 'run', '516111be-b5d1-4867-934c-e9d669e6a9af'::uuid, '1'::int4, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM account
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('25308746-1bfd-41ba-91d8-4705ec040f75'::uuid, '253087461bfd41ba91d84705ec040f75', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '25308746-1bfd-41ba-91d8-4705ec040f75'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('b4abde8a-f6c4-4fe8-bf25-5f90147e5382'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '1ffe7c7a-93ab-4545-849c-302443caa347'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '25308746-1bfd-41ba-91d8-4705ec040f75'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT '25308746-1bfd-41ba-91d8-4705ec040f75'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT 'c0befe1c-ef37-4c90-bafc-340acc196724'::uuid, tenant_id, 'b4abde8a-f6c4-4fe8-bf25-5f90147e5382'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '4a05aeda-9a2f-4eca-8c79-6cabf3919f48'::uuid, tenant_id, 'b4abde8a-f6c4-4fe8-bf25-5f90147e5382'::uuid, 'c0befe1c-ef37-4c90-bafc-340acc196724'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('37cb682d-008f-4297-93ce-257e4ae721b5'::uuid, '37cb682d008f429793ce257e4ae721b5', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH owned AS (
    SELECT id, tenant_id FROM profile
     WHERE id = 'b4abde8a-f6c4-4fe8-bf25-5f90147e5382'::uuid AND tenant_id = '25308746-1bfd-41ba-91d8-4705ec040f75'::uuid AND key_line_id = '1ffe7c7a-93ab-4545-849c-302443caa347'::uuid),
matching AS NOT MATERIALIZED (
    SELECT e.* FROM owned o JOIN sdk_chat_event e ON e.profile_id = o.id AND e.tenant_id = o.tenant_id
     WHERE coalesce(e.type = NULL, true)),
head AS (SELECT count(*) AS total FROM matching HAVING EXISTS (SELECT 1 FROM owned)),
paged AS (
    SELECT * FROM matching ORDER BY created_at DESC, event_no DESC LIMIT '100'::int4 OFFSET '0'::int8)
SELECT h.total, e.*, p.id AS known_profile, p.name, p.gender, p.age, p.locale
  FROM head h
  LEFT JOIN paged e ON true
  LEFT JOIN profile p ON p.id = e.profile_id AND p.tenant_id = e.tenant_id
 ORDER BY e.created_at DESC, e.event_no DESC
-- statement
WITH matching AS NOT MATERIALIZED (
    SELECT * FROM sdk_chat_event e
     WHERE e.tenant_id = '25308746-1bfd-41ba-91d8-4705ec040f75'::uuid),
head AS (SELECT count(*) AS total FROM matching),
paged AS (
    SELECT * FROM matching ORDER BY created_at DESC, event_no DESC LIMIT '100'::int4 OFFSET '0'::int8)
SELECT h.total, e.*, p.id AS known_profile, p.name, p.gender, p.age, p.locale
  FROM head h
  LEFT JOIN paged e ON true
  LEFT JOIN profile p ON p.id = e.profile_id AND p.tenant_id = e.tenant_id
 ORDER BY e.created_at DESC, e.event_no DESC
-- statement
SELECT e.*, p.id AS known_profile, p.name, p.gender, p.age, p.locale
  FROM unnest('{"25308746-1bfd-41ba-91d8-4705ec040f75","37cb682d-008f-4297-93ce-257e4ae721b5"}'::uuid[], '{"0","0"}'::int8[]) AS known (tenant_id, event_no)
 CROSS JOIN LATERAL (
       SELECT * FROM sdk_chat_event l
        WHERE l.tenant_id = known.tenant_id AND l.event_no > known.event_no
        ORDER BY l.event_no LIMIT '10'::int4) e
  LEFT JOIN profile p ON p.id = e.profile_id AND p.tenant_id = e.tenant_id
 ORDER BY e.tenant_id, e.event_no
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('56d4f8f5-a6b7-4108-bf9e-9929433a68f8'::uuid, '56d4f8f5a6b74108bf9e9929433a68f8', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '56d4f8f5-a6b7-4108-bf9e-9929433a68f8'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('ff67af01-0949-4c26-a7c3-47982d31d5c1'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '8676325c-4516-4d29-94ea-e4772b81c373'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '56d4f8f5-a6b7-4108-bf9e-9929433a68f8'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = 'ff67af01-0949-4c26-a7c3-47982d31d5c1'::uuid AND tenant_id = '56d4f8f5-a6b7-4108-bf9e-9929433a68f8'::uuid AND key_line_id = '8676325c-4516-4d29-94ea-e4772b81c373'::uuid FOR KEY SHARE
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('44575a66-5a22-4895-bfaf-9048c63def0b'::uuid, '56d4f8f5-a6b7-4108-bf9e-9929433a68f8'::uuid, 'ff67af01-0949-4c26-a7c3-47982d31d5c1'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('361601e5-2738-408a-8c47-4f0194809946'::uuid, '361601e52738408a8c474f0194809946', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'e1cb690d-07b0-4bd2-a083-fd77858982ee'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '361601e5-2738-408a-8c47-4f0194809946'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH stamped AS (
    INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
    VALUES ('8986d712-10b3-40bc-bbf2-4e341bbadafb'::uuid, '361601e5-2738-408a-8c47-4f0194809946'::uuid, '3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '1'::int4,
            'ENTER', NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (profile_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid AND tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid AND key_line_id = 'e1cb690d-07b0-4bd2-a083-fd77858982ee'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = '3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid AND v.tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid AND p.key_line_id = 'e1cb690d-07b0-4bd2-a083-fd77858982ee'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = '8986d712-10b3-40bc-bbf2-4e341bbadafb'::uuid AND s.ended_at IS NULL AND p.id = '3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid AND p.tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid
   AND p.key_line_id = 'e1cb690d-07b0-4bd2-a083-fd77858982ee'::uuid
   FOR NO KEY UPDATE OF s
-- statement
INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
VALUES ('eb30880a-f37d-4c49-ae34-6e51273bda22'::uuid, '361601e5-2738-408a-8c47-4f0194809946'::uuid, '8986d712-10b3-40bc-bbf2-4e341bbadafb'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz,
        '2026-04-29T06:28:08.123456Z'::timestamptz)
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason,
       r.id AS round_id, r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at,
       r.session_shopping_list, r.session_back_list
  FROM profile p
  JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
  JOIN chat_session s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
  LEFT JOIN LATERAL (
       SELECT id, state, done_steps, stopped, back_list_status, last_error, updated_at,
              session_shopping_list, session_back_list
         FROM round WHERE chat_id = s.chat_id AND tenant_id = s.tenant_id
        ORDER BY round_no DESC LIMIT 1) r ON true
 WHERE p.id = '3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid AND p.tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid AND p.key_line_id = 'e1cb690d-07b0-4bd2-a083-fd77858982ee'::uuid AND v.id = '8986d712-10b3-40bc-bbf2-4e341bbadafb'::uuid
   AND s.ended_at IS NULL AND s.idle_at > '2026-04-29T05:28:08.123456Z'::timestamptz
-- statement
SELECT name, gender, age, locale, persona, store_id, additional
  FROM profile WHERE id = '3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid AND tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid AND key_line_id = 'e1cb690d-07b0-4bd2-a083-fd77858982ee'::uuid FOR KEY SHARE
-- statement
SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
  FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE v.profile_id = '3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid AND v.tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid AND p.key_line_id = 'e1cb690d-07b0-4bd2-a083-fd77858982ee'::uuid
   AND v.ended_at IS NULL
   FOR NO KEY UPDATE OF v
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
  FROM chat_session s
  JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
  JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
 WHERE s.visit_id = '8986d712-10b3-40bc-bbf2-4e341bbadafb'::uuid AND s.ended_at IS NULL AND p.id = '3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid AND p.tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid
   AND p.key_line_id = 'e1cb690d-07b0-4bd2-a083-fd77858982ee'::uuid
   FOR NO KEY UPDATE OF s
-- statement
UPDATE chat_session
   SET active_at = '2026-04-29T05:28:08.123456Z'::timestamptz, idle_at = '2026-04-29T06:28:08.123456Z'::timestamptz, ended_at = NULL,
       end_reason = NULL
 WHERE chat_id = 'eb30880a-f37d-4c49-ae34-6e51273bda22'::uuid AND tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid
-- statement
SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason,
       r.id AS round_id, r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at,
       r.session_shopping_list, r.session_back_list
  FROM profile p
  JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
  JOIN chat_session s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
  LEFT JOIN LATERAL (
       SELECT id, state, done_steps, stopped, back_list_status, last_error, updated_at,
              session_shopping_list, session_back_list
         FROM round WHERE chat_id = s.chat_id AND tenant_id = s.tenant_id
        ORDER BY round_no DESC LIMIT 1) r ON true
 WHERE p.id = '3274f3a5-5c15-4f0c-9f5e-0a2d55b44940'::uuid AND p.tenant_id = '361601e5-2738-408a-8c47-4f0194809946'::uuid AND p.key_line_id = 'e1cb690d-07b0-4bd2-a083-fd77858982ee'::uuid AND v.id = '8986d712-10b3-40bc-bbf2-4e341bbadafb'::uuid
   AND s.ended_at IS NULL AND s.idle_at > '2026-04-29T05:28:08.123456Z'::timestamptz
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('9421d76b-5c35-453b-aacd-9bbae1d1820b'::uuid, '9421d76b5c35453baacd9bbae1d1820b', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '9421d76b-5c35-453b-aacd-9bbae1d1820b'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('14518030-aa8c-4b05-a392-90df1a2d54ce'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '19bdc091-71f1-4280-a8c5-1c689285a53d'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '9421d76b-5c35-453b-aacd-9bbae1d1820b'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT '9421d76b-5c35-453b-aacd-9bbae1d1820b'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT 'c802aa1c-d667-4705-bbda-d1614abc4f69'::uuid, tenant_id, '14518030-aa8c-4b05-a392-90df1a2d54ce'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT 'cf179deb-bc67-4373-a148-9001eab2f3b6'::uuid, tenant_id, '14518030-aa8c-4b05-a392-90df1a2d54ce'::uuid, 'c802aa1c-d667-4705-bbda-d1614abc4f69'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '1000'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
       pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
       t.code, p.document, p.store_id, r.guard_result,
       EXISTS (SELECT 1 FROM chat_session s
                WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
       r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version
  FROM pipeline_run pr
  JOIN unnest('{"cf179deb-bc67-4373-a148-9001eab2f3b6"}'::uuid[], '{"0"}'::int4[]) AS c (round_id, run_no)
    ON pr.round_id = c.round_id AND pr.run_no = c.run_no
  JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
  JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
  JOIN tenant t ON t.id = pr.tenant_id
 ORDER BY pr.due_at, pr.round_id
-- statement
SELECT chat_id, round_no, run_no, prompt, meal FROM pipeline_run
 WHERE chat_id = ANY ('{"c802aa1c-d667-4705-bbda-d1614abc4f69"}'::uuid[]) AND tenant_id = ANY ('{"9421d76b-5c35-453b-aacd-9bbae1d1820b"}'::uuid[]) AND meal IS NOT NULL
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('284a7f47-f70c-46a1-9235-375a1ca3c59c'::uuid, '284a7f47f70c46a19235375a1ca3c59c', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = '284a7f47-f70c-46a1-9235-375a1ca3c59c'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('66d706d8-cd35-4ce8-856c-f97334172f32'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', '1fbc7452-87e0-4a95-8a18-4a69f7151a18'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', '284a7f47-f70c-46a1-9235-375a1ca3c59c'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT '284a7f47-f70c-46a1-9235-375a1ca3c59c'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '27b48a1d-668e-4b26-98f5-ad2b963ad558'::uuid, tenant_id, '66d706d8-cd35-4ce8-856c-f97334172f32'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT 'f11e58a1-beee-462a-a17d-c400e6f5a4c1'::uuid, tenant_id, '66d706d8-cd35-4ce8-856c-f97334172f32'::uuid, '27b48a1d-668e-4b26-98f5-ad2b963ad558'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '1000'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
       pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
       t.code, p.document, p.store_id, r.guard_result,
       EXISTS (SELECT 1 FROM chat_session s
                WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
       r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version
  FROM pipeline_run pr
  JOIN unnest('{"f11e58a1-beee-462a-a17d-c400e6f5a4c1"}'::uuid[], '{"0"}'::int4[]) AS c (round_id, run_no)
    ON pr.round_id = c.round_id AND pr.run_no = c.run_no
  JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
  JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
  JOIN tenant t ON t.id = pr.tenant_id
 ORDER BY pr.due_at, pr.round_id
-- statement
SELECT chat_id, round_no, run_no, prompt, meal FROM pipeline_run
 WHERE chat_id = ANY ('{"27b48a1d-668e-4b26-98f5-ad2b963ad558"}'::uuid[]) AND tenant_id = ANY ('{"284a7f47-f70c-46a1-9235-375a1ca3c59c"}'::uuid[]) AND meal IS NOT NULL
-- statement
SELECT c.round_id, c.run_no, c.token AS lease_token
  FROM unnest('{"cf179deb-bc67-4373-a148-9001eab2f3b6","f11e58a1-beee-462a-a17d-c400e6f5a4c1"}'::uuid[], '{"0","0"}'::int4[], '{"1","1"}'::int8[]) AS c (round_id, run_no, token)
 WHERE NOT EXISTS (
    SELECT 1 FROM pipeline_run r
     WHERE r.round_id = c.round_id AND r.run_no = c.run_no
       AND (r.settled_at IS NULL OR r.lease_token = c.token))
-- statement
UPDATE pipeline_run SET settled_at = now() WHERE settled_at IS NULL
-- statement
UPDATE chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL
-- statement
DELETE FROM signage_outbox
-- statement
DELETE FROM signage_passage
-- statement
WITH added AS (
    INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
    VALUES ('f2843a5c-ebbd-415a-8ee5-1be48b482cd3'::uuid, 'f2843a5cebbd415a8ee51be48b482cd3', 'A retailer', 'ko', 'true'::bool,
            NULL, '2026-04-29T05:28:08.123456Z'::timestamptz)
    ON CONFLICT (code) DO NOTHING
    RETURNING id)
INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '10'::int8
     WHERE tenant_id = 'f2843a5c-ebbd-415a-8ee5-1be48b482cd3'::uuid AND balance + '10'::int8 >= 0
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, created_at)
SELECT tenant_id, 'grant', '10'::int8, balance, 'for a test', '2026-04-29T05:28:08.123456Z'::timestamptz FROM account RETURNING balance_after
-- statement
INSERT INTO profile (id, additional, age, created_at, document, gender, key_line_id, locale, name, persona, store_id, tenant_id, updated_at) VALUES ('8c869dc4-1faa-4571-8f05-4457295fdd70'::uuid, '{"extra":"辛いもの好き","x":1.0}', '32'::int8, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "name":"佐藤花子", "age": 32,"x":1.0 }', 'F', 'dc253d25-51d8-4fd9-8604-a741a4f6e950'::uuid, 'ja', '佐藤花子', '共働きの二児の親', 'store-7', 'f2843a5c-ebbd-415a-8ee5-1be48b482cd3'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz)
-- statement
WITH account AS (SELECT 'f2843a5c-ebbd-415a-8ee5-1be48b482cd3'::uuid::uuid AS tenant_id),
begun AS (
    INSERT INTO chat (id, tenant_id, profile_id, created_at)
    SELECT '9f80e57a-f5cc-4e63-8e56-5fa5b119c2ff'::uuid, tenant_id, '8c869dc4-1faa-4571-8f05-4457295fdd70'::uuid, '2026-04-29T05:28:08.123456Z'::timestamptz FROM account),
started AS (INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                   done_steps, stopped, created_at, updated_at, guard, guard_result)
SELECT '2353b7a3-5adc-43bb-a728-a4d2b51d70dc'::uuid, tenant_id, '8c869dc4-1faa-4571-8f05-4457295fdd70'::uuid, '9f80e57a-f5cc-4e63-8e56-5fa5b119c2ff'::uuid, '1'::int4, '0'::int4, '오늘 저녁 뭐 먹지?',
       'KO', 'CREATED', '0'::int4, 'false'::bool,
       '2026-04-29T05:28:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, '{ "restrictions":["allergen:egg"] }', '{"restrictions":["allergen:egg","diet:halal","dislike:\uC624\uC774\u0000"],"unknown":["\uB9DD\uACE0 \uD83C \"x\""],"unmet":[],"withheld":[]}'
  FROM account
RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
)
INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                          deadline, due_at, request_id, traceparent, tracestate)
SELECT id, run_no, tenant_id, chat_id, round_no, prompt, 'Profile: name A

오늘 저녁 뭐 먹지? 🍜', '2026-04-29T05:28:08.123456Z'::timestamptz,
       '2026-04-29T05:33:08.123456Z'::timestamptz, '2026-04-29T05:28:08.123456Z'::timestamptz, 'app-7:{"~', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
       'vendor=a b,other@us=1'
  FROM started
-- statement
WITH account AS (
    UPDATE tenant_credit SET balance = balance + '-1'::int8
     WHERE tenant_id = 'f2843a5c-ebbd-415a-8ee5-1be48b482cd3'::uuid AND balance >= '1'::int8
    RETURNING tenant_id, balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT tenant_id, 'charge', '-1'::int8, balance, 'run', '2353b7a3-5adc-43bb-a728-a4d2b51d70dc'::uuid, '0'::int4, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM account
-- statement
WITH due AS (
    SELECT round_id, run_no, due_at FROM pipeline_run
     WHERE settled_at IS NULL AND due_at <= '2026-04-29T05:28:08.123456Z'::timestamptz AND (lease_until IS NULL OR lease_until <= '2026-04-29T05:28:08.123456Z'::timestamptz)
     ORDER BY due_at, round_id LIMIT '1000'::int4
       FOR NO KEY UPDATE SKIP LOCKED)
UPDATE pipeline_run r SET lease_until = '2026-04-29T05:28:38.123456Z'::timestamptz, lease_token = r.lease_token + 1
  FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
RETURNING r.round_id, r.run_no, r.lease_token
-- statement
SELECT pr.round_id AS claimed_round_id, pr.run_no AS claimed_run_no, pr.lease_token, pr.user_query,
       pr.snapshot, pr.deadline, pr.tenant_id, pr.chat_id, pr.request_id, pr.traceparent, pr.tracestate,
       t.code, p.document, p.store_id, r.guard_result,
       EXISTS (SELECT 1 FROM chat_session s
                WHERE s.chat_id = pr.chat_id AND s.tenant_id = pr.tenant_id) AS in_session,
       r.id AS round_id, r.round_no, r.run_no, r.prompt, r.language, r.state, r.done_steps, r.stopped,
r.back_list_status, r.last_error, r.created_at AS round_created_at, r.updated_at,
greatest(r.updated_at, r.list_changed_at) AS changed_at, r.version
  FROM pipeline_run pr
  JOIN unnest('{"2353b7a3-5adc-43bb-a728-a4d2b51d70dc"}'::uuid[], '{"0"}'::int4[]) AS c (round_id, run_no)
    ON pr.round_id = c.round_id AND pr.run_no = c.run_no
  JOIN round r ON r.id = pr.round_id AND r.tenant_id = pr.tenant_id
  JOIN profile p ON p.id = r.profile_id AND p.tenant_id = r.tenant_id
  JOIN tenant t ON t.id = pr.tenant_id
 ORDER BY pr.due_at, pr.round_id
-- statement
SELECT chat_id, round_no, run_no, prompt, meal FROM pipeline_run
 WHERE chat_id = ANY ('{"9f80e57a-f5cc-4e63-8e56-5fa5b119c2ff"}'::uuid[]) AND tenant_id = ANY ('{"f2843a5c-ebbd-415a-8ee5-1be48b482cd3"}'::uuid[]) AND meal IS NOT NULL
-- statement
WITH run AS (
    UPDATE pipeline_run
       SET snapshot = '{"upstreamSession":"session \"7\" \u260E","meal":{"value":{"recipeTitle":"\uB450\uBD80\uCC0C\uAC1C","introMessage":"intro \u0000 \"quoted\" \\ \uD83C\uDF5C","recipeDescription":"a lone surrogate: \uD83C","recommendationMessage":"line\nbreak\u2028","notes":"","ingredients":[{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"Produce","quantity":0.250,"quantityUnit":{"ko":"\uBAA8","en":"\uBAA8","ja":"\uBAA8"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}},{"name":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"},"category":"","quantity":1E+3,"quantityUnit":{"ko":"\uB450\uBD80","en":"tofu","ja":"\u8C46\u8150"}}]},"raw":"{ \"b\":1.0,\"a\" : 1e5,\"z\":-0,\n\t\"t\":\"\uB450\uBD80\\u0000 \\ud83c \uD83C\uDF5C \\/\" }"}}', due_at = '2026-04-29T05:28:08.123456Z'::timestamptz,
           meal = coalesce(NULL, meal),
           step1_at = CASE WHEN '1'::int4 >= 1 THEN coalesce(step1_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step2_at = CASE WHEN '1'::int4 >= 2 THEN coalesce(step2_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step3_at = CASE WHEN '1'::int4 >= 3 THEN coalesce(step3_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step4_at = CASE WHEN '1'::int4 >= 4 THEN coalesce(step4_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           settled_at = CASE WHEN 'false'::bool THEN '2026-04-29T05:28:08.123456Z'::timestamptz END,
           lease_until = CASE WHEN 'false'::bool THEN NULL ELSE lease_until END
     WHERE round_id = '2353b7a3-5adc-43bb-a728-a4d2b51d70dc'::uuid AND run_no = '0'::int4 AND lease_token = '1'::int8
       AND settled_at IS NULL AND lease_until IS NOT NULL
    RETURNING round_id, run_no)
UPDATE round r
   SET state = 'KICKED_OFF', done_steps = '1'::int4, stopped = 'false'::bool,
       back_list_status = 'NOT_STARTED', last_error = NULL,
       updated_at = greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz),
       todos = coalesce(r.todos, NULL),
       recommended_items = coalesce(NULL, r.recommended_items),
       notifications = coalesce(NULL, r.notifications),
       todo_result = coalesce(r.todo_result, NULL),
       recommended_result = coalesce(NULL, r.recommended_result),
       notification_result = coalesce(NULL, r.notification_result),
       guard = coalesce(NULL, r.guard),
       guard_result = coalesce(NULL, r.guard_result),
       session_shopping_list = coalesce(NULL, r.session_shopping_list),
       session_back_list = coalesce(NULL, r.session_back_list),
       version = r.version + CASE
           WHEN (r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at)
                IS DISTINCT FROM
                ('KICKED_OFF', '1'::int4, 'false'::bool, 'NOT_STARTED',
                 NULL, greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz))
             OR num_nonnulls(NULL::text, NULL::text, NULL::text,
                             NULL::text) > 0
           THEN 1 ELSE 0 END
  FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
RETURNING r.tenant_id
-- statement
WITH run AS (
    UPDATE pipeline_run
       SET snapshot = '{"failure":{"kind":"CANCELLED"}}', due_at = '2026-04-29T05:28:08.123456Z'::timestamptz,
           meal = coalesce(NULL, meal),
           step1_at = CASE WHEN '0'::int4 >= 1 THEN coalesce(step1_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step2_at = CASE WHEN '0'::int4 >= 2 THEN coalesce(step2_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step3_at = CASE WHEN '0'::int4 >= 3 THEN coalesce(step3_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           step4_at = CASE WHEN '0'::int4 >= 4 THEN coalesce(step4_at, '2026-04-29T05:28:08.123456Z'::timestamptz) END,
           settled_at = CASE WHEN 'true'::bool THEN '2026-04-29T05:28:08.123456Z'::timestamptz END,
           lease_until = CASE WHEN 'true'::bool THEN NULL ELSE lease_until END
     WHERE round_id = '2353b7a3-5adc-43bb-a728-a4d2b51d70dc'::uuid AND run_no = '0'::int4 AND lease_token = '1'::int8
       AND settled_at IS NULL AND lease_until IS NOT NULL
    RETURNING round_id, run_no)
UPDATE round r
   SET state = 'ERROR', done_steps = '0'::int4, stopped = 'true'::bool,
       back_list_status = NULL, last_error = 'cancelled',
       updated_at = greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz),
       todos = coalesce(r.todos, NULL),
       recommended_items = coalesce(NULL, r.recommended_items),
       notifications = coalesce(NULL, r.notifications),
       todo_result = coalesce(r.todo_result, NULL),
       recommended_result = coalesce(NULL, r.recommended_result),
       notification_result = coalesce(NULL, r.notification_result),
       guard = coalesce(NULL, r.guard),
       guard_result = coalesce(NULL, r.guard_result),
       session_shopping_list = coalesce(NULL, r.session_shopping_list),
       session_back_list = coalesce(NULL, r.session_back_list),
       version = r.version + CASE
           WHEN (r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at)
                IS DISTINCT FROM
                ('ERROR', '0'::int4, 'true'::bool, NULL,
                 'cancelled', greatest(r.updated_at, '2026-04-29T05:28:08.123456Z'::timestamptz))
             OR num_nonnulls(NULL::text, NULL::text, NULL::text,
                             NULL::text) > 0
           THEN 1 ELSE 0 END
  FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
RETURNING r.tenant_id
-- statement
SELECT balance FROM tenant_credit WHERE tenant_id = 'f2843a5c-ebbd-415a-8ee5-1be48b482cd3'::uuid FOR NO KEY UPDATE
-- statement
WITH charged AS (
    SELECT c.tenant_id, c.round_id, c.run_no, -c.amount AS amount
      FROM credit_entry c
     WHERE c.tenant_id = 'f2843a5c-ebbd-415a-8ee5-1be48b482cd3'::uuid AND c.round_id = '2353b7a3-5adc-43bb-a728-a4d2b51d70dc'::uuid AND c.run_no = '0'::int4 AND c.kind = 'charge'
       AND NOT EXISTS (SELECT 1 FROM credit_entry r
                        WHERE r.round_id = c.round_id AND r.run_no = c.run_no AND r.kind = 'refund')),
account AS (
    UPDATE tenant_credit t SET balance = t.balance + c.amount
      FROM charged c WHERE t.tenant_id = c.tenant_id
    RETURNING t.balance)
INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
SELECT c.tenant_id, 'refund', c.amount, a.balance, 'run', c.round_id, c.run_no, '2026-04-29T05:28:08.123456Z'::timestamptz
  FROM charged c CROSS JOIN account a
