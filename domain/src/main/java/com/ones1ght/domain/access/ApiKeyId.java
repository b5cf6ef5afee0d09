package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * The id of an API key; not the key itself.
 *
 * @param value a UUID; version 7 for new ones, so that ids sort by creation time
 */
public record ApiKeyId(UUID value) {

    public ApiKeyId {
        Require.notNull(value, "key id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
