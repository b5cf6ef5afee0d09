package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.event.Forgotten;
import com.ones1ght.application.event.TriggerPositionUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.store.Position;
import org.jspecify.annotations.Nullable;

/** The body of a position. An id that is not a UUID is valid but does not exist. */
record PositionRequest(
        String chatId,
        String roundId,
        double x,
        double y,
        double accuracy,
        @Nullable Forgotten forgotten) {

    static PositionRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        String chatId = fields.requiredString("chat_id");
        String roundId = fields.requiredString("round_id");
        double x = fields.requiredNumber("x");
        double y = fields.requiredNumber("y");
        Double accuracy = fields.optionalNumber("accuracy");
        if (accuracy != null && accuracy < 0) {
            fields.wrong("accuracy", "must not be negative");
        }
        Forgotten forgotten = ForgottenField.read(fields);
        fields.check();
        return new PositionRequest(chatId, roundId, x, y, accuracy == null ? 0 : accuracy, forgotten);
    }

    TriggerPositionUseCase.Command toCommand(ApiKey key, ProfileId profile) {
        return new TriggerPositionUseCase.Command(
                key, profile, PathIds.chat(chatId), PathIds.round(roundId), new Position(x, y), accuracy, forgotten);
    }
}
