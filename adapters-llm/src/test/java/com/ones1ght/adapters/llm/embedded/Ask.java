package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A conversation with the pipeline: who asks, in which language, and what was said. */
final class Ask {

    private final StoreCatalog catalog;
    private final List<Turn> history = new ArrayList<>();
    private String profile = "{}";
    private Language language = Language.EN;

    Ask(StoreCatalog catalog) {
        this.catalog = catalog;
    }

    Ask as(String profileJson) {
        profile = profileJson;
        return this;
    }

    Ask in(Language spoken) {
        language = spoken;
        return this;
    }

    Ask after(String prompt, String mealJson) {
        history.add(new Turn(prompt, mealJson));
        return this;
    }

    PipelineRequest request(String prompt) {
        return new PipelineRequest(
                "round." + history.size(),
                "demo",
                StoreFixtures.CORNER_SHOP,
                language,
                prompt,
                prompt,
                history,
                new ProfileDocument(profile));
    }

    /** The meal for a prompt; the conversation goes on from it. */
    PipelineSnapshot meal(String prompt) {
        PipelineSnapshot snapshot = advance(request(prompt), PipelineSnapshot.empty());
        remember(prompt, snapshot);
        return snapshot;
    }

    /** The id of the dish for a prompt. */
    String dish(String prompt) {
        return Standing.of(rawMeal(meal(prompt)), Cookbook.bundled())
                .orElseThrow()
                .dish();
    }

    /** The ingredients of the last meal. */
    Set<Food> lastFoods() {
        Set<Food> foods = new LinkedHashSet<>();
        Json.read(history.get(history.size() - 1).mealJson())
                .path("ingredients")
                .forEach(ingredient -> foods.add(Cookbook.bundled()
                        .foods()
                        .get(ingredient.path("name").path("en").asText())));
        return foods;
    }

    /** The whole run for a prompt. */
    PipelineSnapshot all(String prompt) {
        PipelineRequest request = request(prompt);
        PipelineSnapshot snapshot = PipelineSnapshot.empty();
        while (!snapshot.isFinished()) {
            snapshot = advance(request, snapshot);
        }
        remember(prompt, snapshot);
        return snapshot;
    }

    static String rawMeal(PipelineSnapshot snapshot) {
        var meal = snapshot.meal();
        if (meal == null) {
            throw new AssertionError("no meal");
        }
        return meal.raw();
    }

    private void remember(String prompt, PipelineSnapshot snapshot) {
        history.add(new Turn(prompt, rawMeal(snapshot)));
    }

    private PipelineSnapshot advance(PipelineRequest request, PipelineSnapshot current) {
        return new EmbeddedPipeline(catalog)
                .advance(request, current)
                .toCompletableFuture()
                .join();
    }
}
