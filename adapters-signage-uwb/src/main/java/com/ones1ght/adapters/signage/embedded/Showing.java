package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.shared.Language;
import org.jspecify.annotations.Nullable;

/** The content of a screen. */
sealed interface Showing {

    /** No shopper is near, or there is nothing to show. */
    record Idle() implements Showing {}

    /**
     * A single product.
     *
     * @param entry the entry's number
     * @param language the shopper's, if known
     */
    record Card(long entry, @Nullable Language language, ShownProduct product) implements Showing {}

    /**
     * Up to three sections, at least one of them present.
     *
     * @param entry the entry's number
     * @param language the shopper's, if known
     */
    record Sections(
            long entry,
            @Nullable Language language,
            @Nullable ShownProduct forgotten,
            @Nullable ShownProduct offer,
            @Nullable ShownEvent event)
            implements Showing {}
}
