package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.adapters.llm.cookbook.meal.MealStep;
import com.ones1ght.adapters.llm.cookbook.meal.SuggestedMeal;
import com.ones1ght.adapters.llm.cookbook.request.RequestReader;
import com.ones1ght.adapters.llm.grocery.GrocerySteps;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The pipeline without a model: a bundled cookbook and the store's statistics. Each call performs the next step
 * completely and returns a completed stage; the same request in the same store always yields the same output.
 */
public final class EmbeddedPipeline implements RecommendationPipeline {

    private static final Map<Language, String> PROMPTS = new EnumMap<>(Map.of(
            Language.KO, "김치찌개 맵지 않게",
            Language.EN, "curry without pork for two",
            Language.JA, "豚肉抜きの鍋を二人分"));

    private final GrocerySteps groceries;

    public EmbeddedPipeline(StoreCatalog catalog) {
        this.groceries = new GrocerySteps(catalog);
    }

    /**
     * What loads the cookbook and the dictionaries, so that the first shopper does not wait for them: steps to run in
     * this order, of which the later ones may be left out.
     */
    public static List<Runnable> warmUp() {
        List<Runnable> steps = new ArrayList<>(List.<Runnable>of(Cookbook::bundled, LanguageAnalyzer::bundled));
        for (String prompt : PROMPTS.values()) {
            steps.add(() -> new PromptReader(Cookbook.bundled(), LanguageAnalyzer.bundled()).read(prompt));
        }
        return steps;
    }

    /** Rounds whose results nobody keeps, one in each language. */
    public List<Runnable> rehearsals(StoreId store) {
        return PROMPTS.entrySet().stream()
                .<Runnable>map(prompt -> () -> rehearse(store, prompt.getKey(), prompt.getValue()))
                .toList();
    }

    private void rehearse(StoreId store, Language language, String prompt) {
        PipelineRequest request = new PipelineRequest(
                "rehearsal.1",
                "rehearsal",
                store,
                language,
                prompt,
                prompt,
                List.of(),
                new ProfileDocument("{\"name\":\"Kim\"}"),
                List.of());
        PipelineSnapshot snapshot = PipelineSnapshot.empty();
        while (!snapshot.isFinished()) {
            snapshot = advance(request, snapshot).toCompletableFuture().join();
        }
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
        if (current.isFinished()) {
            return CompletableFuture.completedFuture(current);
        }
        if (current.meal() == null) {
            Cookbook cookbook = Cookbook.bundled();
            SuggestedMeal suggested = new MealStep(cookbook, groceries)
                    .suggest(request, RequestReader.bundled().read(request));
            return CompletableFuture.completedFuture(
                    current.withMeal(suggested.meal()).withDietaryReport(suggested.report()));
        }
        try {
            return CompletableFuture.completedFuture(groceries.next(request, current));
        } catch (StepUnavailableException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
