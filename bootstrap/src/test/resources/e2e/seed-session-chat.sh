#!/usr/bin/env bash
# The complete example of the guide to the session-based chat. From outside come BASE_URL, SDK_KEY and PROFILE_ID.

# 1. Start profile session
SESSION_ID=$(curl -s -X POST $BASE_URL/v1/profile/$PROFILE_ID/session/start \
  -H "Authorization: Bearer $SDK_KEY" | jq -r '.data.session_id')

# 2. Create LLM chat session (no body)
curl -X POST $BASE_URL/v1/chat/$PROFILE_ID \
  -H "Authorization: Bearer $SDK_KEY"

# 3. Stamp CHAT
curl -X POST $BASE_URL/v1/profile/$PROFILE_ID/session/stamp \
  -H "Authorization: Bearer $SDK_KEY" \
  -H "Content-Type: application/json" \
  -d '{"status":"CHAT"}'

# 4. Kickoff
curl -X POST $BASE_URL/v1/chat/$PROFILE_ID/recommend \
  -H "Authorization: Bearer $SDK_KEY" \
  -H "Content-Type: application/json" \
  -d "{\"session_id\":\"$SESSION_ID\",\"prompt\":\"Dinner ideas?\"}"

# 5. Poll (0.5s)
while true; do
  RESP=$(curl -s $BASE_URL/v1/chat/$PROFILE_ID/recommend/$SESSION_ID \
    -H "Authorization: Bearer $SDK_KEY")
  STATUS=$(echo "$RESP" | jq -r '.data.status')
  [ "$STATUS" = "READY" ] && { echo "$RESP" | jq '.data.result'; break; }
  [ "$STATUS" = "ERROR" ] && { echo "$RESP" | jq '.data.last_error'; break; }
  sleep 0.5
done

# 6. End
curl -X DELETE $BASE_URL/v1/chat/$PROFILE_ID/session/$SESSION_ID \
  -H "Authorization: Bearer $SDK_KEY"
