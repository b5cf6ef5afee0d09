package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.store.Product;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which products may be recommended to a shopper, judged by the store's data and by their names. For a shopper with
 * allergies, a product whose names mention no known food is left out.
 */
final class ProductFilter {

    private static final Diet SUGARY = Diet.of("diabetic");

    /** At such a meal nothing alcoholic is offered that was not asked for. */
    private static final Set<String> SOBER = Set.of("kids", "light", "hangover");

    private final Cookbook cookbook;
    private final Exclusions exclusions;
    private final List<Restriction> restrictions;
    private final List<Restriction> avoided;
    private final Set<String> unwantedFamilies;
    private final boolean mayBeAlcohol;
    private final boolean mustBeMild;
    private final boolean mustBeLight;

    ProductFilter(Cookbook cookbook, MealRequest mealRequest, List<Restriction> declared) {
        this.cookbook = cookbook;
        this.exclusions = mealRequest.exclusions();
        this.restrictions = Stream.concat(declared.stream(), restrictions(exclusions, cookbook.foods()).stream())
                .toList();
        this.unwantedFamilies =
                Exclusions.union(exclusions.unwanted(), exclusions.diet().families());
        this.avoided = avoided(unwantedFamilies, cookbook.foods());
        Set<String> tags = mealRequest.constraints().tags();
        this.mayBeAlcohol = mealRequest.mayDrink() && Collections.disjoint(tags, SOBER);
        this.mustBeMild = tags.contains("mild");
        this.mustBeLight = tags.contains("light")
                || exclusions.unwanted().contains("sugar")
                || mealRequest.constraints().unwanted().tags().contains("dessert");
    }

    /** Whether the product may be recommended. */
    boolean allows(Product product) {
        Set<String> concepts = concepts(product);
        if (isNonFood(product) || isStaple(concepts) || isAlcohol(product, concepts) && !mayBeAlcohol) {
            return false;
        }
        // The checkout zone has batteries and bags next to the sweets.
        boolean isUnlabelled = product.dietary().equals(ProductDietaryData.UNKNOWN);
        boolean mustBeKnown = exclusions.hasAllergies()
                || !exclusions.diet().equals(Diet.NONE)
                || !exclusions.unwanted().isEmpty() && isUnlabelled
                || "CK".equals(product.sectionCode());
        if (mustBeKnown && concepts.isEmpty()) {
            return false;
        }
        // A recipe cannot always do without traces; an offer can.
        DietaryGuard guard = isUnlabelled ? DietaryGuard.DECLARED : DietaryGuard.STRICT;
        return isSafe(product, concepts)
                && !isForbidden(product, avoided)
                && guard.allows(product.dietary(), restrictions)
                && concepts.stream().noneMatch(concept -> isUnwanted(concept) || mayBeAllergen(concept));
    }

    private static List<Restriction> restrictions(Exclusions exclusions, Foods foods) {
        Set<Restriction> restrictions = new LinkedHashSet<>(exclusions.asRestrictions(foods));
        restrictions.addAll(avoided(exclusions.allergies(), foods));
        return List.copyOf(restrictions);
    }

    /** What a label must not declare for somebody who avoids the foods and families. */
    private static List<Restriction> avoided(Set<String> concepts, Foods foods) {
        Set<Restriction> avoided = new LinkedHashSet<>();
        for (String concept : concepts) {
            foods.allergensOf(concept).forEach(allergen -> avoided.add(new AvoidedAllergen(allergen)));
        }
        return List.copyOf(avoided);
    }

    /**
     * Whether the product may be offered beside a meal: it is none of its ingredients in another form, minced garlic beside
     * garlic, and nothing that was taken out of the dish.
     */
    boolean goesWith(Product product, Basket basket) {
        Set<String> concepts = concepts(product);
        return basket.meal().ingredients().stream()
                        .noneMatch(ingredient ->
                                concepts.contains(ingredient.name().en()))
                && concepts.stream().noneMatch(concept -> basket.removed().stream()
                        .anyMatch(family -> cookbook.foods().isMember(concept, family)));
    }

    /** Whether the store says that the product breaks one of the restrictions: the gateway would withhold it. */
    static boolean isForbidden(Product product, List<Restriction> restrictions) {
        return !DietaryGuard.DECLARED.allows(product.dietary(), restrictions);
    }

    /** Whether neither the store's data nor a name of the product speaks of an allergen. */
    boolean isSafe(Product product) {
        return isSafe(product, concepts(product));
    }

    private boolean isSafe(Product product, Set<String> concepts) {
        return !isForbidden(product, restrictions)
                && !(exclusions.severe() && mayHoldTraces(product))
                && concepts.stream().noneMatch(this::isAllergen)
                && ProductConcepts.allNames(product).stream().noneMatch(exclusions::namesAllergen);
    }

    /** Whether its label names traces of an allergen; a product without one is judged by its names alone. */
    private boolean mayHoldTraces(Product product) {
        List<Restriction> allergens =
                restrictions.stream().filter(AvoidedAllergen.class::isInstance).toList();
        return !product.dietary().equals(ProductDietaryData.UNKNOWN)
                && !DietaryGuard.STRICT.allows(product.dietary(), allergens);
    }

    private boolean isAllergen(String concept) {
        return cookbook.foods().find(concept).map(exclusions::isAllergen).orElse(false)
                || exclusions.allergies().stream().anyMatch(allergy -> isRelated(concept, allergy));
    }

    private boolean mayBeAllergen(String concept) {
        return cookbook.foods().find(concept).map(exclusions::mayBeAllergen).orElse(false);
    }

    // A seafood mix may hold shrimp: for an allergy, the wider family counts as well as the narrower one.
    private boolean isRelated(String concept, String allergy) {
        Foods foods = cookbook.foods();
        return foods.isWithin(concept, allergy)
                || foods.isWithin(allergy, concept)
                || foods.isFamily(concept)
                        && foods.find(allergy).map(food -> food.is(concept)).orElse(false);
    }

    private boolean isUnwanted(String concept) {
        return cookbook.foods()
                        .find(concept)
                        .filter(food -> exclusions.forbids(food)
                                || mustBeMild && food.is("hot")
                                || mustBeLight && isSugary(food))
                        .isPresent()
                || unwantedFamilies.stream().anyMatch(family -> cookbook.foods().isWithin(concept, family));
    }

    /** A drink, sweet or snack that is no light end to a light meal. */
    private static boolean isSugary(Food food) {
        return (food.isDrink() || food.isSweet() || food.category().equals("Snacks")) && SUGARY.forbids(food);
    }

    private boolean isAlcohol(Product product, Set<String> concepts) {
        return "AL".equals(product.sectionCode())
                || concepts.stream()
                        .anyMatch(concept -> cookbook.foods().isWithin(concept, "alcohol")
                                || cookbook.foods()
                                        .find(concept)
                                        .map(food -> food.is("alcohol"))
                                        .orElse(false));
    }

    private boolean isStaple(Set<String> concepts) {
        return !concepts.isEmpty()
                && concepts.stream().allMatch(concept -> cookbook.foods()
                        .find(concept)
                        .map(Food::isStaple)
                        .orElse(false));
    }

    private static boolean isNonFood(Product product) {
        return "HH".equals(product.sectionCode()) || "EC".equals(product.sectionCode());
    }

    private Set<String> concepts(Product product) {
        return ProductConcepts.of(product);
    }
}
