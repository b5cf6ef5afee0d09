#!/usr/bin/env bash
# The complete example of the Japanese client guide. From outside come BASE_URL, SDK_KEY and PROFILE_ID.

# 1. 初回ラウンド — chat_id なし
RESP=$(curl -s -X POST $BASE_URL/v1/chat/$PROFILE_ID/recommend \
  -H "Authorization: Bearer $SDK_KEY" \
  -H "Content-Type: application/json" \
  -d '{"prompt":"今夜のおかず何がいい?"}')
CHAT_ID=$(echo "$RESP" | jq -r '.data.chat_id')

# 2. ディテールをポーリング (2 秒) — 最後のラウンドが completed まで
while true; do
  DETAIL=$(curl -s $BASE_URL/v1/chat/$PROFILE_ID/recommend/$CHAT_ID \
    -H "Authorization: Bearer $SDK_KEY")
  LAST_STATUS=$(echo "$DETAIL" | jq -r '.data.rounds[-1].status')
  [ "$LAST_STATUS" = "completed" ] && { echo "$DETAIL" | jq '.data.rounds[-1]'; break; }
  [ "$LAST_STATUS" = "error" ]     && { echo "$DETAIL" | jq '.data.rounds[-1].last_error'; break; }
  sleep 2
done

# 3. 同じ chat_id でフォローアップ
curl -X POST $BASE_URL/v1/chat/$PROFILE_ID/recommend \
  -H "Authorization: Bearer $SDK_KEY" \
  -H "Content-Type: application/json" \
  -d "{\"chat_id\":\"$CHAT_ID\",\"prompt\":\"ワイン以外のおすすめは?\"}"

# 4. 累積リスト
curl $BASE_URL/v1/chat/$PROFILE_ID/recommend?page=0\&limit=20 \
  -H "Authorization: Bearer $SDK_KEY"
