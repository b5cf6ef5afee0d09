package com.ones1ght.domain.visit;

import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record that a shopper reached a stage.
 *
 * @param meta a JSON object of the client, unchanged; null when there is none
 * @param at not before the previous stamp
 */
public record Stamp(Stage stage, @Nullable String meta, Instant at) {

    public Stamp {
        Require.notNull(stage, "stage");
        Require.notNull(at, "at");
    }
}
