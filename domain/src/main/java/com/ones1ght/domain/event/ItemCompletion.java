package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.NotFoundException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completes what a client reports of an item. What the client gives wins; what it leaves out, or gives as null, is
 * filled from what is known; what nobody else knows is kept. An app may know more than the round does, live data for
 * example, so an unknown item is accepted if the client itself says which product it is.
 */
public final class ItemCompletion {

    private ItemCompletion() {}

    /**
     * The reported item, filled from a known one.
     *
     * @param known gives the item its name and its comment, too
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
     * The item as it is reported.
     *
     * @throws NotFoundException when the client does not say which product it is
     */
    public static TriggeredItem accept(ReportedItem reported, @Nullable String analystComment) {
        if (!reported.isDescribed()) {
            throw new NotFoundException();
        }
        return new TriggeredItem(reported.recId(), reported.fields(), analystComment);
    }
}
