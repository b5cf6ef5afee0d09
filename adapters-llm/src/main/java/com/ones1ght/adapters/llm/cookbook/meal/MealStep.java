package com.ones1ght.adapters.llm.cookbook.meal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.Supplies;
import com.ones1ght.adapters.llm.cookbook.request.ConversationConstraints;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.cookbook.request.Pantry;
import com.ones1ght.adapters.llm.cookbook.request.RecordedConstraints;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.dietary.DietaryReport;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Step 1: the dish. */
public final class MealStep {

    private static final double LITTLE_SALT = 0.5;
    private static final BigDecimal NEARLY_ENOUGH = new BigDecimal("0.6");
    private static final BigDecimal LITTLE_TOO_MUCH = new BigDecimal("1.5");

    /** More than so many times what the recipe says, or less than that share of it, is no amount for the dish. */
    private static final BigDecimal FAR_TOO_MUCH = BigDecimal.valueOf(5);

    private static final BigDecimal FAR_TOO_LITTLE = new BigDecimal("0.2");

    /** From so many times what the recipe has on it is to be in the dish, even if the recipe has none. */
    private static final double ASKED_FOR = 2;

    private final Cookbook cookbook;
    private final Prices prices;

    /** @param prices asked only where the shopper has a budget */
    public MealStep(Cookbook cookbook, Prices prices) {
        this.cookbook = cookbook;
        this.prices = prices;
    }

    /** The meal for a request: the dish that fits best, adapted to what must be left out. */
    public SuggestedMeal suggest(PipelineRequest request, MealRequest mealRequest) {
        BudgetChoice choice = new BudgetChoice(request, mealRequest, prices);
        DishVariant variant = choice.among(new DishChooser(cookbook).ranked(mealRequest));
        ConversationConstraints constraints = mealRequest.constraints().withSuggested(variant.dish());
        int servings = mealRequest.limits().servings(variant.dish().servings());
        List<Food> additions = new DrinkPairing(cookbook)
                .resolve(additions(mealRequest, variant), variant, mealRequest.exclusions(), mealRequest.mayDrink());
        List<Ingredient> ingredients = ingredients(
                variant,
                servings,
                additions,
                amounts(mealRequest),
                mealRequest.constraints().atHand());
        UnmetPreferences outcome = new UnmetPreferences(mealRequest, variant, additions, cookbook.foods(), choice);
        Optional<String> answer = new Answers(mealRequest, variant, cookbook, request.language())
                .to(ingredients, servings, () -> prices.total(request, mealRequest, ingredients))
                .or(() -> choice.saving().map(costs -> Answers.saving(request.language(), costs)));
        MealText text = new MealText(
                mealRequest,
                variant,
                additions,
                cookbook,
                outcome,
                isChanged(ingredients, request.history()),
                answer,
                request.language());
        Meal meal = new Meal(
                text.title(),
                text.intro(),
                text.description(),
                text.recommendation(),
                new MealNotes(request.language())
                        .of(mealRequest, variant, servings, additions, Pantry.of(mealRequest), ingredients),
                ingredients);
        ObjectNode raw = RawMeal.of(meal);
        raw.set(RecordedConstraints.FIELD, RecordedConstraints.write(constraints));
        DietaryReport report = new DietaryReport(
                mealRequest.constraints().exclusions().asRestrictions(cookbook.foods()),
                outcome.brokenRestrictions(request.language()));
        return new SuggestedMeal(new StepOutput<>(meal, Json.write(raw)), report);
    }

    /** On a low-salt diet there is half the salt, where nothing else was asked for. */
    private static Map<String, Double> amounts(MealRequest mealRequest) {
        Map<String, Double> amounts =
                new LinkedHashMap<>(mealRequest.constraints().amounts());
        if (mealRequest.exclusions().diet().names().contains("low-salt")) {
            amounts.putIfAbsent("salt", LITTLE_SALT);
        }
        return amounts;
    }

    /** Whether what is bought, or how much of it, differs from the last meal of this pipeline. */
    private boolean isChanged(List<Ingredient> ingredients, List<Turn> history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            String earlier = history.get(i).mealJson();
            if (RecordedConstraints.of(earlier, cookbook).isPresent()) {
                // Read back from text, so that numbers are compared in the form in which both were stored.
                String now = Json.write(RawMeal.ingredients(ingredients));
                return !Json.read(now)
                        .path("ingredients")
                        .equals(Json.read(earlier).path("ingredients"));
            }
        }
        return true;
    }

    /** What is bought beside the dish, and what there is to be in it, or more of, and the recipe does not have. */
    private Set<String> additions(MealRequest mealRequest, DishVariant variant) {
        ConversationConstraints constraints = mealRequest.constraints();
        Set<String> additions = new LinkedHashSet<>(constraints.additions());
        constraints.amounts().forEach((food, factor) -> {
            if (factor >= ASKED_FOR && !variant.uses(food)) {
                additions.add(food);
            }
        });
        if (mealRequest.preferences().tags().contains("spicy")
                && constraints.tags().contains("spicy")
                && mealRequest.isAskedFor(variant.dish())
                && !variant.uses("hot")
                && !additions.contains("hot")) {
            additions.add("chili pepper");
        }
        boolean isNamed =
                mealRequest.preferences().dishes().contains(variant.dish().id());
        // What an earlier turn put into the dish stays in it.
        Set<String> wanted = mealRequest.refines(variant.dish())
                ? constraints.foods()
                : mealRequest.preferences().foods();
        wanted.stream()
                .filter(food -> !variant.usesAny(wanted, food, cookbook.foods()))
                .filter(food -> isNamed || AddedFoods.canTake(cookbook.foods(), food))
                .forEach(additions::add);
        return additions;
    }

    /** The ingredients of a dish for so many people, as far as they are bought. */
    static List<Ingredient> ingredients(
            DishVariant variant, int servings, List<Food> additions, Map<String, Double> amounts, Supplies atHand) {
        BigDecimal factor = BigDecimal.valueOf(servings)
                .divide(BigDecimal.valueOf(variant.dish().servings()), 4, RoundingMode.HALF_UP);
        Map<Food, Amount> ingredients = new LinkedHashMap<>();
        for (RecipeIngredient ingredient : variant.ingredients()) {
            BigDecimal share = factor.multiply(amount(ingredient.food(), amounts));
            add(ingredient.food(), Quantities.scale(ingredient, share), ingredients);
        }
        ingredients.replaceAll((food, needed) -> asStated(food, needed, atHand));
        for (Food food : additions) {
            add(food, AddedFoods.amount(food, servings), ingredients);
        }
        return ingredients.entrySet().stream()
                .map(ingredient -> ingredient(ingredient.getKey(), ingredient.getValue()))
                .toList();
    }

    /** Who has nearly as much as the recipe says, or somewhat more, takes what there is; who asks for so much gets it. */
    private static Amount asStated(Food food, Amount needed, Supplies stated) {
        boolean isAtHand = stated.hold(food);
        BigDecimal least = needed.quantity().multiply(isAtHand ? NEARLY_ENOUGH : FAR_TOO_LITTLE);
        BigDecimal most = needed.quantity().multiply(isAtHand ? LITTLE_TOO_MUCH : FAR_TOO_MUCH);
        return stated.of(food, needed.measure())
                .filter(amount -> amount.quantity().compareTo(least) >= 0
                        && amount.quantity().compareTo(most) <= 0)
                .orElse(needed);
    }

    /** How many times what the recipe says there is to be of a food. */
    private static BigDecimal amount(Food food, Map<String, Double> amounts) {
        return amounts.entrySet().stream()
                .filter(amount -> food.is(amount.getKey()))
                .map(amount -> BigDecimal.valueOf(amount.getValue()))
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    /** What takes the place of one ingredient may be another one already. */
    private static void add(Food food, Amount amount, Map<Food, Amount> into) {
        Optional<Amount> sum = Optional.ofNullable(into.get(food))
                .flatMap(there -> amount.in(there.measure(), food).map(there::plus));
        into.put(food, sum.orElse(amount));
    }

    private static Ingredient ingredient(Food food, Amount amount) {
        return new Ingredient(
                food.name(),
                food.isStaple() ? "Pantry" : food.category(),
                amount.quantity(),
                amount.measure().label());
    }
}
