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

/**
 * Sends each run to its tenant's active model, or to the installation's where there is none. A run goes on with the
 * model that it began with, which its snapshot remembers, whatever is made active meanwhile. Each model has a pipeline
 * of its own, with limits and a circuit breaker of its own: one that hangs or fails is nobody else's.
 */
public final class RoutingPipeline implements RecommendationPipeline {

    static final String FIELD = "gateway_model";

    private static final String INSTALLATION = "\"installation\"";
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST_KEPT = 1_000;

    private final OpenApiModels models;
    private final RecommendationPipeline installation;
    private final ModelPipelines pipelines;
    private final Cache<TenantModel, RecommendationPipeline> made = Caffeine.newBuilder()
            .expireAfterAccess(KEPT)
            .maximumSize(MOST_KEPT)
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
                // It was deleted, or is no longer for clients.
                .orElseGet(() -> CompletableFuture.completedStage(current.failed(failure(current))));
    }

    @Override
    public void abandon(PipelineRequest request, PipelineSnapshot last) {
        String chosen = last.extras().get(FIELD);
        if (chosen == null || chosen.equals(INSTALLATION)) {
            installation.abandon(request, last);
        } else {
            models.byId(request.tenantCode(), id(chosen))
                    .ifPresent(model -> pipeline(request, model).abandon(request, last));
        }
    }

    private CompletionStage<PipelineSnapshot> begin(PipelineRequest request, PipelineSnapshot current) {
        Optional<TenantModel> model = models.active(request.tenantCode());
        String remembered = model.map(one -> "\"" + one.id() + "\"").orElse(INSTALLATION);
        CompletionStage<PipelineSnapshot> next =
                model.isPresent() ? advance(model.get(), request, current) : installation.advance(request, current);
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
            return CompletableFuture.failedStage(
                    new StepUnavailableException(String.valueOf(e.getMessage()), failure(current), null, e));
        }
    }

    private RecommendationPipeline pipeline(PipelineRequest request, TenantModel model) {
        // Whether new runs begin with it makes it no other model.
        return made.get(model.activated(true), wanted -> pipelines.of(request.tenantCode(), wanted));
    }

    private static ModelId id(String chosen) {
        return new ModelId(UUID.fromString(chosen.substring(1, chosen.length() - 1)));
    }

    private static RunFailure failure(PipelineSnapshot current) {
        return new RunFailure.StepFailed(current.nextStep().orElse(PipelineStep.BACK_LIST), Cause.UPSTREAM_ERROR);
    }
}
