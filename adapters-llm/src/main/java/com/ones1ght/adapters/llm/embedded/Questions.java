package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.application.chat.port.PipelineRequest;
import java.util.Optional;

/** Understands a request: prompt, conversation and profile. The same request gives the same question. */
final class Questions {

    private final Cookbook cookbook;
    private final PromptReader prompts;
    private final ProfileReader profiles;

    Questions(Cookbook cookbook) {
        this.cookbook = cookbook;
        this.prompts = new PromptReader(cookbook.foods(), cookbook.lexicon());
        this.profiles = new ProfileReader(cookbook.foods(), cookbook.lexicon(), prompts);
    }

    DishQuestion of(PipelineRequest request) {
        Shopper shopper = profiles.read(request.profile());
        Standing before = new Conversation(cookbook, prompts).standing(request.history());
        Wish wish = prompts.read(request.prompt());
        Standing standing = before.after(wish, cookbook.foods());
        return new DishQuestion(request.prompt(), wish, before, standing, shopper, model(wish, before));
    }

    private Optional<Dish> model(Wish wish, Standing before) {
        Optional<Dish> named = cookbook.dishes().stream()
                .filter(dish -> wish.dishes().contains(dish.id()))
                .findFirst();
        return named.or(() -> wish.namesDish() ? Optional.empty() : cookbook.dish(before.dish()));
    }
}
