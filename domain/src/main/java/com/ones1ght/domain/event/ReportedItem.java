package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;

/**
 * An item as a client reports it.
 *
 * @param recId the recommendation id; of a recommended item also the upstream's own id
 * @param fields all fields that the client reports
 */
public record ReportedItem(String recId, ItemFields fields) {

    public ReportedItem {
        Require.notNull(recId, "recId");
        Require.notNull(fields, "fields");
    }

    /** Whether the client itself identifies the product, by name or id. */
    public boolean isDescribed() {
        return fields.has(ProductFact.ITEM_NAME) || fields.has(ProductFact.ITEM_ID);
    }
}
