package com.ones1ght.domain.profile;

import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway itself reads in a profile. A field that is missing, or of another type than expected,
 * is null.
 *
 * @param name the shopper's name
 * @param gender free text
 * @param age in years
 * @param locale the language, if the profile names one that the gateway speaks
 * @param persona a free description
 * @param store where the shopper is
 * @param additional {@code extra} and every further field as one compact JSON object, in which a character is escaped
 *     only where JSON demands it; null when there is none
 * @param restrictions what the shopper must not get, as {@link DeclaredRestrictions#of} reads it in the profile
 */
public record ProfileFacts(
        @Nullable String name,
        @Nullable String gender,
        @Nullable Long age,
        @Nullable Language locale,
        @Nullable String persona,
        @Nullable StoreId store,
        @Nullable String additional,
        DeclaredRestrictions restrictions) {}
