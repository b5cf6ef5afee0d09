#!/usr/bin/env bash
# The complete example of the guide to sessions. From outside come BASE_URL, SDK_KEY and PERSONA_ID.

# Start session
curl -X POST $BASE_URL/v1/persona/$PERSONA_ID/session/start \
  -H "Authorization: Bearer $SDK_KEY"

# Record stamp
curl -X POST $BASE_URL/v1/persona/$PERSONA_ID/session/stamp \
  -H "Authorization: Bearer $SDK_KEY" \
  -H "Content-Type: application/json" \
  -d '{"status": "SHOPPING", "meta": {"zone": "wine"}}'

# Get current session
curl $BASE_URL/v1/persona/$PERSONA_ID/session \
  -H "Authorization: Bearer $SDK_KEY"

# End session
curl -X POST $BASE_URL/v1/persona/$PERSONA_ID/session/end \
  -H "Authorization: Bearer $SDK_KEY"
