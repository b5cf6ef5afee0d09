package com.ones1ght.adapters.signage.embedded;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How the screens present their store.
 *
 * @param storeName as customers know it; null hides it
 * @param logo a path on the gateway or a {@code data:} URL; null if there is none
 * @param accent {@code #rrggbb}; null for the pages' own
 * @param timeZone of the clock; null for the screen's own
 */
record Branding(
        @Nullable String storeName,
        @Nullable String logo,
        @Nullable String accent,
        @Nullable ZoneId timeZone) {

    /** Whether the logo is part of the page and not loaded from the gateway. */
    boolean hasInlineLogo() {
        return logo != null && logo.startsWith("data:");
    }
}
