package com.ones1ght.adapters.llm.grocery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.adapters.llm.shared.UpstreamWords;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.ProductId;
import org.jspecify.annotations.Nullable;

/** The raw output of steps 2 to 4, in the shape common to all pipelines. */
final class RawGroceries {

    private RawGroceries() {}

    static ObjectNode shoppingList(ShoppingList list) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (ShoppingLine line : list.items()) {
            ObjectNode entry = items.addObject();
            putId(entry, "id", line.productId());
            entry.put("item_name", line.itemName());
            entry.put("item_name_en", line.itemNameEn());
            entry.put("price_yen", line.price());
            entry.put("zone_name", line.zoneName());
            entry.put("quantity", line.quantity());
            entry.put("matched", line.matched());
        }
        return json.put("total_yen", list.total());
    }

    /** One item of step 3; {@code pair} is the statistics behind it. */
    static ObjectNode upsellItem(UpsellItem item, CoPurchaseEvidence pair) {
        ObjectNode entry = Json.object().put("id", item.id()).put("recommendation_id", item.recommendationId());
        putId(entry, "item_id", item.productId());
        entry.put("item_name", item.itemName());
        entry.put("item_name_en", item.itemNameEn());
        entry.put("reason", UpstreamWords.of(item.reason()));
        putText(entry, "reason_detail", item.reasonDetail());
        putText(entry, "reason_detail_marketing", item.reasonDetailMarketing());
        entry.putObject("surface_reasoning")
                .put("analyst_comment", item.analystComment())
                .put("lift", pair.lift())
                .put("cvr", pair.confidence())
                .put("co_count", pair.coCount());
        return entry;
    }

    static ObjectNode backList(BackList list) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("back_recommendations");
        list.recommendations().forEach(item -> items.add(backRecommendation(item)));
        return json;
    }

    private static ObjectNode backRecommendation(BackRecommendation item) {
        ObjectNode entry = Json.object().put("recommendation_id", item.recommendationId());
        putId(entry, "item_id", item.productId());
        entry.put("item_name", item.itemName());
        entry.put("item_name_en", item.itemNameEn());
        entry.put("brand", item.brand());
        entry.put("zone_id", item.zoneId());
        entry.put("zone_name", item.zoneName());
        entry.put("price_yen", item.price());
        entry.put("notification_type", UpstreamWords.of(item.type()));
        entry.put("discount_pct", item.discountPct());
        entry.put("applied_score", item.appliedScore());
        entry.put("priority_score", item.priorityScore());
        entry.put("reason_type", item.reasonType());
        putText(entry, "reason_detail", item.reasonDetail());
        putText(entry, "reason_detail_marketing", item.reasonDetailMarketing());
        entry.putObject("store_reasoning")
                .put("method", item.method())
                .put("scoring_equation", item.scoringEquation())
                .put("analyst_comment", item.analystComment());
        return entry;
    }

    private static void putId(ObjectNode entry, String field, @Nullable ProductId id) {
        if (id == null) {
            entry.putNull(field);
        } else {
            entry.put(field, id.value());
        }
    }

    private static void putText(ObjectNode entry, String field, @Nullable LocalizedText text) {
        if (text == null) {
            entry.putNull(field);
        } else {
            entry.set(field, Json.text(text, "ja"));
        }
    }
}
