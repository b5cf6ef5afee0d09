package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.access.DemoTenant;
import com.ones1ght.application.access.ProvisionTenantUseCase;
import com.ones1ght.domain.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The demo tenant: made at the start where the demonstration is on, and refused everywhere else. */
@ApplicationScoped
public class DemoLifecycle {

    @Inject
    private ProvisionTenantUseCase provisionTenant;

    /** Where nobody says so, the demonstration is on for whoever gives its keys. */
    @Inject
    @ConfigProperty(name = "ones1ght.demo")
    private Optional<Boolean> demo;

    @Inject
    @ConfigProperty(name = "ones1ght.demo.sdk-key")
    private Optional<String> clientKey;

    @Inject
    @ConfigProperty(name = "ones1ght.demo.admin-key")
    private Optional<String> adminKey;

    @Inject
    @ConfigProperty(name = "ones1ght.demo.credits", defaultValue = "1000000")
    private long credits;

    @Produces
    DemoTenant demoTenant() {
        return new DemoTenant(demo.orElse(clientKey.isPresent() && adminKey.isPresent()));
    }

    void start() {
        if (demoTenant().enabled() && clientKey.isPresent() && adminKey.isPresent()) {
            provisionTenant.provision(new ProvisionTenantUseCase.Command(
                    DemoTenant.CODE,
                    "OneS1ght Demo Market",
                    Language.DEFAULT,
                    credits,
                    clientKey.get(),
                    adminKey.get()));
        }
    }
}
