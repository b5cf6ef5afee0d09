package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.AllergenFamilies;
import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences.Move;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the preferences of a text, mention by mention. */
final class Findings {

    private static final double MORE = 2;
    private static final double LESS = 0.5;

    /** Cooked, one cut is as good as another. */
    private static final List<String> KINDS_OF_MEAT = List.of("pork", "beef", "chicken", "lamb", "poultry", "fish");

    /** How somebody eats who eats none of it. */
    private static final Map<String, Diet> NOT_EATEN = Map.of("animal", Diet.VEGETARIAN, "animal-product", Diet.VEGAN);

    private final Cookbook cookbook;
    private final boolean adding;
    private final boolean allergic;
    private final Set<String> dishes = new LinkedHashSet<>();
    private final Set<String> unwantedDishes = new LinkedHashSet<>();
    private final Set<String> foods = new LinkedHashSet<>();
    private final Set<String> unwantedFoods = new LinkedHashSet<>();
    private final Set<String> allergies = new LinkedHashSet<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> unwantedTags = new LinkedHashSet<>();
    private final Set<String> endedDiets = new LinkedHashSet<>();
    private final Set<String> additions = new LinkedHashSet<>();
    private final Set<String> atHand = new LinkedHashSet<>();
    private final Map<String, Amount> amountsAtHand = new LinkedHashMap<>();
    private final Map<String, Double> amounts = new LinkedHashMap<>();
    private final Map<String, String> absentDishes = new LinkedHashMap<>();
    private Diet diet = Diet.NONE;

    /**
     * @param adding whether the text asks for something beside the dish
     * @param allergic whether it speaks of an allergy, so that what it rules out is one
     */
    Findings(Cookbook cookbook, boolean adding, boolean allergic) {
        this.cookbook = cookbook;
        this.adding = adding;
        this.allergic = allergic;
    }

    /**
     * @param said as the text calls it
     * @param leftOver whether it was cooked before, if it is a dish
     * @param amount how much of it the text speaks of
     * @param effect what the words around it ask to do with it
     */
    void add(Mention mention, String said, boolean leftOver, Optional<Amount> amount, @Nullable Effect effect) {
        Optional<Concept> cooked = mention.concepts().stream()
                .filter(concept -> concept.kind() == Concept.Kind.DISH || concept.kind() == Concept.Kind.ABSENT_DISH)
                .findFirst();
        if (leftOver && cooked.isPresent() && !isOut(effect)) {
            addLeftovers(cooked.get().id());
            return;
        }
        mention.concepts().stream()
                .filter(concept -> isMeant(concept, mention, effect))
                .forEach(concept -> {
                    add(concept, said, effect);
                    if (effect == Effect.HAVE && concept.kind() == Concept.Kind.FOOD) {
                        amount.ifPresent(there -> amountsAtHand.put(concept.id(), there));
                    }
                });
    }

    /** "Curry" is a dish, a kind of dish and a roux: what is wanted is the dish, what there is already is the food. */
    private static boolean isMeant(Concept concept, Mention mention, @Nullable Effect effect) {
        boolean isFood = concept.kind() == Concept.Kind.FOOD;
        if (effect == Effect.HAVE && concept.kind() == Concept.Kind.TAG) {
            return true;
        }
        if (effect == Effect.HAVE || effect == Effect.MORE || effect == Effect.LESS) {
            return isFood || !mention.isOf(Concept.Kind.FOOD);
        }
        return !isFood || effect != null || !mention.isOf(Concept.Kind.DISH);
    }

    private void add(Concept concept, String said, @Nullable Effect effect) {
        String id = concept.id();
        boolean out = isOut(effect);
        switch (concept.kind()) {
            case DISH -> (out ? unwantedDishes : dishes).add(id);
            case TAG -> addTag(id, effect);
            case FOOD -> addFood(id, effect);
            case ABSENT_DISH -> {
                if (!out) {
                    absentDishes.put(said, id);
                }
            }
            case ALLERGY, NOTHING -> {}
        }
    }

    /** What is left of a dish is used up, and not cooked once more. */
    private void addLeftovers(String id) {
        tags.add("leftovers");
        if (cookbook.dish(id).filter(dish -> dish.has("curry")).isPresent()) {
            atHand.add("curry roux");
            foods.add("curry roux");
            return;
        }
        cookbook.dish(id).stream()
                .flatMap(dish -> dish.ingredients().stream().limit(2))
                .map(RecipeIngredient::food)
                .filter(Food::isProtein)
                .limit(1)
                .map(food -> KINDS_OF_MEAT.stream().filter(food::is).findFirst().orElse(food.key()))
                .forEach(concept -> {
                    atHand.add(concept);
                    foods.add(concept);
                });
    }

    private void addFood(String id, @Nullable Effect effect) {
        if (isOut(effect)) {
            Set<String> out = id.equals("flour") ? Set.of(id, "wheat") : Set.of(id);
            if (allergic || effect == Effect.NEVER) {
                allergies.addAll(out);
            }
            if (!allergic) {
                unwantedFoods.addAll(out);
            }
        } else if (effect == Effect.MORE || effect == Effect.LESS) {
            amounts.put(id, effect == Effect.MORE ? MORE : LESS);
        } else if (effect == Effect.HAVE) {
            atHand.add(id);
            if (!isStaple(id) && !isDrink(id)) {
                foods.add(id);
            }
        } else if (adding || isDrink(id)) {
            additions.add(id);
        } else if (!isStaple(id)) {
            foods.add(id);
            if (isSweet(id)) {
                tags.add("dessert");
            }
        }
    }

    /** A dish that neither the cookbook nor its list of others knows, as the text calls it. */
    void addUnknownDish(String said) {
        absentDishes.put(said, "");
    }

    /** It must not cost much; what was ruled out for its price is enough. */
    void addCheap() {
        if (unwantedFoods.isEmpty()) {
            tags.add("cheap");
        }
    }

    /** All of the dish is to be vegetables. */
    void addOnlyVegetables() {
        foods.remove("vegetable");
        diet = diet.and(Diet.VEGETARIAN);
    }

    private static boolean isOut(@Nullable Effect effect) {
        return effect == Effect.WITHOUT || effect == Effect.NEVER || effect == Effect.COSTLY;
    }

    private void addTag(String tag, @Nullable Effect effect) {
        boolean out = isOut(effect);
        if (NOT_EATEN.containsKey(tag)) {
            if (out) {
                diet = diet.and(NOT_EATEN.get(tag));
            }
        } else if (adding && !out && Dish.KINDS.contains(tag)) {
            // "Add grilled chicken" or "a soup as well" leave the dish what it is.
            additions.add(tag);
        } else if (Diet.isKnown(tag)) {
            if (out) {
                endedDiets.add(tag);
            } else {
                diet = diet.and(Diet.of(tag));
            }
        } else if (tag.equals("dessert") && !out && (adding || !dishes.isEmpty() || !tags.isEmpty())) {
            additions.add(tag);
        } else if (tag.equals("gentle")) {
            // "Nothing tough" asks for it.
            tags.add(tag);
        } else if (tag.equals("spicy") && out) {
            tags.add("mild");
            unwantedTags.add(tag);
        } else if (tag.equals("spicier")) {
            tags.add("spicy");
            amounts.put("hot", MORE);
        } else if (tag.equals("less-spicy") || tag.equals("spicy") && effect == Effect.LESS) {
            tags.add("less-spicy");
            amounts.put("hot", LESS);
        } else {
            (out ? unwantedTags : tags).add(tag);
        }
    }

    MealPreferences toPreferences(
            Set<String> unknownAllergens, Optional<Question> question, Limits limits, Move move, boolean asksForMeal) {
        if (tags.contains("mild")) {
            tags.remove("spicy");
        }
        return new MealPreferences(
                new Mentioned(dishes, foods, tags),
                new Mentioned(unwantedDishes, unwantedFoods, unwantedTags),
                new AllergenFamilies(cookbook.foods()).widen(allergies),
                unknownAllergens,
                diet,
                endedDiets,
                additions,
                new Supplies(atHand, amountsAtHand),
                amounts,
                absentDishes,
                question,
                limits,
                move,
                asksForMeal);
    }

    private boolean isDrink(String concept) {
        return cookbook.foods().find(concept).map(Food::isDrink).orElse(false)
                || cookbook.foods().isWithin(concept, "alcohol");
    }

    /** A cake from the shop: what comes closest to baking one is another dessert. */
    private boolean isSweet(String concept) {
        return cookbook.foods().find(concept).map(Food::isSweet).orElse(false);
    }

    private boolean isStaple(String concept) {
        return cookbook.foods().find(concept).map(Food::isStaple).orElse(false);
    }
}
