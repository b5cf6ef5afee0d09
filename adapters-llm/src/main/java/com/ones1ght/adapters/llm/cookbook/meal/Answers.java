package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.Question;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Answers what a shopper asks about the dish, from the recipe and the list; what neither tells is said to be unknown. */
final class Answers {

    /** Japanese writes them before the number. */
    private static final Set<String> SPOONS =
            Set.of(Measure.TBSP.label().ja(), Measure.TSP.label().ja());

    private static final Pattern CLOSING = Pattern.compile("締め|しめ|〆");
    private static final int MAX_SIDES = 2;

    private final MealRequest mealRequest;
    private final DishVariant variant;
    private final Cookbook cookbook;
    private final Foods foods;
    private final Language language;

    Answers(MealRequest mealRequest, DishVariant variant, Cookbook cookbook, Language language) {
        this.mealRequest = mealRequest;
        this.variant = variant;
        this.cookbook = cookbook;
        this.foods = cookbook.foods();
        this.language = language;
    }

    /**
     * The answer; empty where the prompt asks nothing, or about no dish that it names or that was suggested.
     *
     * @param total what is bought for the meal costs
     */
    Optional<String> to(List<Ingredient> ingredients, int servings, Supplier<Optional<BigDecimal>> total) {
        return mealRequest
                .preferences()
                .question()
                .filter(question -> mealRequest.isAskedFor(variant.dish())
                        || question.topic().isNeverAnswered()
                                && !mealRequest.preferences().tags().contains("side"))
                .map(question -> answer(question, ingredients, servings, total));
    }

    private String answer(
            Question question, List<Ingredient> ingredients, int servings, Supplier<Optional<BigDecimal>> total) {
        return switch (question.topic()) {
            case TIME ->
                say("answer.time", variant.name(language), variant.dish().minutes());
            case SERVINGS -> say("answer.servings", servings);
            case AMOUNT -> amounts(question, ingredients, servings);
            case CONTENT -> contents(question);
            case SPICINESS -> say(variant.isMild() ? "answer.mild" : "answer.spicy");
            case CHILDREN -> say(variant.isMild() ? "why.kids" : "answer.not-for-kids");
            case PRICE ->
                total.get().map(won -> say("answer.price", price(won))).orElseGet(() -> unknown("price"));
            case SUBSTITUTE -> substitutes(question);
            case PAIRING -> pairing(question.foods());
            case NEED -> needs(question);
            case DRINK -> unknown("pairing");
            case DISH -> unknown("general");
            case CALORIES, COOKING, STORAGE, GENERAL ->
                unknown(question.topic().name().toLowerCase(Locale.ROOT));
        };
    }

    /** @param costs of the list now, and of the one before */
    static String saving(Language language, BigDecimal[] costs) {
        return Phrases.say(language, "answer.saving", price(costs[0]), price(costs[1]));
    }

    /** An amount of won as it is written. */
    static String price(BigDecimal won) {
        return String.format(Locale.ROOT, "%,d", won.longValue());
    }

    private String amounts(Question question, List<Ingredient> ingredients, int servings) {
        List<String> amounts = ingredients.stream()
                .filter(ingredient -> foods.find(ingredient.name().en())
                        .filter(food -> isAsked(
                                question,
                                concept -> food.is(concept) || food.key().endsWith(" " + concept)))
                        .isPresent())
                .map(this::amount)
                .toList();
        return amounts.isEmpty() ? contents(question) : say("answer.amount", Phrases.list(language, amounts), servings);
    }

    private String amount(Ingredient ingredient) {
        LocalizedText unit = ingredient.quantityUnit();
        String count = ingredient.quantity() == null ? "" : " " + ingredient.quantity();
        String space = language == Language.EN ? " " : "";
        if (language == Language.JA && unit != null && SPOONS.contains(unit.ja())) {
            return ingredient.name().ja() + " " + unit.ja() + count.strip();
        }
        return ingredient.name().in(language) + count + (unit == null ? "" : space + unit.in(language));
    }

    private String contents(Question question) {
        List<Food> used =
                variant.ingredients().stream().map(RecipeIngredient::food).toList();
        List<String> sentences = new ArrayList<>();
        for (String concept : question.foods().stream().sorted().toList()) {
            String key = used.stream().anyMatch(food -> food.contains(concept))
                    ? "answer.content"
                    : used.stream().anyMatch(food -> food.mayContain(concept))
                            ? "answer.content.traces"
                            : "answer.content.none";
            String sentence = say(key, foods.label(concept).in(language));
            if (!sentences.contains(sentence)) {
                sentences.add(sentence);
            }
        }
        return String.join(language == Language.JA ? "" : " ", sentences);
    }

    /** Whether the dish does without what is asked about. */
    private String needs(Question question) {
        List<RecipeIngredient> asked = variant.ingredients().stream()
                .filter(ingredient -> question.foods().stream().anyMatch(ingredient.food()::is))
                .toList();
        return asked.isEmpty()
                ? contents(question)
                : say(
                        asked.stream().allMatch(RecipeIngredient::optional) ? "answer.optional" : "answer.needed",
                        Phrases.list(
                                language,
                                asked.stream()
                                        .map(ingredient ->
                                                ingredient.food().nameInText().in(language))
                                        .distinct()
                                        .toList()));
    }

    /** Light side dishes of the cookbook, from the same part of the world; none tells how a hot pot is ended. */
    private String pairing(Set<String> kinds) {
        List<String> sides = CLOSING.matcher(mealRequest.prompt()).find()
                ? List.of()
                : cookbook.dishes().stream()
                        .filter(dish -> kinds.isEmpty()
                                ? dish.has("side")
                                : kinds.stream().anyMatch(dish::has))
                        .filter(this::isSide)
                        .map(dish -> UnknownWords.inSentence(dish.title().in(language), language))
                        .limit(MAX_SIDES)
                        .toList();
        return sides.isEmpty() ? unknown("pairing") : say("answer.pairing", Phrases.list(language, sides));
    }

    private boolean isSide(Dish dish) {
        boolean isOfTheTable = dish.tags().stream()
                .anyMatch(tag -> Dish.CUISINES.contains(tag) && variant.dish().has(tag));
        boolean isTooHot = dish.has("spicy") && variant.isMild();
        return dish.has("light")
                && !dish.equals(variant.dish())
                && isOfTheTable
                && !isTooHot
                && !dish.ingredients()
                        .get(0)
                        .food()
                        .equals(variant.ingredients().get(0).food())
                && !mealRequest.exclusions().diet().forbids(dish)
                && dish.ingredients().stream()
                        .map(RecipeIngredient::food)
                        .noneMatch(food -> mealRequest.exclusions().forbids(food)
                                || mealRequest.exclusions().mayBeAllergen(food)
                                || mealRequest.exclusions().isWithin(food));
    }

    private String substitutes(Question question) {
        List<RecipeIngredient> asked = variant.dish().ingredients().stream()
                .filter(ingredient -> question.foods().stream().anyMatch(ingredient.food()::is))
                .toList();
        List<String> others = asked.stream()
                .flatMap(ingredient -> ingredient.alternatives().isEmpty()
                        ? cookbook.swapsFor(ingredient.food()).stream()
                        : ingredient.alternatives().stream().map(RecipeIngredient::food))
                .filter(food -> !mealRequest.exclusions().forbids(food) && !variant.uses(food.key()))
                .map(food -> food.nameInText().in(language))
                .distinct()
                .toList();
        return others.isEmpty()
                ? unknown("substitute")
                : say("answer.substitute", asked.get(0).food().name().in(language), Phrases.list(language, others));
    }

    /** "How many sheets?" without a food asks for all of them. */
    private static boolean isAsked(Question question, Predicate<String> names) {
        return question.foods().isEmpty() || question.foods().stream().anyMatch(names);
    }

    private String unknown(String topic) {
        return say("answer.unknown", say("topic." + topic));
    }

    private String say(String key, Object... values) {
        return Phrases.say(language, key, values);
    }
}
