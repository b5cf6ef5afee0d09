package com.ones1ght.adapters.llm.cookbook.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.Intent;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.Mentioned;
import com.ones1ght.adapters.llm.cookbook.language.Move;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.profile.ProfileDocument;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Understands a request: its prompt, conversation and profile. Deterministic. */
public final class RequestReader {

    /** Characters of the requests kept: each step of a run reads the same one. */
    private static final int MAX_KEPT = 1_000_000;

    /** A run takes seconds. What shoppers wrote, about their health for example, must not outlive its erasure here. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Cookbook cookbook;
    private final PromptReader prompts;
    private final ProfileReader profiles;
    private final Cache<Asked, MealRequest> read = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .expireAfterWrite(MAX_AGE)
            .weigher((Asked asked, MealRequest ignored) -> asked.length())
            .executor(Runnable::run)
            .build();

    /** The reader of the bundled cookbook, made on first use. */
    public static RequestReader bundled() {
        return Holder.READER;
    }

    private RequestReader(Cookbook cookbook, LanguageAnalyzer analyzer) {
        this.cookbook = cookbook;
        this.prompts = new PromptReader(cookbook, analyzer);
        this.profiles = new ProfileReader(cookbook.foods(), analyzer, prompts);
    }

    public MealRequest read(PipelineRequest request) {
        Asked asked = new Asked(request.prompt(), request.history(), request.profile());
        return read.get(asked, this::readAnew);
    }

    private MealRequest readAnew(Asked asked) {
        Shopper shopper = profiles.read(asked.profile());
        Conversation conversation = Conversation.of(asked.history(), cookbook, prompts);
        MealPreferences said = prompts.read(asked.prompt());
        ConversationConstraints previous = conversation.from(said, cookbook).constraints();
        MealPreferences meant = same(conversation.resolve(said, cookbook), asked.prompt(), previous);
        MealPreferences resolved = forAsMany(faster(counted(meant), asked.prompt(), previous), previous, shopper);
        MealPreferences preferences = resolved.move() == Move.SWAP
                ? new Swap(cookbook, previous.exclusions().and(shopper.exclusions()))
                        .resolve(resolved, reference(resolved, previous))
                : resolved;
        ConversationConstraints constraints = previous.refinedBy(preferences, cookbook.foods());
        return MealRequest.of(
                asked.prompt(),
                preferences,
                previous,
                constraints,
                shopper,
                reference(preferences, previous),
                tellsSevereReaction(asked),
                shopper.exclusions().hasAllergies() || constraints.exclusions().hasAllergies() && statesAllergy(asked));
    }

    private boolean tellsSevereReaction(Asked asked) {
        return prompts.says(Intent.SEVERE, asked.prompt())
                || Intent.SEVERE.isIn(TextNormalizer.normalize(asked.profile().json()))
                || asked.history().stream().anyMatch(turn -> prompts.says(Intent.SEVERE, turn.prompt()));
    }

    private boolean statesAllergy(Asked asked) {
        return prompts.speaksOfAllergy(asked.prompt())
                || asked.history().stream().anyMatch(turn -> prompts.speaksOfAllergy(turn.prompt()));
    }

    /** "20 gyoza" says for how many people, where it is known how many somebody eats. */
    private MealPreferences counted(MealPreferences preferences) {
        return preferences.pieces().isEmpty()
                ? preferences
                : preferences.dishes().stream()
                        .flatMap(id -> cookbook.dish(id).stream())
                        .flatMapToInt(
                                dish -> dish.servingsOf(preferences.pieces().getAsInt()).stream())
                        .mapToObj(preferences::withServings)
                        .findFirst()
                        .orElse(preferences);
    }

    /** "The same fish in another dish" is the one of the dish before. */
    private MealPreferences same(MealPreferences preferences, String prompt, ConversationConstraints previous) {
        return cookbook.dish(previous.dish())
                .filter(before -> preferences.dishes().isEmpty() && prompts.says(Intent.SAME, prompt))
                .flatMap(before -> Stream.concat(
                                previous.foods().stream().flatMap(food -> cookbook.foods().find(food).stream()),
                                before.ingredients().stream().map(RecipeIngredient::food))
                        .filter(food -> preferences.foods().isEmpty()
                                ? food.isProtein()
                                : preferences.foods().stream().anyMatch(food::is))
                        .findFirst())
                .map(food -> {
                    Set<String> foods = new LinkedHashSet<>(preferences.foods());
                    foods.removeIf(food::is);
                    foods.add(food.key());
                    return preferences.wanting(
                            new Mentioned(preferences.dishes(), foods, preferences.tags()), preferences.additions());
                })
                .orElse(preferences);
    }

    private MealPreferences faster(MealPreferences preferences, String prompt, ConversationConstraints previous) {
        return cookbook.dish(previous.dish())
                .filter(before -> prompts.says(Intent.FASTER, prompt))
                .filter(before -> preferences.dishes().isEmpty()
                        && preferences.absentDishes().isEmpty()
                        && preferences.question().isEmpty())
                .map(before -> preferences.fasterThan(before.minutes()))
                .orElse(preferences);
    }

    /** Something cheaper is meant for as many people as before. */
    private MealPreferences forAsMany(MealPreferences preferences, ConversationConstraints previous, Shopper shopper) {
        boolean isOpen = preferences.tags().contains("cheap")
                && preferences
                        .limits()
                        .or(previous.limits())
                        .or(shopper.likes().limits())
                        .servings()
                        .isEmpty();
        return cookbook.dish(previous.dish())
                .filter(dish -> isOpen)
                .map(dish -> preferences.withServings(
                        preferences.limits().or(previous.limits()).servings(dish.servings())))
                .orElse(preferences);
    }

    private Optional<Dish> reference(MealPreferences preferences, ConversationConstraints previous) {
        Optional<Dish> named = preferences.dishes().isEmpty()
                ? Optional.empty()
                : cookbook.dishes().stream()
                        .filter(dish -> preferences.dishes().contains(dish.id()))
                        .findFirst();
        return named.or(() -> nearest(preferences))
                .or(() -> preferences.namesDish() ? Optional.empty() : cookbook.dish(previous.dish()));
    }

    private Optional<Dish> nearest(MealPreferences preferences) {
        return preferences.absentDishes().values().stream().findFirst().flatMap(cookbook::dish);
    }

    private static final class Holder {
        private static final RequestReader READER = new RequestReader(Cookbook.bundled(), LanguageAnalyzer.bundled());
    }

    /** What a request is understood from. */
    private record Asked(String prompt, List<Turn> history, ProfileDocument profile) {

        int length() {
            int length = prompt.length() + profile.json().length() + 1;
            for (Turn turn : history) {
                length += turn.prompt().length() + turn.mealJson().length();
            }
            return length;
        }
    }
}
