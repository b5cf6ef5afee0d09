package com.ones1ght.client;

import com.ones1ght.client.model.Round;

/**
 * An event of a round's stream.
 *
 * @param id says what was received, to the next connection
 * @param type {@code step}, {@code completed} or {@code error}; the last two end the stream
 * @param round the round as it is now
 */
public record RoundEvent(String id, String type, Round round) {

    boolean isLast() {
        return type.equals("completed") || type.equals("error");
    }
}
