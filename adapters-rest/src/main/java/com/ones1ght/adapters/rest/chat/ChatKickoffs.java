package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.application.visit.RecommendInSessionUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.Prompt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.function.Supplier;

/** Accepts questions, for the resource and for the filter in front of it. Thread-safe. */
@ApplicationScoped
public class ChatKickoffs {

    private static final String SESSION_ID = "session_id";

    private KickOffRoundUseCase kickOff;
    private RecommendInSessionUseCase recommend;

    /** For the container's proxy. */
    protected ChatKickoffs() {}

    @Inject
    public ChatKickoffs(KickOffRoundUseCase kickOff, RecommendInSessionUseCase recommend) {
        this.kickOff = kickOff;
        this.recommend = recommend;
    }

    /** Checks the body; what it returns accepts the question, in a chat session if the body names one. */
    public Supplier<Done> of(ApiKey key, String profile, JsonObject body) {
        return body.has(SESSION_ID) ? inSession(key, profile, body) : inChat(key, profile, body);
    }

    /** An id that is no UUID is valid in a body: it names what does not exist. */
    private Supplier<Done> inChat(ApiKey key, String profile, JsonObject body) {
        FieldReader fields = body.reader();
        Prompt prompt = fields.required("prompt", Prompt::new);
        String chat = fields.optionalString("chat_id");
        String round = fields.optionalString("round_id");
        if (!body.has("chat_id")) {
            fields.refuse("round_id", "needs the chat_id that it belongs to");
        }
        fields.check();
        return () -> {
            KickOffRoundUseCase.Command command = new KickOffRoundUseCase.Command(
                    key,
                    PathIds.profile(profile),
                    Objects.requireNonNull(prompt),
                    chat == null ? null : PathIds.chat(chat),
                    round == null ? null : PathIds.round(round));
            return new Done(ChatDocument.accepted(kickOff.kickOff(command)), command.profile());
        };
    }

    private Supplier<Done> inSession(ApiKey key, String profile, JsonObject body) {
        FieldReader fields = body.reader();
        Prompt prompt = fields.required("prompt", Prompt::new);
        String session = fields.requiredString(SESSION_ID);
        fields.refuse("chat_id", "cannot go together with session_id");
        fields.refuse("round_id", "cannot go together with session_id");
        fields.check();
        return () -> {
            RecommendInSessionUseCase.Command command = new RecommendInSessionUseCase.Command(
                    key, PathIds.profile(profile), PathIds.session(session), Objects.requireNonNull(prompt));
            recommend.recommend(command);
            return new Done(ChatSessionDocument.accepted(command.session()), command.profile());
        };
    }
}
