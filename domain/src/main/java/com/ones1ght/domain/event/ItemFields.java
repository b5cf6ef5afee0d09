package com.ones1ght.domain.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of an item.
 *
 * @param values by field, in their order
 */
public record ItemFields(Map<ItemField, FieldValue> values) {

    public ItemFields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whether the field has a value other than null. */
    boolean has(ItemField field) {
        FieldValue value = values.get(field);
        return value != null && value.isGiven();
    }
}
