package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.JsonCuts;
import com.ones1ght.application.event.TriggeredRound.Offers;
import com.ones1ght.application.event.port.OfferDocuments.Kind;
import com.ones1ght.application.shared.JsonFragment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a round offers, by {@code rec_id}: the fields of each item, each value as it is written.
 *
 * @param ads in their order
 * @param coupons in their order
 * @param recommended in their order, with the fields that ads and coupons have
 * @param recIdsByUpstreamId of the recommended items
 * @param upsellComments the grounds of step 3
 * @param backListComments the grounds of step 4
 */
record OfferedItems(
        Map<String, Map<String, String>> ads,
        Map<String, Map<String, String>> coupons,
        Map<String, Map<String, String>> recommended,
        Map<String, String> recIdsByUpstreamId,
        Map<String, String> upsellComments,
        Map<String, String> backListComments) {

    private static final String REC_ID = "rec_id";

    static OfferedItems of(Offers offers) {
        Map<String, String> notifications = fields(offers.notifications());
        Map<String, Map<String, String>> upsellIndex = byRecId(text(offers.upsellIndex()));
        Map<String, Map<String, String>> backListIndex = byRecId(text(offers.backListIndex()));
        String ad = notifications.get("ad");
        Map<String, String> upstreamIds = new HashMap<>();
        upsellIndex.forEach((recId, noted) -> {
            String id = string(noted.get("id"));
            if (id != null) {
                upstreamIds.putIfAbsent(id, recId);
            }
        });
        Map<String, Map<String, String>> recommended = byRecId(text(offers.recommendedItems()));
        recommended.replaceAll((recId, item) -> likeAnAd(item, upsellIndex.getOrDefault(recId, Map.of())));
        return new OfferedItems(
                byRecId(
                        ad == null || !ad.startsWith("{")
                                ? null
                                : JsonCuts.fields(ad).get("items")),
                byRecId(notifications.get("coupon")),
                recommended,
                upstreamIds,
                comments(upsellIndex),
                comments(backListIndex));
    }

    /** What the round calls an item that a client names. */
    String recId(Kind kind, String named) {
        boolean isUpstreams = kind == Kind.RECOMMENDATION && item(kind, named).isEmpty();
        String recId = isUpstreams ? recIdsByUpstreamId.get(named) : null;
        return recId != null && recommended.containsKey(recId) ? recId : named;
    }

    /** The item's fields, looked for first where such items are; empty when the round has none of this name. */
    Map<String, String> item(Kind kind, String recId) {
        List<Map<String, Map<String, String>>> places =
                switch (kind) {
                    case AD -> List.of(ads, coupons, recommended);
                    case COUPON -> List.of(coupons, ads, recommended);
                    case RECOMMENDATION -> List.of(recommended, ads, coupons);
                };
        for (Map<String, Map<String, String>> place : places) {
            Map<String, String> item = place.get(recId);
            if (item != null) {
                return item;
            }
        }
        return Map.of();
    }

    @Nullable
    String analystComment(Kind kind, String recId) {
        Map<String, String> own = kind == Kind.RECOMMENDATION ? upsellComments : backListComments;
        Map<String, String> other = kind == Kind.RECOMMENDATION ? backListComments : upsellComments;
        String comment = own.getOrDefault(recId, other.get(recId));
        return comment == null ? null : storable(comment);
    }

    /** The database takes every character but one. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** A recommended item shows its product; here it gets the fields beside it that ads and coupons have. */
    private static Map<String, String> likeAnAd(Map<String, String> item, Map<String, String> noted) {
        Map<String, String> product =
                item.getOrDefault("product", "null").startsWith("{") ? JsonCuts.fields(item.get("product")) : Map.of();
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "item_id", product.get("id"));
        put(all, REC_ID, item.get(REC_ID));
        String name = noted.getOrDefault("item_name", "null");
        put(all, "item_name", name.equals("null") ? product.get("name") : name);
        put(all, "item_name_en", noted.get("item_name_en"));
        put(all, "brand", product.get("brand"));
        put(all, "reason_type", item.get("reason"));
        put(all, "price", product.get("price"));
        put(all, "price_unit", product.get("price_unit"));
        all.putAll(item);
        return all;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static Map<String, String> comments(Map<String, Map<String, String>> index) {
        Map<String, String> comments = new HashMap<>();
        index.forEach((recId, noted) -> {
            String comment = string(noted.get("analyst_comment"));
            if (comment != null) {
                comments.put(recId, comment);
            }
        });
        return comments;
    }

    private static Map<String, Map<String, String>> byRecId(@Nullable String array) {
        Map<String, Map<String, String>> items = new LinkedHashMap<>();
        if (array != null && array.startsWith("[")) {
            for (String element : JsonCuts.elements(array)) {
                Map<String, String> fields = JsonCuts.fields(element);
                String recId = string(fields.get(REC_ID));
                if (recId != null) {
                    items.putIfAbsent(recId, fields);
                }
            }
        }
        return items;
    }

    private static Map<String, String> fields(@Nullable JsonFragment object) {
        return object == null ? Map.of() : JsonCuts.fields(object.toString());
    }

    private static @Nullable String text(@Nullable JsonFragment fragment) {
        return fragment == null ? null : fragment.toString();
    }

    private static @Nullable String string(@Nullable String value) {
        return value == null || !value.startsWith("\"") ? null : JsonCuts.unquoted(value);
    }
}
