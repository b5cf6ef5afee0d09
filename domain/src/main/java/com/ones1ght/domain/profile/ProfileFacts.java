package com.ones1ght.domain.profile;

import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway reads from a profile. Fields that are missing or of an unexpected type are null.
 *
 * @param name the shopper's name
 * @param gender free text
 * @param age in years
 * @param locale the language, if the gateway supports it
 * @param persona free text
 * @param additional {@code extra} and every further field as one compact JSON object with minimal escaping; null when
 *     there is none
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
