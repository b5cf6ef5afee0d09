package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.access.KeyUses;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.access.port.ProfileTokens;
import com.ones1ght.application.shared.ChangedKeys;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.port.NodeSignals.Topic;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** What this node remembers of keys: when they were used, until that is stored, and what they open, until it changes. */
@ApplicationScoped
public class KeyLifecycle {

    private static final System.Logger LOG = System.getLogger(KeyLifecycle.class.getName());

    /** So far the stored times are behind. */
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    @Inject
    private ApiKeys keys;

    @Inject
    private ProfileTokens tokens;

    @Inject
    private NodeSignals signals;

    @Inject
    private Executor executor;

    @Inject
    private ScheduledExecutorService timer;

    private KeyUses uses;

    @PostConstruct
    void create() {
        uses = new KeyUses(keys, executor, timer, INTERVAL);
    }

    @Produces
    KeyUses uses() {
        return uses;
    }

    void start() {
        // Made when it is first used: so the nodes agree on a secret before the first request.
        tokens.read("");
        signals.on(Topic.CHANGED_KEYS, keys::forget);
        uses.start();
    }

    @Produces
    @ApplicationScoped
    ChangedKeys changedKeys() {
        return () -> {
            keys.forget();
            try {
                signals.announce(Topic.CHANGED_KEYS);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Other nodes cannot be told of changed keys, they forget soon", e);
            }
        };
    }

    @PreDestroy
    void stop() {
        uses.stop();
    }
}
