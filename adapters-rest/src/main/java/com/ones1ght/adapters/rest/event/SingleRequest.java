package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.event.TriggerItemUseCase;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.CouponAction;
import com.ones1ght.domain.event.ItemAction;
import com.ones1ght.domain.event.RecommendAction;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.profile.ProfileId;
import java.util.List;
import java.util.Optional;

/**
 * The body of a trigger about one item. An id that is not a UUID is valid but does not exist.
 */
record SingleRequest(String chatId, String roundId, ReportedItem item, ItemAction action) {

    private static final List<String> ABOUT = List.of("chat_id", "round_id");

    static SingleRequest ofCoupon(JsonObject body) {
        return from(body, "kind", CouponAction.class, CouponAction.ISSUED, "must be issued, redeemed or dismissed");
    }

    static SingleRequest ofRecommendation(JsonObject body) {
        return from(body, "action", RecommendAction.class, RecommendAction.IMPRESSION, "must be impression or tap");
    }

    private static <A extends Enum<A> & ItemAction> SingleRequest from(
            JsonObject body, String name, Class<A> type, A byDefault, String otherwise) {
        FieldReader fields = body.reader();
        String chatId = fields.requiredString("chat_id");
        String roundId = fields.requiredString("round_id");
        ReportedItem item = ReportedItems.read(fields, body, ABOUT);
        String tag = fields.optionalString(name);
        Optional<A> action = tag == null ? Optional.of(byDefault) : WireWords.read(type, tag);
        if (action.isEmpty()) {
            fields.wrong(name, otherwise);
        }
        fields.check();
        return new SingleRequest(chatId, roundId, item, action.orElse(byDefault));
    }

    TriggerItemUseCase.Command toCommand(Owner owner, ProfileId profile) {
        return new TriggerItemUseCase.Command(
                owner, profile, PathIds.chat(chatId), PathIds.round(roundId), item, action);
    }
}
