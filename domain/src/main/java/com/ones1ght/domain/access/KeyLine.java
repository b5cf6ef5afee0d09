package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * An API key and its successors by rotation; together they own the same profiles.
 *
 * @param value a UUID; version 7 for new ones, so that ids sort by creation time
 */
public record KeyLine(UUID value) {

    /** Of no key, so that it owns nothing. */
    public static final KeyLine NONE = new KeyLine(new UUID(0, 0));

    public KeyLine {
        Require.notNull(value, "key line");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
