package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.chat.RoundRules;
import com.ones1ght.application.chat.runner.RunnerSettings;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.domain.credit.ChargeRule;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.store.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what an operator may set about rounds and stores. */
@ApplicationScoped
public class GatewaySettings {

    /** More than the bundled cookbook takes on a busy machine, less than any model, and less than people notice. */
    private static final Duration CHECKPOINT = Duration.ofMillis(250);

    @Inject
    @ConfigProperty(name = "ones1ght.round.deadline", defaultValue = "PT5M")
    private Duration deadline;

    @Inject
    @ConfigProperty(name = "ones1ght.round.lease", defaultValue = "PT30S")
    private Duration lease;

    @Inject
    @ConfigProperty(name = "ones1ght.round.credits", defaultValue = "1")
    private long creditsPerRun;

    /** A node that is switched off accepts rounds, and leaves them to the others. */
    @Inject
    @ConfigProperty(name = "ones1ght.runner.enabled", defaultValue = "true")
    private boolean runnerEnabled;

    @Inject
    @ConfigProperty(name = "ones1ght.runner.tick", defaultValue = "PT2S")
    private Duration tick;

    @Inject
    @ConfigProperty(name = "ones1ght.runner.max-held", defaultValue = "4000")
    private int maxHeld;

    @Inject
    @ConfigProperty(name = "ones1ght.runner.max-calls", defaultValue = "64")
    private int maxCalls;

    @Inject
    @ConfigProperty(name = "ones1ght.runner.shutdown-grace", defaultValue = "PT10S")
    private Duration shutdownGrace;

    @Inject
    @ConfigProperty(name = "ones1ght.store.default-store", defaultValue = "main")
    private String defaultStore;

    @Inject
    @ConfigProperty(name = "ones1ght.guard", defaultValue = "declared")
    private String guard;

    /** Not behind a proxy, which an enum cannot have. */
    @Produces
    DietaryGuard dietaryGuard() {
        return DietaryGuard.valueOf(guard.strip().toUpperCase(Locale.ROOT));
    }

    @Produces
    RoundRules roundRules() {
        return new RoundRules(deadline, dietaryGuard(), new ChargeRule(creditsPerRun));
    }

    @Produces
    RunnerSettings runnerSettings() {
        return new RunnerSettings(
                runnerEnabled,
                lease,
                tick,
                maxHeld,
                maxCalls,
                CHECKPOINT,
                shutdownGrace,
                defaultStore(),
                dietaryGuard());
    }

    @Produces
    DefaultStore defaultStore() {
        return new DefaultStore(new StoreId(defaultStore));
    }
}
