package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.request.ConversationConstraints;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The texts of a meal, in one language. */
final class MealText {

    private final MealRequest mealRequest;
    private final DishVariant variant;
    private final List<Food> additions;
    private final Cookbook cookbook;
    private final Foods foods;
    private final UnmetPreferences outcome;
    private final boolean changed;
    private final Optional<String> answer;
    private final Language language;

    /**
     * @param additions what is in it, or beside it, that the recipe does not have
     * @param changed whether anything of the meal differs from the one before
     * @param answer to what the prompt asks about the dish
     */
    MealText(
            MealRequest mealRequest,
            DishVariant variant,
            List<Food> additions,
            Cookbook cookbook,
            UnmetPreferences outcome,
            boolean changed,
            Optional<String> answer,
            Language language) {
        this.mealRequest = mealRequest;
        this.variant = variant;
        this.additions = additions;
        this.cookbook = cookbook;
        this.foods = cookbook.foods();
        this.outcome = outcome;
        this.changed = changed;
        this.answer = answer;
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
        List<String> sentences = new ArrayList<>(List.of(variant.method(language)));
        sentences.addAll(AddedFoods.steps(variant.dish(), additions, language));
        return String.join(language == Language.JA ? "" : " ", sentences);
    }

    /** Why this dish for this shopper: from the prompt and the profile, nothing else. */
    String recommendation() {
        if (mealRequest.isThanks()) {
            return say("why.thanks");
        }
        // What answers a question may be a reason as well, and is said once.
        Set<String> sentences = new LinkedHashSet<>();
        UnknownWords unknown = new UnknownWords(mealRequest, variant, cookbook, language);
        unknown.dish().ifPresent(sentences::add);
        answer.ifPresent(sentences::add);
        if (answer.isEmpty() || changed) {
            String reason = mainReason();
            // What is only the nearest is not a good choice besides.
            if (sentences.isEmpty() || !reason.equals(say("why.plain"))) {
                sentences.add(reason);
            }
        }
        unknown.varieties().ifPresent(sentences::add);
        unknown.others().ifPresent(sentences::add);
        sentences.addAll(adaptations());
        LeftOut.say(mealRequest, variant, foods, language).ifPresent(sentences::add);
        sentences.addAll(new PersonalReasons(mealRequest, variant.dish(), foods, language).all());
        List<String> said = new ArrayList<>(sentences);
        String name = mealRequest.shopper().name();
        if (!name.isEmpty()) {
            said.set(0, sentences(say("hello", name), UnknownWords.behindName(said.get(0), language)));
        }
        said.replaceAll(MealText::capitalized);
        return String.join(language == Language.JA ? "" : " ", said);
    }

    private static String capitalized(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private String mainReason() {
        MealPreferences preferences = mealRequest.preferences();
        boolean isSameDish = mealRequest.refines(variant.dish()) || mealRequest.keeps(variant.dish());
        if (preferences.isEmpty() && !preferences.asksForMeal()) {
            return say(isSameDish && !changed ? "why.unclear.same" : "why.unclear");
        }
        List<String> unmet = outcome.unmet(language);
        List<String> unused = outcome.unusedSupplies(language);
        if (isSameDish && !changed && unmet.isEmpty() && !unused.isEmpty()) {
            return say("why.unused", Phrases.list(language, unused));
        }
        if (isSameDish && !changed) {
            return unmet.isEmpty() && !preferences.tags().contains("cheap")
                    ? say(preferences.unread().isEmpty() ? "why.fits" : "why.unclear.same")
                    : say(
                            "why.unmet.same",
                            Phrases.list(language, unmet.isEmpty() ? List.of(say("unmet.cheaper")) : unmet));
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
        MealPreferences preferences = mealRequest.preferences();
        boolean isMade = !preferences.absentDishes().isEmpty()
                && new UnknownWords(mealRequest, variant, cookbook, language)
                        .dish()
                        .isEmpty();
        if (isMade || preferences.dishes().contains(variant.dish().id())) {
            return say("why.named", UnknownWords.inSentence(variant.name(language), language));
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
        Set<String> wanted = constraints.foods();
        wanted.stream()
                .sorted()
                .filter(variant::uses)
                .filter(food -> !foods.isFamily(food)
                        || wanted.stream().noneMatch(other -> foods.find(other)
                                .filter(member -> member.is(food) && variant.uses(other))
                                .isPresent()))
                .forEach(food -> addFood(food, asked));
        constraints.diet().names().stream().filter(this::keeps).forEach(name -> asked.add(say("diet." + name)));
        return asked;
    }

    private boolean keeps(String diet) {
        return Diet.of(diet).isJudged()
                && !Diet.of(diet).forbids(variant.dish())
                && variant.ingredients().stream().map(RecipeIngredient::food).noneMatch(Diet.of(diet)::forbids);
    }

    private void addTag(String tag, List<String> into) {
        if (Phrases.has("tag." + tag) && mealRequest.mayName(tag, foods)) {
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
        Map<String, List<String>> replaced = new LinkedHashMap<>();
        variant.replaced().forEach((was, is) -> {
            if (!inSentence(was).equals(inSentence(is))) {
                replaced.computeIfAbsent(inSentence(is), ignored -> new ArrayList<>())
                        .add(inSentence(was));
            }
        });
        replaced.forEach((is, were) -> sentences.add(say("why.replaced", Phrases.list(language, were), is)));
        // An allergen is named by what is said of the allergy.
        List<String> allergens = AllergyLabels.of(mealRequest.exclusions(), foods, language);
        List<Food> dropped = variant.dropped().stream()
                .filter(food -> !allergens.contains(food.name().in(language)) || !PersonalReasons.names(allergens))
                .toList();
        if (!dropped.isEmpty()) {
            sentences.add(say("why.dropped", namesOf(dropped)));
        }
        List<Food> traces = Stream.concat(
                        variant.ingredients().stream().map(RecipeIngredient::food), additions.stream())
                .filter(mealRequest.exclusions()::mayBeAllergen)
                .toList();
        if (!traces.isEmpty()) {
            sentences.add(say("why.traces", namesOf(traces)));
        }
        return sentences;
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
        return (language == Language.JA ? food.name() : food.nameInText()).in(language);
    }

    private String say(String key, Object... values) {
        return Phrases.say(language, key, values);
    }
}
