package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.JsonCuts;
import com.ones1ght.application.event.ToldItem;
import com.ones1ght.application.event.TriggeredRound.Offers;
import com.ones1ght.application.event.port.OfferDocuments;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.TriggeredItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads offers back out of the documents that {@code JsonResultDocuments} wrote, by cutting their texts. */
@ApplicationScoped
public class StoredRoundOffers implements OfferDocuments {

    private static final String NULL = "null";

    /** What tells of the product and of nobody else. */
    private static final List<String> PRODUCT_FACTS =
            List.of("item_id", "item_name", "item_name_en", "price", "price_unit", "price_yen");

    @Override
    public List<CompletedItem> ads(Offers offers) {
        OfferedItems items = OfferedItems.of(offers);
        return items.ads().entrySet().stream()
                .map(ad -> completed(items, Kind.AD, ad.getKey(), ad.getValue(), true, true))
                .toList();
    }

    @Override
    public List<CompletedItem> complete(Offers offers, Kind kind, List<ToldItem> told) {
        OfferedItems items = OfferedItems.of(offers);
        return told.stream().map(item -> complete(items, kind, item)).toList();
    }

    private static CompletedItem complete(OfferedItems items, Kind kind, ToldItem told) {
        String recId = items.recId(kind, told.recId());
        Map<String, String> offered = items.item(kind, recId);
        Map<String, String> fields = new LinkedHashMap<>(offered);
        JsonCuts.fields(told.fields().toString()).forEach((name, value) -> {
            if (!value.equals(NULL) || !offered.containsKey(name)) {
                fields.put(name, value);
            }
        });
        return completed(items, kind, recId, fields, !offered.isEmpty(), told.isDescribed());
    }

    private static CompletedItem completed(
            OfferedItems items,
            Kind kind,
            String recId,
            Map<String, String> fields,
            boolean isOfRound,
            boolean isDescribed) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String name : PRODUCT_FACTS) {
            String value = fields.getOrDefault(name, NULL);
            if (isText(value) || isNumber(value)) {
                facts.put(name, value);
            }
        }
        return new CompletedItem(
                new TriggeredItem(OfferedItems.storable(recId), isOfRound, isDescribed),
                JsonFragment.of(JsonCuts.object(fields)),
                JsonFragment.of(JsonCuts.object(facts)),
                items.analystComment(kind, recId));
    }

    private static boolean isText(String value) {
        return value.charAt(0) == '"';
    }

    private static boolean isNumber(String value) {
        return value.charAt(0) == '-' || Character.isDigit(value.charAt(0));
    }
}
