package com.ones1ght.domain.event;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of an item that tell of the product and of nobody else. They are what remains of an event when its shopper
 * is erased; as long as they are plain values, since anything could stand in an object or an array of a client's.
 */
public enum ProductFact implements ItemField {
    ITEM_ID,
    ITEM_NAME,
    ITEM_NAME_EN,
    PRICE,
    PRICE_UNIT,
    /** The price that a client may give in yen, beside or in place of the price. */
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
