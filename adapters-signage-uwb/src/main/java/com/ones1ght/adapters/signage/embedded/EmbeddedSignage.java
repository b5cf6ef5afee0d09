package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.dietary.DietaryGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Produces the node's hub. The wiring decides which forwarder the gateway uses. */
@ApplicationScoped
public class EmbeddedSignage {

    @Produces
    @Singleton
    @Typed(SignageHub.class)
    SignageHub hub(
            StoreCatalog catalog,
            CouponSpots spots,
            InstantSource clock,
            StoreCalls calls,
            DietaryGuard guard,
            Tracing tracing,
            @ConfigProperty(name = "ones1ght.signage.timeout", defaultValue = "PT60S") Duration timeout) {
        return new SignageHub(catalog, spots, clock, calls, guard, tracing, timeout);
    }
}
