package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a shopper came near, with what each kind of signage is to show of it; chosen once, when it is taken.
 *
 * @param number counts the entries of the hub; a page tells by it one entry from the next
 * @param profile whose exit ends it
 * @param until when it ends by itself
 * @param language the shopper's, as far as it can be told
 * @param card the product of the entrance's card
 * @param forgotten the product that was forgotten
 * @param offer the product of the second section
 * @param lot which of the store's messages it drew, by the rest of a division by their number
 */
record Entry(
        long number,
        ProfileId profile,
        Instant until,
        @Nullable Language language,
        @Nullable ShownProduct card,
        @Nullable ShownProduct forgotten,
        @Nullable ShownProduct offer,
        int lot) {}
