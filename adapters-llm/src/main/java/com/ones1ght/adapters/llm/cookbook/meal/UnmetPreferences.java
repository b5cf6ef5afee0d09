package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.domain.shared.Language;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The preferences of a prompt that a meal does not meet. */
final class UnmetPreferences {

    /** Who has none of it may have butter; who wants none of it is known to want no dairy. */
    private static final String MILK = "milk";

    private final MealRequest mealRequest;
    private final DishVariant variant;
    private final List<Food> additions;
    private final Foods foods;
    private final BudgetChoice budget;

    /** @param budget what the meal costs, beside what the shopper can spend */
    UnmetPreferences(
            MealRequest mealRequest, DishVariant variant, List<Food> additions, Foods foods, BudgetChoice budget) {
        this.mealRequest = mealRequest;
        this.variant = variant;
        this.additions = additions;
        this.foods = foods;
        this.budget = budget;
    }

    /** The unmet preferences, as nouns. */
    List<String> unmet(Language language) {
        Set<String> unmet = new LinkedHashSet<>();
        addDishes(unmet, language);
        addFoods(unmet, language);
        addTags(unmet, language);
        addUnwanted(unmet, language);
        addDiets(unmet, language);
        addLimits(unmet, language);
        if (mealRequest.asksForCheaper() && mealRequest.keeps(variant.dish())) {
            unmet.add(Phrases.say(language, "unmet.cheaper"));
        }
        return List.copyOf(unmet);
    }

    /** What the meal breaks of what was to be left out of it, by the conversation or the profile, and of the diets. */
    List<String> brokenRestrictions(Language language) {
        Set<String> broken = new LinkedHashSet<>();
        mealRequest.exclusions().unwanted().stream()
                .sorted()
                .filter(concept -> variant.ingredients().stream()
                        .anyMatch(ingredient -> ingredient.food().contains(concept)))
                .forEach(concept -> broken.add(Phrases.say(
                        language, "unmet.without", foods.label(concept).in(language))));
        addDiets(broken, language);
        mealRequest.constraints().unknownAllergens().stream()
                .sorted()
                .forEach(word -> broken.add(Phrases.say(language, "unmet.allergen", word)));
        return List.copyOf(broken);
    }

    /** What the prompt says to be at hand, where the dish takes none of it. */
    List<String> unusedSupplies(Language language) {
        Set<String> there = preferences().atHand().foods();
        return there.stream().anyMatch(variant::uses)
                ? List.of()
                : there.stream()
                        .map(food -> foods.label(food).in(language))
                        .distinct()
                        .sorted()
                        .toList();
    }

    private void addDishes(Set<String> unmet, Language language) {
        // "Curry" names a dish and a kind of dish.
        boolean isOfKind = preferences().tags().stream()
                .anyMatch(tag -> Dish.KINDS.contains(tag) && variant.dish().has(tag));
        if (!isNamed() && !isOfKind) {
            mealRequest
                    .reference()
                    .filter(dish -> preferences().dishes().contains(dish.id()))
                    .ifPresent(dish -> unmet.add(new OutOfReach(mealRequest, foods, language).dish(dish)));
        }
    }

    private void addDiets(Set<String> unmet, Language language) {
        for (String name : mealRequest.exclusions().diet().names()) {
            Diet diet = Diet.of(name);
            boolean kept = diet.isJudged()
                    && !diet.forbids(variant.dish())
                    && variant.ingredients().stream().noneMatch(ingredient -> diet.forbids(ingredient.food()));
            if (!kept) {
                unmet.add(Phrases.say(language, "diet." + name));
            }
        }
    }

    private void addLimits(Set<String> unmet, Language language) {
        mealRequest.limits().minutes().ifPresent(minutes -> {
            if (variant.dish().minutes() > minutes) {
                unmet.add(Phrases.say(language, "unmet.minutes", minutes));
            }
        });
        mealRequest.limits().ingredients().ifPresent(count -> {
            if (variant.bought() > count) {
                unmet.add(Phrases.say(language, "unmet.ingredients", count));
            }
        });
        mealRequest.limits().unjudged().ifPresent(stated -> unmet.add(Phrases.say(language, "unmet.unjudged", stated)));
        int counted = preferences().pieces().orElse(0);
        boolean isPlanned = isNamed() && variant.dish().servingsOf(counted).isPresent();
        if (counted > 0 && !isPlanned) {
            unmet.add(Phrases.say(language, "unmet.pieces", counted));
        }
        if (budget.isOver(variant)) {
            String won =
                    Answers.price(BigDecimal.valueOf(mealRequest.limits().won().orElseThrow()));
            unmet.add(budget.excess(variant)
                    .map(more -> Phrases.say(language, "unmet.budget.by", won, Answers.price(more)))
                    .orElseGet(() -> Phrases.say(language, "unmet.budget", won)));
        }
        mealRequest
                .limits()
                .foreignBudget()
                .ifPresent(budget -> unmet.add(Phrases.say(language, "unmet.budget.foreign", budget)));
    }

    private void addFoods(Set<String> unmet, Language language) {
        mealRequest.askedFoods().stream()
                .sorted()
                .filter(food -> !isThere(food) && !isThereByAnotherReading(food))
                .forEach(food -> unmet.add(labelOf(food, language)));
        if (preferences().additions().stream().noneMatch(it -> isThere(it) || !mealRequest.mayName(it, foods))) {
            preferences().additions().stream().sorted().forEach(addition -> {
                if (Phrases.has("tag." + addition)) {
                    addTag(addition, unmet, language);
                } else {
                    unmet.add(labelOf(addition, language));
                }
            });
        }
    }

    private String labelOf(String food, Language language) {
        return new OutOfReach(mealRequest, foods, language).food(food);
    }

    /** What of the meal is it, or contains it unseen. */
    private Stream<Food> within(String food) {
        return Stream.concat(variant.ingredients().stream().map(RecipeIngredient::food), additions.stream())
                .filter(bought -> bought.contains(food));
    }

    private boolean isThere(String food) {
        if (food.equals("dessert")) {
            return additions.stream().anyMatch(added -> DrinkPairing.DESSERTS.contains(added.key()));
        }
        return variant.uses(food) || additions.stream().anyMatch(added -> added.is(food));
    }

    /** One word may mean a food, its family and a kind of dish: any one of them meets it. */
    private boolean isThereByAnotherReading(String food) {
        String kind = food.endsWith(" noodle") ? "noodles" : food;
        return preferences().tags().contains(kind) && variant.dish().has(kind)
                || variant.usesAny(mealRequest.constraints().foods(), food, foods);
    }

    private void addTags(Set<String> unmet, Language language) {
        boolean mustBeMild = mealRequest.constraints().tags().contains("mild");
        if (mustBeMild && mealRequest.isAskedFor(variant.dish()) && !variant.isMild()) {
            addTag("mild", unmet, language);
        }
        if (preferences().tags().contains("spicy")
                && !mealRequest.constraints().tags().contains("spicy")
                && variant.isMild()) {
            addTag("spicy", unmet, language);
        }
        // For a dish asked for by name, the tags in its name are no further preferences; what it is cooked with is one.
        preferences().tags().stream()
                .sorted()
                .filter(tag -> !isNamed() || Dish.DEVICES.contains(tag) || tag.equals("no-cook"))
                .filter(tag -> !tag.equals("cheap")
                        && mealRequest.mayName(tag, foods)
                        && !variant.dish().meets(tag, preferences().tags())
                        && !isThere(tag)
                        && !isSeasoned(tag))
                .forEach(tag -> addTag(tag, unmet, language));
    }

    /** Met by what is added or left out, or by what is used up. */
    private boolean isSeasoned(String tag) {
        return switch (tag) {
            case "spicy" -> isThere("hot");
            case "leftovers" -> preferences().atHand().foods().stream().anyMatch(variant::uses);
            case "kids" -> variant.isMild();
            case "mild" -> mealRequest.refines(variant.dish()) && variant.isMild();
            default -> false;
        };
    }

    private static void addTag(String tag, Set<String> unmet, Language language) {
        if (Phrases.has("tag." + tag)) {
            unmet.add(Phrases.say(language, "tag." + tag));
        }
    }

    private void addUnwanted(Set<String> unmet, Language language) {
        Set<String> there = new LinkedHashSet<>();
        preferences().unwantedFoods().stream().sorted().forEach(food -> {
            List<String> products = within(food)
                    .filter(product -> !product.isOrComesFrom(food))
                    .map(product -> product.nameInText().in(language))
                    .distinct()
                    .toList();
            String label = foods.label(food).in(language);
            if (!products.isEmpty() && !food.equals(MILK)) {
                unmet.add(Phrases.say(language, "unmet.within", label, Phrases.list(language, products)));
            } else if (within(food).findAny().isPresent()) {
                there.add(label);
            }
        });
        preferences().unwantedTags().stream()
                .sorted()
                .filter(tag -> variant.dish().has(tag)
                        && !(tag.equals("spicy") && preferences().tags().contains("mild")))
                .forEach(tag -> addTag(tag, there, language));
        if (preferences().unwantedDishes().contains(variant.dish().id())) {
            there.add(variant.dish().title().in(language));
        }
        there.forEach(name -> unmet.add(Phrases.say(language, "unmet.without", name)));
    }

    private boolean isNamed() {
        return preferences().dishes().contains(variant.dish().id());
    }

    private MealPreferences preferences() {
        return mealRequest.preferences();
    }
}
