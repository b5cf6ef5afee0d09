package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.visit.RecommendInSessionUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.profile.ProfileId;
import java.util.Objects;

/** The body of a kickoff in a chat session. An id that is no UUID is still a valid body: it names what does not exist. */
record SessionKickOffRequest(Prompt prompt, String sessionId) {

    private static final String SESSION_ID = "session_id";

    /** Whether a kickoff is meant for a chat session: it says so by naming one, whatever it takes for a name. */
    static boolean isMeantBy(JsonObject body) {
        return body.has(SESSION_ID);
    }

    static SessionKickOffRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        Prompt prompt = fields.required("prompt", Prompt::new);
        String sessionId = fields.requiredString(SESSION_ID);
        fields.refuse("chat_id", "cannot go together with session_id");
        fields.refuse("round_id", "cannot go together with session_id");
        fields.check();
        return new SessionKickOffRequest(Objects.requireNonNull(prompt), sessionId);
    }

    RecommendInSessionUseCase.Command toCommand(ApiKey key, ProfileId profile) {
        return new RecommendInSessionUseCase.Command(key, profile, PathIds.session(sessionId), prompt);
    }
}
