package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.llm.http.UpstreamSettings;
import com.ones1ght.adapters.llm.routing.ConfiguredModelSecrets;
import com.ones1ght.adapters.signage.storeapi.SignageApiSettings;
import com.ones1ght.adapters.store.storeapi.StoreApiSettings;
import com.ones1ght.application.model.port.ModelSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Reads how other systems are reached; asked only where one of them is chosen. */
@ApplicationScoped
public class UpstreamAddresses {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);

    /** A look at a session is quick; a model that is asked for a whole meal may take the whole of a call. */
    private static final Duration READ_OF_A_SESSION = Duration.ofSeconds(30);

    private static final Duration CALL = Duration.ofSeconds(60);
    private static final Duration PRODUCTS_KEPT = Duration.ofSeconds(10);
    private static final int CALLS_TO_A_MODEL = 64;

    /** A fraction of what the runner has under way at once, so that a model that hangs leaves room for the others. */
    private static final int CALLS_TO_A_TENANTS_MODEL = 16;

    @Inject
    private Config config;

    UpstreamSettings llmDemo() {
        return llmDemo(null);
    }

    /** @param url null stands for the installation's */
    UpstreamSettings llmDemo(@Nullable URI url) {
        return new UpstreamSettings(
                "llm-demo",
                url == null ? url("ones1ght.llm-demo.url") : url,
                text("ones1ght.llm-demo.api-key").orElse(null),
                duration("ones1ght.llm-demo.connect-timeout", CONNECT),
                duration("ones1ght.llm-demo.read-timeout", READ_OF_A_SESSION),
                duration("ones1ght.llm-demo.call-timeout", CALL),
                config.getOptionalValue("ones1ght.llm-demo.max-concurrency", Integer.class)
                        .orElse(CALLS_TO_A_MODEL));
    }

    UpstreamSettings openAi() {
        return openAi(null);
    }

    /** @param url null stands for the installation's */
    UpstreamSettings openAi(@Nullable URI url) {
        return new UpstreamSettings(
                "openai",
                url == null ? url("ones1ght.openai.url") : url,
                text("ones1ght.openai.api-key").orElse(null),
                duration("ones1ght.openai.connect-timeout", CONNECT),
                duration("ones1ght.openai.read-timeout", CALL),
                duration("ones1ght.openai.call-timeout", CALL),
                config.getOptionalValue("ones1ght.openai.max-concurrency", Integer.class)
                        .orElse(CALLS_TO_A_MODEL));
    }

    String openAiModel() {
        return text("ones1ght.openai.model")
                .orElseThrow(() -> new IllegalStateException("ones1ght.openai.model is not set"));
    }

    /** Null leaves it to the model's server. */
    @Nullable
    Integer openAiMaxTokens() {
        return config.getOptionalValue("ones1ght.openai.max-tokens", Integer.class)
                .orElse(null);
    }

    /**
     * For a model of a tenant.
     *
     * @param own what the installation says of the backend
     * @param url null stands for the installation's, whose credential goes with it unless the tenant has one
     */
    UpstreamSettings ofTenant(String tenantCode, UpstreamSettings own, @Nullable String url, @Nullable String secret) {
        return new UpstreamSettings(
                own.name() + " of " + tenantCode,
                own.base(),
                url == null && secret == null ? own.apiKey() : secret,
                own.connectTimeout(),
                own.readTimeout(),
                own.callTimeout(),
                Math.min(own.maxConcurrency(), CALLS_TO_A_TENANTS_MODEL));
    }

    @Produces
    ModelSecrets secrets() {
        return new ConfiguredModelSecrets(config);
    }

    @Produces
    StoreApiSettings store() {
        return new StoreApiSettings(
                url("ones1ght.store-api.url"),
                text("ones1ght.store-api.api-key").orElse(null),
                duration("ones1ght.store-api.connect-timeout", CONNECT),
                duration("ones1ght.store-api.read-timeout", READ),
                duration("ones1ght.store-api.call-timeout", CALL),
                duration("ones1ght.store-api.products-kept", PRODUCTS_KEPT));
    }

    @Produces
    SignageApiSettings signages() {
        return new SignageApiSettings(
                url("ones1ght.store-api.url"),
                text("ones1ght.store-api.api-key").orElse(null),
                duration("ones1ght.store-api.connect-timeout", CONNECT),
                duration("ones1ght.store-api.read-timeout", READ));
    }

    private URI url(String name) {
        return text(name).map(URI::create).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    /** What is blank counts as not set. */
    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private Duration duration(String name, Duration otherwise) {
        return config.getOptionalValue(name, Duration.class).orElse(otherwise);
    }
}
