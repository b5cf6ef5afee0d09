package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.llm.routing.RoutingPipeline;
import com.ones1ght.adapters.persistence.shared.TimeOrderedIds;
import com.ones1ght.adapters.signage.storeapi.SignageApiClient;
import com.ones1ght.adapters.signage.storeapi.StoreApiSignage;
import com.ones1ght.adapters.store.embedded.EmbeddedCouponSpots;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.adapters.store.storeapi.StoreApiCatalog;
import com.ones1ght.adapters.store.storeapi.StoreApiClient;
import com.ones1ght.adapters.store.storeapi.StoreApiCouponSpots;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.model.port.OpenApiModels;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.bootstrap.wiring.CallsTo.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the adapter behind each port that has several, by the configuration. */
@ApplicationScoped
public class Backends {

    static final List<String> STORES = List.of("embedded", "store-api");
    static final List<String> SIGNAGES = List.of("embedded", "store-api");

    @Inject
    private UpstreamAddresses addresses;

    @Inject
    private UpstreamMetrics metrics;

    @Produces
    @ApplicationScoped
    StoreCatalog storeCatalog(
            @ConfigProperty(name = "ones1ght.store", defaultValue = "embedded") String store,
            Instance<StoreApiClient> storeApi) {
        return switch (store) {
            case "embedded" -> new EmbeddedStore();
            case "store-api" -> new StoreApiCatalog(metrics.watched(storeApi.get()), addresses.store());
            default -> throw notOneOf("ones1ght.store", store, STORES);
        };
    }

    @Produces
    @ApplicationScoped
    CouponSpots couponSpots(
            @ConfigProperty(name = "ones1ght.store", defaultValue = "embedded") String store,
            StoreCatalog catalog,
            Instance<StoreApiClient> storeApi,
            @CallsTo(Upstream.STORE) Executor calls) {
        return switch (store) {
            case "embedded" -> new EmbeddedCouponSpots(catalog);
            case "store-api" -> new StoreApiCouponSpots(storeApi.get(), calls);
            default -> throw notOneOf("ones1ght.store", store, STORES);
        };
    }

    @Produces
    @ApplicationScoped
    RecommendationPipeline pipeline(OpenApiModels models, Pipelines pipelines) {
        return new RoutingPipeline(models, pipelines.ofTheInstallation(), pipelines::of);
    }

    @Produces
    @ApplicationScoped
    SignageForwarder signageForwarder(
            @ConfigProperty(name = "ones1ght.signage", defaultValue = "embedded") String signage,
            SignageLifecycle embedded,
            Instance<SignageApiClient> storeApi,
            @CallsTo(Upstream.SIGNAGES) Executor calls) {
        return switch (signage) {
            case "embedded" -> embedded.shared();
            case "store-api" -> new StoreApiSignage(metrics.watched(storeApi.get()), calls);
            default -> throw notOneOf("ones1ght.signage", signage, SIGNAGES);
        };
    }

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @ApplicationScoped
    IdGenerator idGenerator() {
        return new TimeOrderedIds();
    }

    private static IllegalStateException notOneOf(String setting, String value, List<String> allowed) {
        return new IllegalStateException(
                setting + " is \"" + value + "\"; allowed values: " + String.join(", ", allowed));
    }
}
