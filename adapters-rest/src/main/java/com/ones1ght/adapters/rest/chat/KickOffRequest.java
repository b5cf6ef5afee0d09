package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** The body of a kickoff. An id that is no UUID is still a valid body: it names what does not exist. */
record KickOffRequest(
        Prompt prompt, @Nullable String chatId, @Nullable String roundId) {

    KickOffRequest {
        if (roundId != null && chatId == null) {
            throw new InvalidRequestException("round_id", "round_id needs the chat_id that it belongs to");
        }
    }

    static KickOffRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        String prompt = fields.requiredString("prompt");
        String chatId = fields.optionalString("chat_id");
        String roundId = fields.optionalString("round_id");
        fields.check();
        return new KickOffRequest(new Prompt(prompt), chatId, roundId);
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
