package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.access.DemoKeys;
import com.ones1ght.application.access.DemoTenant;
import com.ones1ght.application.access.port.SharedDemoKeys;
import com.ones1ght.application.onboarding.ProvisionTenantUseCase;
import com.ones1ght.application.profile.ErasedProfiles;
import com.ones1ght.application.profile.ExpiredProfiles;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.profile.port.TemporaryProfiles;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.shared.Language;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The demo tenant: made at the start where the demonstration is on, and refused everywhere else. */
@ApplicationScoped
public class DemoLifecycle {

    /** Here the launcher proposes keys, and reads afterwards which ones it is to write to its file. */
    private static final String SHARED_CLIENT_KEY = "com.ones1ght.demo.sdk-key";

    private static final String SHARED_ADMIN_KEY = "com.ones1ght.demo.admin-key";

    private static final Duration TICK = Duration.ofMinutes(1);

    @Inject
    private ProvisionTenantUseCase provisionTenant;

    @Inject
    private SharedDemoKeys sharedKeys;

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

    @Inject
    @ConfigProperty(name = "ones1ght.demo.keep", defaultValue = "PT1H")
    private Duration kept;

    @Inject
    private TemporaryProfiles temporary;

    @Inject
    private Profiles profiles;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private ErasedProfiles erased;

    @Inject
    private Executor executor;

    @Inject
    private ScheduledExecutorService timer;

    @Inject
    private InstantSource clock;

    private volatile @Nullable DemoKeys agreedKeys;
    private @Nullable ExpiredProfiles expired;

    @Produces
    DemoTenant demoTenant() {
        return new DemoTenant(demo.orElse(clientKey.isPresent() && adminKey.isPresent()));
    }

    /** Those of all nodes, known after the start; null while there are none. */
    @Produces
    @Nullable
    DemoKeys demoKeys() {
        return agreedKeys;
    }

    void start() {
        if (demoTenant().enabled()) {
            keys().ifPresent(this::provision);
        }
    }

    /** Also while the demonstration is off: what it has left is to go. */
    void startErasing() {
        expired = new ExpiredProfiles(temporary, profiles, unitOfWork, erased, executor, timer, clock, kept, TICK);
        expired.start();
    }

    @PreDestroy
    void stop() {
        if (expired != null) {
            expired.stop();
        }
    }

    /** The launcher's proposal gives way to the keys that the nodes of this database agree on; given keys do not. */
    private Optional<DemoKeys> keys() {
        String proposedClientKey = System.getProperty(SHARED_CLIENT_KEY);
        String proposedAdminKey = System.getProperty(SHARED_ADMIN_KEY);
        if (proposedClientKey == null || proposedAdminKey == null) {
            return clientKey.flatMap(client -> adminKey.map(admin -> new DemoKeys(client, admin)));
        }
        DemoKeys agreed = sharedKeys.agree(new DemoKeys(proposedClientKey, proposedAdminKey));
        System.setProperty(SHARED_CLIENT_KEY, agreed.client());
        System.setProperty(SHARED_ADMIN_KEY, agreed.admin());
        return Optional.of(agreed);
    }

    private void provision(DemoKeys keys) {
        agreedKeys = keys;
        provisionTenant.provision(new ProvisionTenantUseCase.Command(
                DemoTenant.CODE, "OneS1ght Demo Market", Language.DEFAULT, credits, keys.client(), keys.admin()));
    }
}
