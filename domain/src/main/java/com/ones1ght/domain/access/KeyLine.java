package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * A line of API keys that succeed one another: a rotated key and its successors own the same profiles.
 *
 * @param value version 7 for new ones, so that ids sort by the time they were made
 */
public record KeyLine(UUID value) {

    public KeyLine {
        Require.notNull(value, "key_line");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
