package com.ones1ght.domain.model;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * Names a model that a tenant has set up.
 *
 * @param value version 7 for new ones, so that ids sort by the time they were made
 */
public record ModelId(UUID value) {

    public ModelId {
        Require.notNull(value, "model_id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
