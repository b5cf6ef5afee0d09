package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.profile.ProfileId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a kickoff. An id that is no UUID is still a valid body: it names what does not exist. */
record KickOffRequest(
        Prompt prompt, @Nullable String chatId, @Nullable String roundId) {

    static KickOffRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        Prompt prompt = fields.required("prompt", Prompt::new);
        String chatId = fields.optionalString("chat_id");
        String roundId = fields.optionalString("round_id");
        if (!body.has("chat_id")) {
            fields.refuse("round_id", "needs the chat_id that it belongs to");
        }
        fields.check();
        return new KickOffRequest(Objects.requireNonNull(prompt), chatId, roundId);
    }

    KickOffRoundUseCase.Command toCommand(ApiKey key, ProfileId profile) {
        return new KickOffRoundUseCase.Command(
                key,
                profile,
                prompt,
                chatId == null ? null : PathIds.chat(chatId),
                roundId == null ? null : PathIds.round(roundId));
    }
}
