package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.domain.event.ReportedItem;
import java.util.List;

/** Reads the items that clients report. Fields that are not listed here are kept unchanged. */
final class ReportedItems {

    private static final List<String> TEXTS =
            List.of("item_name", "item_name_en", "brand", "zone_name", "method", "reason_type");
    private static final List<String> NUMBERS =
            List.of("item_id", "zone_id", "price_yen", "discount_pct", "applied_score", "priority_score");
    private static final List<String> REASONS = List.of("reason_detail", "reason_detail_marketing");

    private ReportedItems() {}

    /** @param without names of fields of the object that do not belong to the item */
    static ReportedItem read(FieldReader fields, JsonObject object, List<String> without) {
        String recId = fields.requiredString("rec_id");
        TEXTS.forEach(fields::optionalString);
        NUMBERS.forEach(fields::checkNumber);
        REASONS.forEach(fields::checkText);
        return new ReportedItem(recId, JsonItemDocuments.fields(object.text(), without));
    }
}
