package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.request.RecordedConstraints;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
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

/** A conversation with the pipeline: the profile, the language and the turns so far. */
public final class Ask {

    private final RecommendationPipeline pipeline;
    private final List<Turn> history = new ArrayList<>();
    private String profile = "{}";
    private Language language = Language.EN;

    public Ask(StoreCatalog catalog) {
        this(new EmbeddedPipeline(catalog));
    }

    /** @param pipeline of all who shop in the store */
    Ask(RecommendationPipeline pipeline) {
        this.pipeline = pipeline;
    }

    public Ask as(String profileJson) {
        profile = profileJson;
        return this;
    }

    public Ask in(Language spoken) {
        language = spoken;
        return this;
    }

    public Ask after(String prompt, String mealJson) {
        history.add(new Turn(prompt, mealJson));
        return this;
    }

    public PipelineRequest request(String prompt) {
        return new PipelineRequest(
                "round." + history.size(),
                "demo",
                StoreFixtures.CORNER_SHOP,
                language,
                prompt,
                prompt,
                history,
                new ProfileDocument(profile),
                List.of());
    }

    /** The meal for a prompt; the conversation goes on from it. */
    public PipelineSnapshot meal(String prompt) {
        PipelineSnapshot snapshot = advance(request(prompt), PipelineSnapshot.empty());
        remember(prompt, snapshot);
        return snapshot;
    }

    /** The id of the dish for a prompt. */
    public String dish(String prompt) {
        return RecordedConstraints.of(rawMeal(meal(prompt)), Cookbook.bundled())
                .orElseThrow()
                .dish();
    }

    /** The ingredients of the last meal. */
    public Set<Food> lastFoods() {
        Set<Food> foods = new LinkedHashSet<>();
        Json.read(history.get(history.size() - 1).mealJson())
                .path("ingredients")
                .forEach(ingredient -> foods.add(Cookbook.bundled()
                        .foods()
                        .get(ingredient.path("name").path("en").asText())));
        return foods;
    }

    /** The whole run for a prompt. */
    public PipelineSnapshot all(String prompt) {
        PipelineRequest request = request(prompt);
        PipelineSnapshot snapshot = PipelineSnapshot.empty();
        while (!snapshot.isFinished()) {
            snapshot = advance(request, snapshot);
        }
        remember(prompt, snapshot);
        return snapshot;
    }

    public static String rawMeal(PipelineSnapshot snapshot) {
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
        return pipeline.advance(request, current).toCompletableFuture().join();
    }
}
