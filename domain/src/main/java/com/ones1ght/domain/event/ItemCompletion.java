package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.NotFoundException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completes an item that a client reports from a known one. The client's fields win; those that are absent or null are
 * filled; unknown ones are kept. An app may know more than the round, live data for example, so an unknown item is
 * accepted if the client itself identifies the product.
 */
public final class ItemCompletion {

    private ItemCompletion() {}

    /**
     * The reported item, completed from a known one.
     *
     * @param known also provides the recommendation id and the analyst comment
     * @return fields in the order of {@code known}, the client's further ones after them
     */
    public static TriggeredItem fill(ReportedItem reported, TriggeredItem known) {
        Map<ItemField, FieldValue> fields = new LinkedHashMap<>(known.fields().values());
        reported.fields().values().forEach((field, value) -> {
            if (value.isGiven() || !fields.containsKey(field)) {
                fields.put(field, value);
            }
        });
        return new TriggeredItem(known.recId(), new ItemFields(fields), known.analystComment());
    }

    /**
     * The item as reported.
     *
     * @throws NotFoundException when the client does not identify the product
     */
    public static TriggeredItem accept(ReportedItem reported, @Nullable String analystComment) {
        if (!reported.isDescribed()) {
            throw new NotFoundException();
        }
        return new TriggeredItem(reported.recId(), reported.fields(), analystComment);
    }
}
