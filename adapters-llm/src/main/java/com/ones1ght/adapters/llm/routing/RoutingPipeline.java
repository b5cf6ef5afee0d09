package com.ones1ght.adapters.llm.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.model.port.OpenApiModels;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.TenantModel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Routes each run to its tenant's active model, or to the installation's if there is none. A run keeps the model that
 * it started with, which its snapshot records, even if another one is activated meanwhile. Each model has its own
 * pipeline with its own limits and circuit breaker, so that one that hangs or fails does not affect the others.
 */
public final class RoutingPipeline implements RecommendationPipeline {

    static final String FIELD = "gateway_model";

    private static final String INSTALLATION = "\"installation\"";
    private static final Duration IDLE_TIME = Duration.ofMinutes(30);
    private static final int MAX_CACHED = 1_000;

    private final OpenApiModels models;
    private final RecommendationPipeline installation;
    private final ModelPipelines pipelines;

    /** The pipelines of first calls in progress, by the id of the run, whose snapshot does not name its model yet. */
    private final Map<String, RecommendationPipeline> beginning = new ConcurrentHashMap<>();

    private final Cache<TenantModel, RecommendationPipeline> cached = Caffeine.newBuilder()
            .expireAfterAccess(IDLE_TIME)
            .maximumSize(MAX_CACHED)
            .executor(Runnable::run)
            .build();

    /** @param installation for tenants without a model of their own */
    public RoutingPipeline(OpenApiModels models, RecommendationPipeline installation, ModelPipelines pipelines) {
        this.models = models;
        this.installation = installation;
        this.pipelines = pipelines;
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
        if (current.isFinished()) {
            return CompletableFuture.completedStage(current);
        }
        String chosen = current.extras().get(FIELD);
        if (chosen == null) {
            return begin(request, current);
        }
        if (chosen.equals(INSTALLATION)) {
            return installation.advance(request, current);
        }
        return models.byId(request.tenantCode(), id(chosen))
                .map(model -> advance(model, request, current))
                // The model was deleted, or no longer serves clients.
                .orElseGet(() -> CompletableFuture.completedStage(current.failed(failure(current))));
    }

    @Override
    public void abandon(PipelineRequest request, PipelineSnapshot last) {
        String chosen = last.extras().get(FIELD);
        if (chosen == null) {
            beginning.getOrDefault(request.requestId(), installation).abandon(request, last);
        } else if (chosen.equals(INSTALLATION)) {
            installation.abandon(request, last);
        } else {
            models.byId(request.tenantCode(), id(chosen))
                    .ifPresent(model -> pipeline(request, model).abandon(request, last));
        }
    }

    private CompletionStage<PipelineSnapshot> begin(PipelineRequest request, PipelineSnapshot current) {
        Optional<TenantModel> model = models.active(request.tenantCode());
        String remembered = model.map(one -> "\"" + one.id() + "\"").orElse(INSTALLATION);
        String run = request.requestId();
        CompletionStage<PipelineSnapshot> next;
        try {
            RecommendationPipeline first =
                    model.map(active -> pipeline(request, active)).orElse(installation);
            beginning.put(run, first);
            next = first.advance(request, current).whenComplete((snapshot, failure) -> beginning.remove(run, first));
        } catch (UnusableModelException e) {
            return unusable(current, e);
        }
        return next.thenApply(snapshot -> {
            Map<String, String> extras = new HashMap<>(snapshot.extras());
            extras.put(FIELD, remembered);
            return snapshot.withExtras(extras);
        });
    }

    private CompletionStage<PipelineSnapshot> advance(
            TenantModel model, PipelineRequest request, PipelineSnapshot current) {
        try {
            return pipeline(request, model).advance(request, current);
        } catch (UnusableModelException e) {
            return unusable(current, e);
        }
    }

    private static CompletionStage<PipelineSnapshot> unusable(PipelineSnapshot current, UnusableModelException e) {
        return CompletableFuture.failedStage(
                new StepUnavailableException(String.valueOf(e.getMessage()), failure(current), null, e));
    }

    private RecommendationPipeline pipeline(PipelineRequest request, TenantModel model) {
        // Activation does not change the pipeline of a model.
        return cached.get(model.activated(true), wanted -> pipelines.of(request.tenantCode(), wanted));
    }

    private static ModelId id(String chosen) {
        return new ModelId(UUID.fromString(chosen.substring(1, chosen.length() - 1)));
    }

    private static RunFailure failure(PipelineSnapshot current) {
        return new RunFailure.StepFailed(current.nextStep().orElse(PipelineStep.BACK_LIST), Cause.UPSTREAM_ERROR);
    }
}
