package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.request.ConversationConstraints;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.cookbook.request.Shopper;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.List;

/** The texts of a meal, in one language. */
final class MealText {

    private static final int SENIOR = 60;
    private static final int YOUNG = 30;

    private final MealRequest mealRequest;
    private final DishVariant variant;
    private final Cookbook cookbook;
    private final Foods foods;
    private final UnmetPreferences outcome;
    private final boolean changed;
    private final Language language;

    /** @param changed whether anything of the meal differs from the one before */
    MealText(
            MealRequest mealRequest,
            DishVariant variant,
            Cookbook cookbook,
            UnmetPreferences outcome,
            boolean changed,
            Language language) {
        this.mealRequest = mealRequest;
        this.variant = variant;
        this.cookbook = cookbook;
        this.foods = cookbook.foods();
        this.outcome = outcome;
        this.changed = changed;
        this.language = language;
    }

    /** The dish's name, with the replacement of a main ingredient. */
    String title() {
        return variant.name(language);
    }

    String intro() {
        return say("intro", variant.name(language), variant.hook(language));
    }

    String description() {
        return variant.method(language);
    }

    /** Why this dish for this shopper: from the prompt and the profile, nothing else. */
    String recommendation() {
        List<String> sentences = new ArrayList<>();
        mealRequest.preferences().absentDishes().keySet().stream()
                .sorted()
                .limit(1)
                .forEach(name -> sentences.add(absent(name)));
        sentences.add(mainReason());
        sentences.addAll(adaptations());
        sentences.addAll(personalReasons());
        String name = mealRequest.shopper().name();
        if (!name.isEmpty()) {
            sentences.set(0, sentences(say("hello", name), sentences.get(0)));
        }
        sentences.replaceAll(MealText::capitalized);
        return String.join(language == Language.JA ? "" : " ", sentences);
    }

    private static String capitalized(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private String absent(String name) {
        return cookbook.absentDish(name, language)
                .map(written -> say("why.absent", written, variant.name(language)))
                .orElseGet(() -> say("why.absent.unnamed", variant.name(language)));
    }

    private String mainReason() {
        MealPreferences preferences = mealRequest.preferences();
        boolean isSameDish = mealRequest.refines(variant.dish());
        if (preferences.isEmpty() && !preferences.asksForMeal()) {
            return say(isSameDish && !changed ? "why.unclear.same" : "why.unclear");
        }
        List<String> unmet = outcome.unmet(language);
        if (isSameDish && !changed) {
            return unmet.isEmpty() ? say("why.fits") : say("why.unmet.same", Phrases.list(language, unmet));
        }
        if (unmet.isEmpty()) {
            return isSameDish ? say("why.anchor") : fittingReason();
        }
        String open = say("why.unmet", Phrases.list(language, unmet));
        List<String> asked = metWishes();
        if (isSameDish) {
            return sentences(say("why.anchor"), open);
        }
        return asked.isEmpty() ? open : sentences(say("why.asked", Phrases.list(language, asked)), open);
    }

    private String sentences(String one, String other) {
        return one + (language == Language.JA ? "" : " ") + other;
    }

    private String fittingReason() {
        List<String> asked = metWishes();
        if (!asked.isEmpty()) {
            return say("why.asked", Phrases.list(language, asked));
        }
        List<String> liked = new ArrayList<>();
        MealPreferences likes = mealRequest.shopper().likes();
        likes.tags().stream().sorted().filter(variant.dish()::has).forEach(tag -> addTag(tag, liked));
        likes.foods().stream().sorted().filter(variant::uses).forEach(food -> addFood(food, liked));
        if (!liked.isEmpty()) {
            return say("why.liked", Phrases.list(language, liked));
        }
        return say(mealRequest.isRefinement() ? "why.near" : "why.plain");
    }

    private List<String> metWishes() {
        List<String> asked = new ArrayList<>();
        ConversationConstraints constraints = mealRequest.constraints();
        constraints.tags().stream().sorted().filter(variant.dish()::has).forEach(tag -> addTag(tag, asked));
        constraints.foods().stream().sorted().filter(variant::uses).forEach(food -> addFood(food, asked));
        constraints.diet().names().stream().filter(this::keeps).forEach(name -> asked.add(say("diet." + name)));
        return asked;
    }

    private boolean keeps(String diet) {
        return !Diet.of(diet).forbids(variant.dish())
                && variant.ingredients().stream().map(RecipeIngredient::food).noneMatch(Diet.of(diet)::forbids);
    }

    private void addTag(String tag, List<String> into) {
        if (Phrases.has("tag." + tag)) {
            into.add(say("tag." + tag));
        }
    }

    private void addFood(String concept, List<String> into) {
        String label = foods.label(concept).in(language);
        if (!into.contains(label)) {
            into.add(label);
        }
    }

    /** What was changed in the recipe. Only here, so that all other texts speak of what is in the dish. */
    private List<String> adaptations() {
        List<String> sentences = new ArrayList<>();
        variant.replaced().forEach((was, is) -> sentences.add(say("why.replaced", inSentence(was), inSentence(is))));
        if (!variant.dropped().isEmpty()) {
            sentences.add(say("why.dropped", namesOf(variant.dropped())));
        }
        List<Food> traces = variant.ingredients().stream()
                .map(RecipeIngredient::food)
                .filter(mealRequest.exclusions()::mayBeAllergen)
                .toList();
        if (!traces.isEmpty()) {
            sentences.add(say("why.traces", namesOf(traces)));
        }
        return sentences;
    }

    private List<String> personalReasons() {
        List<String> reasons = new ArrayList<>();
        Dish dish = variant.dish();
        Shopper shopper = mealRequest.shopper();
        boolean withChildren = shopper.likes().tags().contains("kids")
                || mealRequest.constraints().tags().contains("kids");
        if (dish.has("quick")) {
            reasons.add(say("why.quick", dish.minutes()));
        }
        if (withChildren && dish.has("mild")) {
            reasons.add(say("why.kids"));
        } else if (shopper.age().orElse(0) >= SENIOR && (dish.has("light") || dish.has("soup")) && dish.has("mild")) {
            reasons.add(say("why.senior"));
        } else if (shopper.age().orElse(SENIOR) < YOUNG && dish.has("quick") && dish.has("hearty")) {
            reasons.add(say("why.young"));
        } else if (shopper.likes().tags().contains("quick") && dish.has("quick")) {
            reasons.add(say("why.work"));
        }
        List<String> allergens = new ArrayList<>();
        AllergyLabels.of(mealRequest.exclusions(), foods, language)
                .forEach(label -> allergens.add(say("allergen.free", label)));
        if (!allergens.isEmpty()) {
            reasons.add(say("why.allergy", Phrases.list(language, allergens)));
        }
        return reasons;
    }

    private String namesOf(List<Food> named) {
        return Phrases.list(
                language, named.stream().map(this::nameOf).distinct().toList());
    }

    /** English counts what it names: chickpeas. */
    private String inSentence(Food food) {
        return language == Language.EN ? food.nameInText().en() : nameOf(food);
    }

    private String nameOf(Food food) {
        return food.name().in(language);
    }

    private String say(String key, Object... values) {
        return Phrases.say(language, key, values);
    }
}
