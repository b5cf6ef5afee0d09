package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Names an event: {@code evt_} and 32 hexadecimal digits.
 *
 * @param value version 7 for new ones, so that ids sort by the time they were made
 */
public record EventId(UUID value) {

    public EventId {
        Require.notNull(value, "event_id");
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "evt_" + hex.toHexDigits(value.getMostSignificantBits())
                + hex.toHexDigits(value.getLeastSignificantBits());
    }
}
