package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shopper who has come near, with the content for each kind of signage, selected once on arrival.
 *
 * @param number increases with each entry of the hub; lets a page distinguish entries
 * @param profile the shopper, whose exit ends the entry
 * @param until when the entry expires
 * @param language the shopper's language, if known
 * @param card the product on the card of the entrance
 * @param forgotten the forgotten product
 * @param offer the product of the second section
 * @param restrictions what the shopper must not be shown
 * @param lot selects one of the store's messages that suit the shopper, modulo their number
 */
record Entry(
        long number,
        ProfileId profile,
        Instant until,
        @Nullable Language language,
        @Nullable ShownProduct card,
        @Nullable ShownProduct forgotten,
        @Nullable ShownProduct offer,
        List<Restriction> restrictions,
        int lot) {}
