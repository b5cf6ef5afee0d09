#!/usr/bin/env bash
# The complete example of the Korean client guide. From outside come BASE_URL, SDK_KEY and PROFILE_ID.

# 1. 첫 라운드 — chat_id 없이 호출
RESP=$(curl -s -X POST $BASE_URL/v1/chat/$PROFILE_ID/recommend \
  -H "Authorization: Bearer $SDK_KEY" \
  -H "Content-Type: application/json" \
  -d '{"prompt":"오늘 저녁 카레 땡기는데"}')
CHAT_ID=$(echo "$RESP" | jq -r '.data.chat_id')

# 2. 디테일 폴링 (2s 간격) — 마지막 round 가 completed 될 때까지
while true; do
  DETAIL=$(curl -s $BASE_URL/v1/chat/$PROFILE_ID/recommend/$CHAT_ID \
    -H "Authorization: Bearer $SDK_KEY")
  LAST_STATUS=$(echo "$DETAIL" | jq -r '.data.rounds[-1].status')
  [ "$LAST_STATUS" = "completed" ] && { echo "$DETAIL" | jq '.data.rounds[-1]'; break; }
  [ "$LAST_STATUS" = "error" ]     && { echo "$DETAIL" | jq '.data.rounds[-1].last_error'; break; }
  sleep 2
done

# 3. 꼬리질문 — 같은 chat_id 로 follow-up
curl -X POST $BASE_URL/v1/chat/$PROFILE_ID/recommend \
  -H "Authorization: Bearer $SDK_KEY" \
  -H "Content-Type: application/json" \
  -d "{\"chat_id\":\"$CHAT_ID\",\"prompt\":\"와인 말고 다른거 추천해줄래\"}"

# 4. 누적 리스트
curl $BASE_URL/v1/chat/$PROFILE_ID/recommend?page=0\&limit=20 \
  -H "Authorization: Bearer $SDK_KEY"
