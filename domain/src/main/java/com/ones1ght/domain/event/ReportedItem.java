package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;

/**
 * An item as a client reports it.
 *
 * @param recId how the client names the recommendation
 * @param fields all that the client says of it
 */
public record ReportedItem(String recId, ItemFields fields) {

    public ReportedItem {
        Require.notNull(recId, "rec_id");
        Require.notNull(fields, "fields");
    }

    /** Whether the client itself says which product it is, so that nobody else needs to know the item. */
    public boolean isDescribed() {
        return fields.has(ProductFact.ITEM_NAME) || fields.has(ProductFact.ITEM_ID);
    }
}
