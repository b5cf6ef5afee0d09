package com.ones1ght.domain.model;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * The id of a tenant's model.
 *
 * @param value a UUID; version 7 for new ones, so that ids sort by creation time
 */
public record ModelId(UUID value) {

    public ModelId {
        Require.notNull(value, "model id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
