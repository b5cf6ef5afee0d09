package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects the preferences of a text, mention by mention. */
final class Findings {

    private final Cookbook cookbook;
    private final boolean adding;
    private final boolean hiding;
    private final boolean retracting;
    private final NamedDishes dishes = new NamedDishes();
    private final Set<String> foods = new LinkedHashSet<>();
    private final Set<String> staples = new LinkedHashSet<>();
    final RefusedFoods refused;
    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> unwantedTags = new LinkedHashSet<>();
    final Set<String> endedDiets = new LinkedHashSet<>();
    Company company = Company.NONE;
    private final Set<String> additions = new LinkedHashSet<>();
    private final Set<String> atHand = new LinkedHashSet<>();
    private final Map<String, Amount> amountsAtHand = new LinkedHashMap<>();
    private final Map<String, Double> amounts = new LinkedHashMap<>();
    private final Tastes tastes;
    private Diet diet = Diet.NONE;

    /**
     * @param adding whether the text asks for something beside the dish
     * @param hiding whether somebody is to eat, unseen, what they do not like
     * @param retracting whether what was said before no longer holds
     * @param allergic whether it speaks of an allergy, so that what it rules out is one
     */
    Findings(Cookbook cookbook, boolean adding, boolean hiding, boolean retracting, boolean allergic) {
        this.cookbook = cookbook;
        this.adding = adding;
        this.hiding = hiding && !allergic;
        this.retracting = retracting && !allergic;
        this.refused = new RefusedFoods(cookbook.foods(), allergic);
        this.tastes = new Tastes(tags, unwantedTags, amounts, refused);
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
        if (leftOver
                && !Effect.rulesOut(effect)
                && (cooked.isPresent() || mention.isOfKind() && !mention.isOf(Concept.Kind.FOOD))) {
            tags.add("leftovers");
            Leftovers.useOf(mention, cooked.flatMap(dish -> cookbook.dish(dish.id())))
                    .ifPresentOrElse(use -> addFood(use, Effect.HAVE), () -> dishes.unused.add(said));
            return;
        }
        // "Ramen with dumplings in it", and those in the freezer: ready-made ones.
        boolean isPut = adding && !dishes.wanted.isEmpty() || effect == Effect.HAVE;
        boolean isReadyMade = isPut && cooked.isPresent() && mention.isOf(Concept.Kind.FOOD);
        if (cooked.isPresent() && !isReadyMade && effect == null) {
            dishes.count(amount, mention.isOfKind());
        }
        Optional<Amount> stated =
                amount.filter(it -> effect == Effect.HAVE || effect == null && it.measure() != Measure.PIECE);
        mention.concepts().stream()
                .filter(concept -> isReadyMade ? concept.kind() == Concept.Kind.FOOD : mention.means(concept, effect))
                .forEach(concept -> {
                    add(concept, said, effect);
                    stated.filter(it -> concept.kind() == Concept.Kind.FOOD)
                            .ifPresent(it -> amountsAtHand.put(concept.id(), it));
                });
    }

    private void add(Concept concept, String said, @Nullable Effect effect) {
        String id = concept.id();
        boolean out = Effect.rulesOut(effect);
        refused.note(id, effect);
        switch (concept.kind()) {
            case DISH -> dishes.add(id, said, out);
            case TAG -> addTag(id, said, effect);
            case FOOD -> addFood(id, effect);
            case ABSENT_DISH -> {
                if (!out) {
                    dishes.absent.put(said, id);
                    cookbook.mainFoodOf(said).ifPresent(foods::add);
                }
            }
            case ALLERGY, NOTHING -> {}
        }
    }

    private void addFood(String id, @Nullable Effect effect) {
        if (Effect.rulesOut(effect) && !(hiding && NotEaten.isDisliked(id, effect))) {
            refused.add(id, effect);
        } else if (effect == Effect.FINE) {
            refused.addFine(id);
        } else if (effect == Effect.UNASKED) {
            return;
        } else if (effect == Effect.MORE || effect == Effect.LESS) {
            amounts.put(id, effect == Effect.MORE ? 2.0 : 0.5);
        } else if (effect == Effect.HAVE) {
            atHand.add(id);
            if (!is(id, Food::isStaple) && !isDrink(id)) {
                (adding ? additions : foods).add(id);
            }
        } else if (adding || effect == Effect.BUY || isDrink(id)) {
            additions.add(id);
        } else if (is(id, Food::isStaple)) {
            staples.add(id);
        } else {
            foods.add(id);
            if (is(id, Food::isSweet)) {
                // A cake from the shop: what comes closest to baking one is another dessert.
                tags.add("dessert");
            }
        }
    }

    /** A dish that neither the cookbook nor its list of others knows, as the text calls it. */
    void addUnknownDish(String said) {
        dishes.absent.put(said, "");
    }

    Set<String> absentDishes() {
        return dishes.absent.keySet();
    }

    /** It must not cost much; what was ruled out for its price is enough. */
    void addCheap() {
        if (refused.isEmpty()) {
            tags.add("cheap");
        }
    }

    /** All of the dish is to be vegetables. */
    void addOnlyVegetables() {
        foods.remove("vegetable");
        diet = diet.and(Diet.VEGETARIAN);
    }

    private void addTag(String tag, String said, @Nullable Effect effect) {
        boolean out =
                Effect.rulesOut(effect) || effect == Effect.LESS && (tag.equals("dessert") || NotEaten.isOne(tag));
        if (NotEaten.isOne(tag)) {
            diet = out ? diet.and(NotEaten.dietWithout(tag)) : diet;
        } else if ((effect == Effect.MORE || effect == Effect.LESS) && Supplies.NAMED_AS_DISHES.containsKey(tag)) {
            addFood(Supplies.NAMED_AS_DISHES.get(tag), effect);
        } else if (adding && !out && Dish.KINDS.contains(tag)) {
            // "Add grilled chicken" or "a soup as well" leave the dish what it is.
            additions.add(tag);
        } else if (Diet.isKnown(tag)) {
            if (out && !NotEaten.isStillNeeded(tag, said, effect)) {
                endedDiets.add(tag);
            } else {
                diet = diet.and(Diet.of(tag));
            }
        } else if (tag.equals("dessert")
                && !out
                && !tags.contains(tag)
                && (adding || !dishes.wanted.isEmpty() || tags.stream().anyMatch(Dish.KINDS::contains))) {
            additions.add(tag);
        } else if (!tastes.add(tag, said, effect)) {
            if (effect == Effect.HAVE && Supplies.NAMED_AS_DISHES.containsKey(tag)) {
                atHand.add(Supplies.NAMED_AS_DISHES.get(tag));
            }
            (out ? unwantedTags : tags).add(tag);
        }
    }

    MealPreferences toPreferences(
            Set<String> unknownAllergens,
            Optional<Question> question,
            Limits limits,
            Move move,
            Set<String> unread,
            Map<String, String> varieties,
            boolean asksForMeal) {
        Tastes.settle(tags, amounts);
        diet = diet.and(tastes.diet()).and(refused.diet());
        Devices.apply(tags, unwantedTags);
        additions.addAll(dishes.wanted.isEmpty() ? Set.of() : Company.ofDish(tags, foods, question, endsSweet()));
        company.askForSide(tags, additions, !dishes.wanted.isEmpty() || !dishes.absent.isEmpty());
        dishes.wanted.removeIf(dish -> tags.contains("side") && !adding);
        dishes.wanted.removeAll(dishes.unwanted);
        // "Salt instead": in the place of what is refused, what every kitchen has is a wish of its own.
        foods.addAll(refused.isEmpty() ? Set.of() : staples);
        MincedMeat.merge(foods, cookbook.foods());
        dishes.settle(foods, diet, adding, cookbook);
        Set<String> unwanted =
                refused.unwanted(foods, dishes.wanted.isEmpty() && dishes.absent.isEmpty() && diet.equals(Diet.NONE));
        // What a text refuses it does not want, whatever else it says of it.
        List.of(additions, amounts.keySet()).forEach(wanted -> wanted.removeIf(refused::holds));
        tags.removeAll(unwantedTags);
        boolean namesDish = !foods.isEmpty() || !dishes.wanted.isEmpty() || !dishes.absent.isEmpty();
        Drinking.apply(tags, additions, atHand, namesDish, cookbook.foods());
        if (retracting) {
            endedDiets.addAll(Diet.meatlessWithout(foods, cookbook.foods()));
        }
        return new MealPreferences(
                new Mentioned(dishes.wanted, foods, tags),
                new Mentioned(dishes.unwanted, unwanted, unwantedTags),
                refused.allergies(),
                unknownAllergens,
                diet,
                endedDiets,
                additions,
                new Supplies(atHand, amountsAtHand),
                amounts,
                dishes.absent,
                varieties,
                company.dishes(),
                question,
                limits,
                move,
                dishes.pieces(),
                Exclusions.union(dishes.unused, unread),
                refused.doubted(),
                asksForMeal);
    }

    private boolean endsSweet() {
        return dishes.wanted.stream().flatMap(id -> cookbook.dish(id).stream()).anyMatch(dish -> !dish.has("dessert"));
    }

    private boolean isDrink(String concept) {
        return is(concept, Food::isDrink) || cookbook.foods().isWithin(concept, "alcohol");
    }

    private boolean is(String concept, Predicate<Food> kind) {
        return cookbook.foods().find(concept).filter(kind).isPresent();
    }
}
