package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must be left out of a dish.
 *
 * @param allergies foods and families, and what contains them; never relaxed
 * @param allergyWords words of an allergy that the vocabulary does not know; searched for in names
 * @param unwanted foods and families that the shopper does not want, and what is made from them; traces are tolerated
 * @param diet the diet to keep to
 * @param restrictions what the gateway withholds products for; never relaxed
 * @param severe whether traces count as allergens, too
 */
public record Exclusions(
        Set<String> allergies,
        Set<String> allergyWords,
        Set<String> unwanted,
        Diet diet,
        List<Restriction> restrictions,
        boolean severe) {

    /** Also the code of an allergen. Who does not want it wants no dairy either; who has run out of it may have cheese. */
    private static final String MILK = "milk";

    public static final Exclusions NONE = new Exclusions(Set.of(), Set.of(), Set.of(), Diet.NONE);

    public Exclusions {
        allergies = Set.copyOf(allergies);
        allergyWords = Set.copyOf(allergyWords);
        unwanted = Set.copyOf(unwanted);
        restrictions = restrictions.stream().filter(Restriction::isGuarded).toList();
    }

    public Exclusions(Set<String> allergies, Set<String> allergyWords, Set<String> unwanted, Diet diet) {
        this(allergies, allergyWords, unwanted, diet, List.of(), false);
    }

    /** The same, for somebody who reacts so badly that traces count. */
    public Exclusions withTraces(boolean counting) {
        return new Exclusions(allergies, allergyWords, unwanted, diet, restrictions, counting);
    }

    /** The same, and what breaks these restrictions besides. */
    public Exclusions keeping(List<Restriction> further) {
        List<Restriction> all = new ArrayList<>(restrictions);
        all.addAll(further);
        return new Exclusions(
                allergies, allergyWords, unwanted, diet, all.stream().distinct().toList(), severe);
    }

    // Asked of many foods for each request: loops, because streams cost several times as much.

    public boolean forbids(Food food) {
        return isAllergen(food)
                || severe && mayBeAllergen(food)
                || isUnwanted(food)
                || diet.forbids(food)
                || breaksDiet(food);
    }

    /** Whether the food is or contains an allergen of the shopper; traces do not count. */
    public boolean isAllergen(Food food) {
        for (String allergy : allergies) {
            if (food.contains(allergy)) {
                return true;
            }
        }
        for (Restriction restriction : restrictions) {
            if (restriction instanceof AvoidedAllergen avoided
                    && food.contains(avoided.allergen().code())) {
                return true;
            }
        }
        return namesAllergen(food);
    }

    /** Whether the food may contain traces of an allergen of the shopper. */
    public boolean mayBeAllergen(Food food) {
        if (isGlutenFree() && food.mayContain("wheat")) {
            return true;
        }
        for (String allergy : allergies) {
            if (food.mayContain(allergy)) {
                return true;
            }
        }
        for (Restriction restriction : restrictions) {
            if (restriction instanceof AvoidedAllergen avoided
                    && food.mayContain(avoided.allergen().code())) {
                return true;
            }
        }
        return false;
    }

    /** Those of the foods that may have anything to do with what is excluded. */
    Collection<Food> concerned(Foods foods) {
        if (!allergyWords.isEmpty()) {
            return foods.all();
        }
        Set<Food> concerned = new HashSet<>();
        Stream.of(
                        allergies.stream(),
                        unwanted.stream(),
                        diet.families().stream(),
                        avoided().map(Allergen::code))
                .flatMap(concepts -> concepts)
                .forEach(concept -> concerned.addAll(foods.relatedTo(concept)));
        Stream.concat(declaredDiets(), restrictions.stream())
                .filter(FollowedDiet.class::isInstance)
                .forEach(followed -> concerned.addAll(foods.unsuitedTo(((FollowedDiet) followed).diet())));
        return concerned;
    }

    private boolean isUnwanted(Food food) {
        for (String concept : unwanted) {
            if (food.isOrComesFrom(concept)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether what the shopper does not want is in the food unseen: the fish sauce of kimchi, the egg of mayonnaise. It
     * does not rule the food out, but a dish with it must not be said to be without.
     */
    public boolean isWithin(Food food) {
        for (String concept : unwanted) {
            if (food.contains(concept) && !concept.equals(MILK)) {
                return true;
            }
        }
        return false;
    }

    private boolean breaksDiet(Food food) {
        for (Restriction restriction : restrictions) {
            if (restriction instanceof FollowedDiet followed && !food.suits(followed.diet())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The allergies and the diets in the terms of the gateway, which withholds products for them. What is merely unwanted
     * is a matter of the recipe, and so are the needs of health that no product declares.
     */
    public List<Restriction> asRestrictions(Foods foods) {
        Set<Allergen> allergens = EnumSet.noneOf(Allergen.class);
        allergies.forEach(concept -> allergens.addAll(foods.allergensOf(concept)));
        diet.freeOf().forEach(concept -> allergens.addAll(foods.allergensOf(concept)));
        Stream<Restriction> widest = allergens.stream()
                .filter(allergen ->
                        allergens.stream().noneMatch(other -> other != allergen && allergen.isWithin(other)))
                .map(AvoidedAllergen::new);
        return Stream.of(restrictions.stream(), widest, declaredDiets())
                .flatMap(some -> some)
                .distinct()
                .sorted()
                .toList();
    }

    /** Those parts of the diet that stores declare products to suit. */
    private Stream<Restriction> declaredDiets() {
        return diet.names().stream()
                .flatMap(name -> com.ones1ght.domain.dietary.Diet.ofCode(name).stream())
                .map(FollowedDiet::new);
    }

    /** The allergens among the restrictions. */
    public Stream<Allergen> avoided() {
        return restrictions.stream()
                .filter(AvoidedAllergen.class::isInstance)
                .map(restriction -> ((AvoidedAllergen) restriction).allergen());
    }

    /** Whether a name, for example of a product, contains one of {@link #allergyWords}. */
    public boolean namesAllergen(String name) {
        if (allergyWords.isEmpty()) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return allergyWords.stream().anyMatch(lower::contains);
    }

    private boolean isGlutenFree() {
        return diet.names().contains("gluten-free");
    }

    /** Whether traces matter: to whoever is allergic, and to coeliacs. */
    public boolean hasAllergies() {
        return isGlutenFree()
                || !allergies.isEmpty()
                || !allergyWords.isEmpty()
                || avoided().findAny().isPresent();
    }

    /** Without preferences and diet: the last resort, when nothing else leaves a dish. */
    public Exclusions allergiesOnly() {
        return new Exclusions(allergies, allergyWords, Set.of(), Diet.NONE, restrictions, severe);
    }

    /** Without what is merely unwanted. */
    public Exclusions withoutUnwanted() {
        return new Exclusions(allergies, allergyWords, Set.of(), diet, restrictions, severe);
    }

    /** What either leaves out. */
    public Exclusions and(Exclusions other) {
        return new Exclusions(
                        union(allergies, other.allergies),
                        union(allergyWords, other.allergyWords),
                        union(unwanted, other.unwanted),
                        diet.and(other.diet),
                        restrictions,
                        severe || other.severe)
                .keeping(other.restrictions);
    }

    private boolean namesAllergen(Food food) {
        return namesAllergen(food.key())
                || namesAllergen(food.name().ko())
                || namesAllergen(food.name().ja());
    }

    public static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
