package com.ones1ght.domain.dietary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store says about a product. Each list is complete where it is given, and null where the store says nothing; an
 * empty list says that there is none.
 *
 * @param allergens what the product contains
 * @param mayContain of what it may contain traces
 * @param diets which diets it suits; a diet that another one implies need not be listed
 */
public record ProductDietaryData(
        @Nullable List<Allergen> allergens,
        @Nullable List<Allergen> mayContain,
        @Nullable List<Diet> diets) {

    /** The store says nothing. */
    public static final ProductDietaryData UNKNOWN = new ProductDietaryData(null, null, null);

    public ProductDietaryData {
        allergens = allergens == null ? null : List.copyOf(allergens);
        mayContain = mayContain == null ? null : List.copyOf(mayContain);
        diets = diets == null ? null : List.copyOf(diets);
    }

    /** Whether the product is known to contain the allergen. */
    boolean contains(Allergen allergen) {
        return allergens != null && allergen.isDeclaredBy(allergens);
    }

    /** Whether the product is known not to contain the allergen, not even traces of it. */
    boolean isFreeOf(Allergen allergen) {
        return allergens != null
                && !allergen.isDeclaredBy(allergens)
                && (mayContain == null || !allergen.isDeclaredBy(mayContain));
    }

    /** Whether the product is known to suit the diet. */
    boolean suits(Diet diet) {
        return implies(diet) && !breaks(diet);
    }

    private boolean implies(Diet diet) {
        if (diets != null) {
            for (Diet suited : diets) {
                if (suited.implies(diet)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the product is known not to suit the diet. An allergen that rules it out outweighs a list of diets. */
    boolean breaks(Diet diet) {
        return diets != null && !implies(diet) || allergens != null && diet.isBrokenBy(allergens);
    }
}
