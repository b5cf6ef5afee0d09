package com.ones1ght.domain.event;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of an item that describe only the product. They survive the erasure of the shopper if they are plain
 * values; an object or an array of the client could contain anything.
 */
public enum ProductFact implements ItemField {
    ITEM_ID,
    ITEM_NAME,
    ITEM_NAME_EN,
    PRICE,
    PRICE_UNIT,
    /** A price in yen that clients may report beside or in place of the price. */
    PRICE_YEN;

    /** The product facts among the fields, in the order of this enum. */
    static ItemFields among(ItemFields fields) {
        Map<ItemField, FieldValue> facts = new LinkedHashMap<>();
        for (ProductFact fact : values()) {
            FieldValue value = fields.values().get(fact);
            if (value != null && value.isPlain()) {
                facts.put(fact, value);
            }
        }
        return new ItemFields(facts);
    }
}
