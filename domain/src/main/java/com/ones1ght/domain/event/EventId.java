package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The id of an event, as text {@code evt_} and 32 hexadecimal digits.
 *
 * @param value a UUID; version 7 for new ones, so that ids sort by creation time
 */
public record EventId(UUID value) {

    public EventId {
        Require.notNull(value, "event id");
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "evt_" + hex.toHexDigits(value.getMostSignificantBits())
                + hex.toHexDigits(value.getLeastSignificantBits());
    }
}
