package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * Names a round: one prompt of a conversation, and its result.
 *
 * @param value version 7 for new ones, so that ids sort by the time they were made
 */
public record RoundId(UUID value) {

    public RoundId {
        Require.notNull(value, "round_id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
