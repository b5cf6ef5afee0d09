package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.application.chat.port.PipelineRequest;
import java.util.Optional;

/** Understands a request: its prompt, conversation and profile. Deterministic. */
public final class RequestReader {

    private final Cookbook cookbook;
    private final PromptReader prompts;
    private final ProfileReader profiles;

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
        Shopper shopper = profiles.read(request.profile());
        Conversation conversation = Conversation.of(request.history(), cookbook, prompts);
        ConversationConstraints previous = conversation.constraints();
        MealPreferences preferences = conversation.resolve(prompts.read(request.prompt()));
        ConversationConstraints constraints = previous.refinedBy(preferences, cookbook.foods());
        return new MealRequest(
                request.prompt(), preferences, previous, constraints, shopper, reference(preferences, previous));
    }

    private Optional<Dish> reference(MealPreferences preferences, ConversationConstraints previous) {
        Optional<Dish> named = cookbook.dishes().stream()
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
}
