package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonCuts;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.application.event.ToldItem;
import com.ones1ght.application.shared.JsonFragment;
import java.util.List;
import java.util.Map;

/** What a client may tell of an item. Fields that are not listed here are kept, whatever they are. */
final class ItemFields {

    private static final List<String> TEXTS =
            List.of("item_name", "item_name_en", "brand", "zone_name", "method", "reason_type");
    private static final List<String> NUMBERS =
            List.of("item_id", "zone_id", "price_yen", "discount_pct", "applied_score", "priority_score");
    private static final List<String> REASONS = List.of("reason_detail", "reason_detail_marketing");

    private ItemFields() {}

    /**
     * Reads an item.
     *
     * @param about fields of the object that are not of the item
     */
    static ToldItem read(FieldReader fields, JsonObject object, List<String> about) {
        String recId = fields.requiredString("rec_id");
        TEXTS.forEach(fields::optionalString);
        NUMBERS.forEach(fields::checkNumber);
        REASONS.forEach(fields::checkText);
        Map<String, String> told = JsonCuts.fields(object.text());
        told.keySet().removeAll(about);
        return new ToldItem(
                recId,
                fields.isGiven("item_name") || fields.isGiven("item_id"),
                JsonFragment.of(JsonCuts.object(told)));
    }
}
