package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.shared.Language;
import org.jspecify.annotations.Nullable;

/** What a screen shows. */
sealed interface Showing {

    /** Nobody is near, or there is nothing to show to whoever is. */
    record Idle() implements Showing {}

    /**
     * One product alone.
     *
     * @param entry the entry's number
     * @param language the shopper's, as far as it is known
     */
    record Card(long entry, @Nullable Language language, ShownProduct product) implements Showing {}

    /**
     * Up to three sections, at least one of them there.
     *
     * @param entry the entry's number
     * @param language the shopper's, as far as it is known
     */
    record Sections(
            long entry,
            @Nullable Language language,
            @Nullable ShownProduct forgotten,
            @Nullable ShownProduct offer,
            @Nullable ShownEvent event)
            implements Showing {}
}
