package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.llm.embedded.EmbeddedPipeline;
import com.ones1ght.adapters.llm.grocery.GrocerySteps;
import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.UpstreamSettings;
import com.ones1ght.adapters.llm.llmdemo.LlmDemoPipeline;
import com.ones1ght.adapters.llm.openai.OpenAiPipeline;
import com.ones1ght.adapters.llm.routing.UnusableModelException;
import com.ones1ght.application.access.port.ModelSecrets;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.bootstrap.wiring.CallsTo.Upstream;
import com.ones1ght.domain.access.ModelBackend;
import com.ones1ght.domain.access.ModelUrls;
import com.ones1ght.domain.access.TenantModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes pipelines: the installation's, and those of tenants' models within what the operator allows. */
@ApplicationScoped
public class TenantPipelines {

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
    @CallsTo(Upstream.MODELS)
    private Executor calls;

    @Inject
    @ConfigProperty(name = "ones1ght.round.poll-interval", defaultValue = "PT2S")
    private Duration pollInterval;

    RecommendationPipeline llmDemo(UpstreamSettings settings) {
        return new LlmDemoPipeline(upstream(settings), pollInterval, SESSION_KEPT, clock);
    }

    RecommendationPipeline openAi(UpstreamSettings settings, String model) {
        return new OpenAiPipeline(
                upstream(settings),
                model,
                addresses.openAiMaxTokens(),
                new GrocerySteps(catalog),
                metrics.tokensOf(settings.name()));
    }

    private HttpUpstream upstream(UpstreamSettings settings) {
        return metrics.watched(new HttpUpstream(settings, calls, clock));
    }

    /** @throws UnusableModelException when the configuration no longer allows the model, or lacks what it needs */
    RecommendationPipeline of(String tenantCode, TenantModel model) {
        if (model.backend() == ModelBackend.EMBEDDED) {
            return new EmbeddedPipeline(catalog);
        }
        try {
            UpstreamSettings settings =
                    addresses.of(model.backend(), tenantCode, url(model), secret(tenantCode, model));
            return model.backend() == ModelBackend.LLM_DEMO
                    ? llmDemo(settings)
                    : openAi(settings, model.model() == null ? addresses.openAiModel() : model.model());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new UnusableModelException(unusable(model, String.valueOf(e.getMessage())));
        }
    }

    private @Nullable URI url(TenantModel model) {
        String url = model.url();
        if (url == null) {
            return null;
        }
        if (!urls.allow(url)) {
            throw new UnusableModelException(unusable(model, "ones1ght.model-urls does not allow its address"));
        }
        return URI.create(url);
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
