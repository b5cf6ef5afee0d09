package com.ones1ght.application.event;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.shared.Require;

/**
 * An item as a client tells of it.
 *
 * @param recId the recommendation
 * @param isDescribed whether the client names the item, or its product
 * @param fields all that the client tells, a JSON object
 */
public record ToldItem(String recId, boolean isDescribed, JsonFragment fields) {

    public ToldItem {
        Require.notNull(recId, "rec_id");
        Require.notNull(fields, "fields");
    }
}
