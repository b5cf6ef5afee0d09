package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * The id of a round.
 *
 * @param value a UUID; version 7 for new ones, so that ids sort by creation time
 */
public record RoundId(UUID value) {

    public RoundId {
        Require.notNull(value, "round id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
