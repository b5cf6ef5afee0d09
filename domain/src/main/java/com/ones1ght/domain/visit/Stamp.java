package com.ones1ght.domain.visit;

import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a shopper was at a stage.
 *
 * @param stage where
 * @param meta what the client told besides, one JSON object as it came; null when nothing
 * @param at when; never before the stamp that precedes it
 */
public record Stamp(Stage stage, @Nullable String meta, Instant at) {

    public Stamp {
        Require.notNull(stage, "status");
        Require.notNull(at, "timestamp");
    }
}
