package com.ones1ght.adapters.llm.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ones1ght.adapters.llm.embedded.EmbeddedPipeline;
import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.UpstreamSettings;
import com.ones1ght.adapters.llm.llmdemo.LlmDemoPipeline;
import com.ones1ght.adapters.llm.llmdemo.LlmDemoServer;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RecommendationPipelineContract;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.model.InMemoryTenantModels;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.shared.wire.ScriptedServer;
import com.ones1ght.application.shared.wire.WireFault;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.model.ModelBackend;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutingPipelineTest implements RecommendationPipelineContract {

    private final InMemoryStorage storage = new InMemoryStorage();
    private final InMemoryTenantModels models = new InMemoryTenantModels(storage.unitOfWork());
    private final Tenant tenant = storage.aTenant();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final LlmDemoServer demo = new LlmDemoServer(new EmbeddedPipeline(StoreFixtures.aShop()), Duration.ZERO, 4);
    private final List<String> made = new ArrayList<>();
    private final RoutingPipeline pipeline =
            new RoutingPipeline(models, new EmbeddedPipeline(StoreFixtures.aShop()), this::make);

    private RecommendationPipeline make(String tenantCode, TenantModel model) {
        made.add(model.name());
        if (model.url() == null) {
            throw new UnusableModelException("The model has no address");
        }
        Duration limit = Duration.ofSeconds(10);
        int places = tenantCode.equals(tenant.code()) ? 64 : 4;
        return new LlmDemoPipeline(
                new HttpUpstream(
                        new UpstreamSettings(model.name(), URI.create(model.url()), null, limit, limit, limit, places),
                        threads,
                        Clock.systemUTC(),
                        Tracing.OFF,
                        (outcome, time) -> {}),
                Duration.ofMillis(1),
                Duration.ofSeconds(2),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        demo.close();
        threads.shutdownNow();
    }

    private TenantModel model(Tenant owner, ModelType type, String url, boolean active) {
        TenantModel model = new TenantModel(
                new ModelId(UUID.randomUUID()),
                owner.id(),
                "model-" + models.ofTenant(owner.id()).size(),
                type,
                new ModelBackend("llm-demo"),
                url,
                null,
                null,
                active);
        models.save(model);
        return model;
    }

    @Override
    public RecommendationPipeline pipeline() {
        if (models.ofTenant(tenant.id()).isEmpty()) {
            model(tenant, ModelType.OPEN_API, demo.base().toString(), true);
        }
        return pipeline;
    }

    @Override
    public RecommendationPipeline pipelineWithoutBackend() {
        try (ScriptedServer gone = new ScriptedServer(WireFault.NOTHING.behaviour())) {
            model(tenant, ModelType.OPEN_API, gone.base().toString(), true);
        }
        return pipeline;
    }

    @Override
    public PipelineRequest request(String requestId, Language language) {
        return request(tenant, requestId, language);
    }

    private static PipelineRequest request(Tenant whose, String requestId, Language language) {
        return new PipelineRequest(
                requestId,
                whose.code(),
                StoreFixtures.CORNER_SHOP,
                language,
                "tofu",
                "tofu",
                List.of(),
                new ProfileDocument("{}"),
                List.of());
    }

    private PipelineSnapshot advance(PipelineSnapshot current) {
        return pipeline.advance(request("r.0", Language.EN), current)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aTenantWithoutAModelShouldUseTheInstallations() {
        assertThat(advance(PipelineSnapshot.empty()).meal()).isNotNull();
        assertThat(demo.sessions()).isZero();
    }

    @Test
    void aRunShouldKeepTheModelThatItStartedWith() {
        TenantModel first = model(tenant, ModelType.OPEN_API, demo.base().toString(), true);
        PipelineSnapshot begun = advance(PipelineSnapshot.empty());
        models.save(first.activated(false));
        model(tenant, ModelType.OPEN_API, null, true);

        PipelineSnapshot asked = advance(begun);

        assertThat(asked.upstreamSession()).isEqualTo(begun.upstreamSession());
        assertThat(demo.kickoffs()).isEqualTo(1);
        assertThat(made).containsExactly(first.name());
    }

    @Test
    void anAbandonedRunShouldLeaveNothingAtItsModel() {
        TenantModel model = model(tenant, ModelType.OPEN_API, demo.base().toString(), true);
        PipelineSnapshot asked = advance(advance(PipelineSnapshot.empty()));
        assertThat(demo.sessions()).isEqualTo(1);
        models.save(model.activated(false));

        pipeline.abandon(request("r.0", Language.EN), asked);
        pipeline.abandon(request("r.0", Language.EN), PipelineSnapshot.empty());

        await().atMost(Duration.ofSeconds(60)).until(() -> demo.sessions() == 0);
    }

    @Test
    void aRunAbandonedDuringItsFirstCallShouldBeAbandonedAtTheModelThatIsCalled() {
        model(tenant, ModelType.OPEN_API, demo.base().toString(), true);
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        List<String> abandoned = new ArrayList<>();
        RoutingPipeline routing = new RoutingPipeline(
                models,
                new Recorded(slow, "installation", abandoned),
                (code, model) -> new Recorded(slow, "tenant", abandoned));
        CompletableFuture<PipelineSnapshot> first = routing.advance(
                        request("r.0", Language.EN), PipelineSnapshot.empty())
                .toCompletableFuture();

        routing.abandon(request("r.0", Language.EN), PipelineSnapshot.empty());
        slow.complete(PipelineSnapshot.empty().withUpstreamSession("late"));
        routing.abandon(request("r.0", Language.EN), first.join());
        routing.abandon(request("r.0", Language.EN), PipelineSnapshot.empty());

        assertThat(abandoned).containsExactly("tenant", "tenant", "installation");
    }

    /** Answers when the test does, and records what is abandoned. */
    private record Recorded(CompletableFuture<PipelineSnapshot> answer, String name, List<String> abandoned)
            implements RecommendationPipeline {

        @Override
        public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
            return answer;
        }

        @Override
        public void abandon(PipelineRequest request, PipelineSnapshot last) {
            abandoned.add(name);
        }
    }

    @Test
    void aRunOfTheInstallationsModelShouldStayThere() {
        PipelineSnapshot begun = advance(PipelineSnapshot.empty());
        model(tenant, ModelType.OPEN_API, demo.base().toString(), true);

        assertThat(advance(begun).shoppingList()).isNotNull();
        assertThat(demo.sessions()).isZero();
    }

    @Test
    void aTenantChatModelShouldNeverBeUsed() {
        TenantModel staff = model(tenant, ModelType.TENANT_CHAT, demo.base().toString(), true);
        advance(PipelineSnapshot.empty());
        PipelineSnapshot forged =
                PipelineSnapshot.empty().withExtras(Map.of(RoutingPipeline.FIELD, "\"" + staff.id() + "\""));

        assertThat(advance(forged).failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.UPSTREAM_ERROR));
        assertThat(demo.sessions()).isZero();
        assertThat(made).isEmpty();
    }

    /** The failure is passed on unchanged: it is not a failure of the model. */
    @Test
    void aStorageFailureShouldNotCountAsAFailureOfTheModel() {
        model(tenant, ModelType.OPEN_API, demo.base().toString(), true);
        PipelineSnapshot begun = advance(PipelineSnapshot.empty());
        storage.unitOfWork().goAway();

        for (PipelineSnapshot current : List.of(PipelineSnapshot.empty(), begun)) {
            assertThatThrownBy(() -> pipeline.advance(request("r.0", Language.EN), current))
                    .isInstanceOf(StorageUnavailableException.class);
        }
        storage.unitOfWork().comeBack();
        assertThat(advance(begun).failure()).isNull();
    }

    @Test
    void aRunWhoseModelWasDeletedShouldEndInError() {
        TenantModel model = model(tenant, ModelType.OPEN_API, demo.base().toString(), true);
        PipelineSnapshot begun = advance(PipelineSnapshot.empty());
        models.remove(tenant.id(), model.id());

        assertThat(advance(begun).failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.UPSTREAM_ERROR));
    }

    @Test
    void aMisconfiguredModelShouldBeRetriedUntilTheDeadline() {
        model(tenant, ModelType.OPEN_API, null, true);

        assertThat(pipeline.advance(request("r.0", Language.EN), PipelineSnapshot.empty())
                        .toCompletableFuture())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(StepUnavailableException.class);
    }

    @Test
    void aHangingModelShouldNotDelayOthers() {
        Tenant slow = storage.aTenant();
        model(tenant, ModelType.OPEN_API, demo.base().toString(), true);
        try (ScriptedServer hanging = new ScriptedServer(WireFault.SILENCE_BEFORE_THE_ANSWER.behaviour())) {
            model(slow, ModelType.OPEN_API, hanging.base().toString(), true);
            List<CompletableFuture<?>> stuck = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                stuck.add(pipeline.advance(request(slow, "s" + i, Language.EN), PipelineSnapshot.empty())
                        .toCompletableFuture());
            }

            PipelineSnapshot snapshot = PipelineSnapshot.empty();
            while (!snapshot.isFinished()) {
                snapshot = advance(snapshot);
            }

            assertThat(snapshot.failure()).isNull();
            assertThat(stuck.stream().filter(one -> !one.isDone())).hasSize(4);
        }
    }
}
