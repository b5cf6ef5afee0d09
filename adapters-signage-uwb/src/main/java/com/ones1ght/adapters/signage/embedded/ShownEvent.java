package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.SignageEvent;
import org.jspecify.annotations.Nullable;

/**
 * A message of the store as shown on a screen.
 *
 * @param picture the URL of its picture; null if there is none
 */
record ShownEvent(
        LocalizedText title, LocalizedText body, @Nullable String picture) {

    static ShownEvent of(SignageEvent event) {
        return new ShownEvent(event.title(), event.body(), event.imageUrl());
    }
}
