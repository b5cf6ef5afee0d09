package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonCuts;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.event.TriggerSignageUseCase;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.profile.ProfileId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a trigger of a signage. An id that is not a UUID is valid but does not exist. */
record SignageRequest(
        String chatId,
        String roundId,
        Passage action,
        List<ReportedItem> items,
        @Nullable JsonFragment forgotten,
        @Nullable Integer signageNo) {

    static SignageRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        String chatId = fields.requiredString("chat_id");
        String roundId = fields.requiredString("round_id");
        Passage action = action(fields);
        List<ReportedItem> items = items(fields);
        // Ignored on exit, without validation.
        String forgotten = action.isEventful() ? fields.optionalArray("forgotten") : null;
        Integer signageNo = fields.optionalInteger("signage_no");
        fields.check();
        boolean isForgotten = forgotten != null && !JsonCuts.elements(forgotten).isEmpty();
        return new SignageRequest(
                chatId, roundId, action, items, isForgotten ? JsonFragment.of(forgotten) : null, signageNo);
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

    private static List<ReportedItem> items(FieldReader fields) {
        String array = fields.optionalArray("items");
        List<String> elements = array == null ? List.of() : JsonCuts.elements(array);
        List<ReportedItem> items = new ArrayList<>();
        if (elements.size() > TriggerSignageUseCase.MAX_ITEMS) {
            fields.wrong("items", "must have at most " + TriggerSignageUseCase.MAX_ITEMS + " elements");
            return items;
        }
        for (int i = 0; i < elements.size(); i++) {
            String place = "items[" + i + "]";
            if (elements.get(i).startsWith("{")) {
                JsonObject item = JsonObject.within(elements.get(i));
                items.add(ReportedItems.read(fields.within(item, place), item, List.of()));
            } else {
                fields.wrong(place, "must be an object");
            }
        }
        return items;
    }

    TriggerSignageUseCase.Command toCommand(ApiKey key, ProfileId profile) {
        return new TriggerSignageUseCase.Command(
                key, profile, PathIds.chat(chatId), PathIds.round(roundId), action, items, forgotten, signageNo);
    }
}
