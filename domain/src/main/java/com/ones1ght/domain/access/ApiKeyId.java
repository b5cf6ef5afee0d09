package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * Names an API key; not the key itself.
 *
 * @param value version 7 for new ones, so that ids sort by the time they were made
 */
public record ApiKeyId(UUID value) {

    public ApiKeyId {
        Require.notNull(value, "key_id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
