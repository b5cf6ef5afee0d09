package com.ones1ght.bootstrap.wiring;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ones1ght.adapters.llm.embedded.EmbeddedPipeline;
import com.ones1ght.adapters.store.embedded.EmbeddedCouponSpots;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the adapter behind each port that has several, by the configuration. */
@ApplicationScoped
public class Backends {

    @Produces
    @ApplicationScoped
    StoreCatalog storeCatalog(@ConfigProperty(name = "ones1ght.store", defaultValue = "embedded") String store) {
        requireOneOf("ones1ght.store", store, Set.of("embedded"));
        return new EmbeddedStore();
    }

    @Produces
    @ApplicationScoped
    CouponSpots couponSpots(
            @ConfigProperty(name = "ones1ght.store", defaultValue = "embedded") String store, StoreCatalog catalog) {
        requireOneOf("ones1ght.store", store, Set.of("embedded"));
        return new EmbeddedCouponSpots(catalog);
    }

    @Produces
    @ApplicationScoped
    RecommendationPipeline pipeline(
            @ConfigProperty(name = "ones1ght.llm", defaultValue = "embedded") String llm, StoreCatalog catalog) {
        requireOneOf("ones1ght.llm", llm, Set.of("embedded"));
        return new EmbeddedPipeline(catalog);
    }

    @Produces
    @ApplicationScoped
    SignageForwarder signageForwarder(
            @ConfigProperty(name = "ones1ght.signage", defaultValue = "embedded") String signage,
            SignageLifecycle embedded) {
        requireOneOf("ones1ght.signage", signage, Set.of("embedded"));
        return embedded.shared();
    }

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @ApplicationScoped
    IdGenerator idGenerator() {
        return UuidCreator::getTimeOrderedEpoch;
    }

    private static void requireOneOf(String setting, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            throw new IllegalStateException(
                    setting + " is \"" + value + "\"; allowed values: " + String.join(", ", allowed));
        }
    }
}
