package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.ObjectArray;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.event.Forgotten;
import com.ones1ght.application.event.TriggerSignageUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.profile.ProfileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a trigger of a signage. An id that is not a UUID is valid but does not exist. */
record SignageRequest(
        String chatId,
        String roundId,
        Passage action,
        List<ReportedItem> items,
        @Nullable Forgotten forgotten,
        @Nullable Integer signageNo) {

    static SignageRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        String chatId = fields.requiredString("chat_id");
        String roundId = fields.requiredString("round_id");
        Passage action = action(fields);
        List<ReportedItem> items = ObjectArray.read(
                fields,
                "items",
                TriggerSignageUseCase.MAX_ITEMS,
                (reader, item) -> ReportedItems.read(reader, item, List.of()));
        // Ignored on exit, without validation.
        Forgotten forgotten = action.isEventful() ? ForgottenField.read(fields) : null;
        Integer signageNo = fields.optionalInteger("signage_no");
        fields.check();
        return new SignageRequest(chatId, roundId, action, items, forgotten, signageNo);
    }

    private static Passage action(FieldReader fields) {
        String tag = fields.optionalString("action");
        if (tag == null) {
            return Passage.ENTER;
        }
        return WireWords.read(Passage.class, tag).orElseGet(() -> {
            fields.wrong("action", "must be enter or exit");
            return Passage.ENTER;
        });
    }

    TriggerSignageUseCase.Command toCommand(ApiKey key, ProfileId profile) {
        return new TriggerSignageUseCase.Command(
                key, profile, PathIds.chat(chatId), PathIds.round(roundId), action, items, forgotten, signageNo);
    }
}
