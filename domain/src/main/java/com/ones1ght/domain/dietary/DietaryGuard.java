package com.ones1ght.domain.dietary;

import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which products a shopper does not get, by what the shopper declared and what the store says about the
 * products. It does not make up for what neither says.
 */
public enum DietaryGuard {
    /** Withholds what is known to break a restriction. */
    DECLARED,
    /** Withholds, besides, what may break one: traces, products without data, and items without a product. */
    STRICT,
    /** Withholds nothing. */
    OFF;

    /**
     * Why a product is withheld.
     *
     * @param product what the store says about it; null for an item of which the store has no product
     * @param restrictions of the shopper; dislikes are not judged
     * @return the restrictions that it breaks or, if strict, may break, sorted; empty if the shopper may have it
     */
    public List<Restriction> objections(@Nullable ProductDietaryData product, Collection<Restriction> restrictions) {
        if (this == OFF) {
            return List.of();
        }
        ProductDietaryData data = product == null ? ProductDietaryData.UNKNOWN : product;
        return restrictions.stream()
                .filter(restriction -> isBroken(restriction, data))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the shopper may have a product. */
    public boolean allows(@Nullable ProductDietaryData product, Collection<Restriction> restrictions) {
        ProductDietaryData data = product == null ? ProductDietaryData.UNKNOWN : product;
        // A loop, because whole catalogues are judged by it.
        for (Restriction restriction : restrictions) {
            if (this != OFF && isBroken(restriction, data)) {
                return false;
            }
        }
        return true;
    }

    private boolean isBroken(Restriction restriction, ProductDietaryData product) {
        if (restriction instanceof AvoidedAllergen avoided) {
            Allergen allergen = avoided.allergen();
            return this == STRICT ? !product.isFreeOf(allergen) : product.contains(allergen);
        }
        if (restriction instanceof FollowedDiet followed) {
            Diet diet = followed.diet();
            return this == STRICT ? !product.suits(diet) : product.breaks(diet);
        }
        return false;
    }
}
