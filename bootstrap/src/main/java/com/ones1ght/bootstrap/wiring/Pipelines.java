package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.llm.embedded.EmbeddedPipeline;
import com.ones1ght.adapters.llm.grocery.GrocerySteps;
import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.UpstreamSettings;
import com.ones1ght.adapters.llm.llmdemo.LlmDemoPipeline;
import com.ones1ght.adapters.llm.openai.OpenAiPipeline;
import com.ones1ght.adapters.llm.routing.UnusableModelException;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.application.chat.port.PipelineSetup;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.model.port.ModelSecrets;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.bootstrap.wiring.CallsTo.Upstream;
import com.ones1ght.domain.model.ModelUrls;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.Require;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes pipelines: the installation's, and those of tenants' models within what the operator allows. */
@ApplicationScoped
public class Pipelines {

    private static final System.Logger LOG = System.getLogger(Pipelines.class.getName());

    /** How long the session of a finished run stays, should the node be lost before it has saved the result. */
    private static final Duration SESSION_KEPT = Duration.ofSeconds(10);

    @Inject
    private UpstreamAddresses addresses;

    @Inject
    private UpstreamMetrics metrics;

    @Inject
    private ModelUrls urls;

    @Inject
    private ModelSecrets secrets;

    @Inject
    private StoreCatalog catalog;

    @Inject
    private InstantSource clock;

    @Inject
    private Tracing tracing;

    @Inject
    @CallsTo(Upstream.MODELS)
    private Executor calls;

    @Inject
    @ConfigProperty(name = "ones1ght.round.poll-interval", defaultValue = "PT2S")
    private Duration pollInterval;

    @Inject
    private ModelBackends backends;

    @Inject
    @ConfigProperty(name = "ones1ght.llm", defaultValue = "embedded")
    private String llm;

    @Inject
    @ConfigProperty(name = "ones1ght.store", defaultValue = "embedded")
    private String store;

    private @Nullable RecommendationPipeline installation;

    /** For tenants without a model of their own; always the same. */
    synchronized RecommendationPipeline ofTheInstallation() {
        if (installation == null) {
            installation = metrics.timed(llm, makeForTheInstallation());
        }
        return installation;
    }

    /**
     * Makes a team's own pipeline at once, so that one that cannot work stops the start.
     *
     * @throws IllegalStateException with a sentence that begins with the name of the setting
     */
    void start() {
        if (backends.isProvided(llm)) {
            ofTheInstallation();
        }
    }

    /** What loads what the first answer needs, in this order; some seconds of a processor's time. */
    List<Runnable> loads() {
        List<Runnable> loads = new ArrayList<>();
        if (analysesTexts()) {
            loads.addAll(EmbeddedPipeline.warmUp());
        }
        if (store.equals("embedded")) {
            loads.add(() -> catalog.search(EmbeddedStore.MAIN, "tofu", 1));
        }
        return loads;
    }

    /** Rounds whose results nobody keeps, if they need nothing but this process. */
    List<Runnable> rehearsals() {
        return llm.equals(ModelBackends.EMBEDDED) && store.equals("embedded")
                ? new EmbeddedPipeline(catalog).rehearsals(EmbeddedStore.MAIN)
                : List.of();
    }

    /** All backends but llm-demo do, and tenants may have other ones than the installation. */
    private boolean analysesTexts() {
        return !llm.equals(ModelBackends.LLM_DEMO) || !urls.allowed().isEmpty();
    }

    private RecommendationPipeline makeForTheInstallation() {
        return switch (llm) {
            case ModelBackends.EMBEDDED -> new EmbeddedPipeline(catalog);
            case ModelBackends.LLM_DEMO -> llmDemo(addresses.llmDemo());
            case ModelBackends.OPENAI -> openAi(addresses.openAi(), addresses.openAiModel());
            default -> {
                try {
                    yield provided(llm, null, null, null);
                } catch (RuntimeException | LinkageError e) {
                    LOG.log(System.Logger.Level.WARNING, "The backend " + llm + " makes no pipeline.", e);
                    // Without its cause: the launcher tells the innermost message.
                    throw new IllegalStateException("ones1ght.llm is \"" + llm + "\", which cannot be used: " + e);
                }
            }
        };
    }

    private RecommendationPipeline provided(
            String backend, @Nullable String url, @Nullable String model, @Nullable String secret) {
        PipelineSetup setup =
                new PipelineSetup(catalog, clock, calls, key -> backends.setting(backend, key), url, model, secret);
        return Require.notNull(backends.provider(backend).create(setup), "the pipeline of " + backend);
    }

    private RecommendationPipeline llmDemo(UpstreamSettings settings) {
        return new LlmDemoPipeline(upstream(ModelBackends.LLM_DEMO, settings), pollInterval, SESSION_KEPT, clock);
    }

    private RecommendationPipeline openAi(UpstreamSettings settings, String model) {
        return new OpenAiPipeline(
                upstream(ModelBackends.OPENAI, settings),
                model,
                addresses.openAiMaxTokens(),
                new GrocerySteps(catalog),
                metrics.tokensOf(ModelBackends.OPENAI));
    }

    private HttpUpstream upstream(String backend, UpstreamSettings settings) {
        return metrics.watched(backend, new HttpUpstream(settings, calls, clock, tracing, metrics.callsOf(backend)));
    }

    /** @throws UnusableModelException when the configuration no longer allows the model, or lacks what it needs */
    RecommendationPipeline of(String tenantCode, TenantModel model) {
        String url = allowedUrl(model);
        String secret = secret(tenantCode, model);
        String backend = model.backend().name();
        try {
            return metrics.timed(
                    backend,
                    switch (backend) {
                        case ModelBackends.EMBEDDED -> new EmbeddedPipeline(catalog);
                        case ModelBackends.LLM_DEMO ->
                            llmDemo(addresses.ofTenant(tenantCode, addresses.llmDemo(uri(url)), url, secret));
                        case ModelBackends.OPENAI ->
                            openAi(
                                    addresses.ofTenant(tenantCode, addresses.openAi(uri(url)), url, secret),
                                    model.model() == null ? addresses.openAiModel() : model.model());
                        default -> provided(backend, url, model.model(), secret);
                    });
        } catch (RuntimeException | LinkageError e) {
            throw new UnusableModelException(unusable(model, String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable URI uri(@Nullable String url) {
        return url == null ? null : URI.create(url);
    }

    private @Nullable String allowedUrl(TenantModel model) {
        String url = model.url();
        if (url != null && !urls.allow(url)) {
            throw new UnusableModelException(unusable(model, "ones1ght.model-urls does not allow its address"));
        }
        return url;
    }

    private @Nullable String secret(String tenantCode, TenantModel model) {
        String ref = model.secretRef();
        return ref == null
                ? null
                : secrets.find(tenantCode, ref)
                        .orElseThrow(() -> new UnusableModelException(
                                unusable(model, "ones1ght.secrets." + tenantCode + "." + ref + " is not set")));
    }

    private static String unusable(TenantModel model, String why) {
        return "Model " + model.id() + " cannot be used: " + why;
    }
}
