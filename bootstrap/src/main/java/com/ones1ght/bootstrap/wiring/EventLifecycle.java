package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.access.port.TokenProfiles;
import com.ones1ght.application.chat.ChatChanges;
import com.ones1ght.application.chat.RunnerWakeup;
import com.ones1ght.application.event.DeliverySettings;
import com.ones1ght.application.event.DueDeliveries;
import com.ones1ght.application.event.EventFeed;
import com.ones1ght.application.event.FeedSettings;
import com.ones1ght.application.event.LiveFeed;
import com.ones1ght.application.event.NewEvents;
import com.ones1ght.application.event.SignageDelivery;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.profile.ErasedProfiles;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.port.NodeSignals.Topic;
import com.ones1ght.application.signage.port.SignageForwarder;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one feed of events and the one delivery to signages of this node. They are made with the application, start once
 * the database is ready, and stop before the threads that they work on.
 */
@ApplicationScoped
public class EventLifecycle {

    private static final System.Logger LOG = System.getLogger(EventLifecycle.class.getName());

    /** As long as signals to other nodes are collected. */
    private static final Duration FEED_PACE = Duration.ofMillis(20);

    @Inject
    private EventLog log;

    @Inject
    private SignageOutbox outbox;

    @Inject
    private Instance<SignageForwarder> forwarder;

    @Inject
    private NodeSignals signals;

    @Inject
    private ChatChanges changes;

    @Inject
    private TokenProfiles tokenProfiles;

    @Inject
    private Executor executor;

    @Inject
    private ScheduledExecutorService timer;

    @Inject
    private InstantSource clock;

    @Inject
    private Tracing tracing;

    @Inject
    @ConfigProperty(name = "ones1ght.stream.tick", defaultValue = "PT2S")
    private Duration feedTick;

    @Inject
    @ConfigProperty(name = "ones1ght.outbox.retry-for", defaultValue = "PT24H")
    private Duration retryFor;

    @Inject
    @ConfigProperty(name = "ones1ght.outbox.lease", defaultValue = "PT90S")
    private Duration lease;

    @Inject
    @ConfigProperty(name = "ones1ght.outbox.tick", defaultValue = "PT1S")
    private Duration deliveryTick;

    @Inject
    @ConfigProperty(name = "ones1ght.outbox.max-calls", defaultValue = "32")
    private int maxCalls;

    private EventFeed feed;
    private @Nullable SignageDelivery delivery;

    @PostConstruct
    void create() {
        feed = new EventFeed(log, signals, executor, timer, clock, new FeedSettings(feedTick, FEED_PACE));
        DeliverySettings settings = new DeliverySettings(retryFor, lease, deliveryTick, maxCalls);
        delivery = forwarder.isResolvable()
                ? new SignageDelivery(outbox, forwarder.get(), executor, timer, clock, tracing, settings)
                : null;
    }

    void start() {
        feed.start();
        signals.on(Topic.ERASED_PROFILES, tokenProfiles::forget);
        if (delivery == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "This node knows no signages: what they are to be told waits for a node that does");
        } else {
            delivery.start();
        }
    }

    @Produces
    @ApplicationScoped
    LiveFeed liveFeed() {
        return feed::follow;
    }

    @Produces
    @ApplicationScoped
    NewEvents newEvents() {
        return feed::announce;
    }

    @Produces
    @ApplicationScoped
    ErasedProfiles erasedProfiles(RunnerWakeup runner) {
        return chats -> {
            tokenProfiles.forget();
            feed.announceErased();
            runner.releaseEnded();
            chats.forEach(changes::changed);
        };
    }

    @Produces
    @ApplicationScoped
    DueDeliveries dueDeliveries() {
        SignageDelivery mine = delivery;
        return mine == null ? () -> {} : mine::wake;
    }

    @PreDestroy
    void stop() {
        if (delivery != null) {
            delivery.stop();
        }
        feed.stop();
    }
}
