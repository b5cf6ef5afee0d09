package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.chat.ChatChangeFeed;
import com.ones1ght.application.chat.ChatWaits;
import com.ones1ght.application.chat.port.ChatVersions;
import com.ones1ght.application.shared.NodeState;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.bootstrap.metrics.Metric;
import com.ones1ght.bootstrap.metrics.Metrics;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The one feed of changes of chats of this node, and the polls that wait for them. Starts once the database is ready. */
@ApplicationScoped
public class ChatLifecycle {

    /** By how much later a change is noticed whose signal was lost. */
    private static final Duration TICK = Duration.ofSeconds(3);

    @Inject
    private ChatVersions versions;

    @Inject
    private NodeSignals signals;

    @Inject
    private Executor executor;

    @Inject
    private ScheduledExecutorService timer;

    @Inject
    private NodeState node;

    @Inject
    private Metrics metrics;

    private ChatChangeFeed feed;
    private ChatWaits waits;

    @PostConstruct
    void create() {
        feed = new ChatChangeFeed(versions, signals, executor, timer, TICK);
        waits = new ChatWaits(feed, executor, timer, node);
        metrics.gauge(Metric.POLLS_WAITING, waits::size);
    }

    void start() {
        feed.start();
    }

    /** Also the {@link com.ones1ght.application.chat.ChatChanges} of the use cases. */
    @Produces
    @Singleton
    ChatChangeFeed chatChangeFeed() {
        return feed;
    }

    @Produces
    @Singleton
    ChatWaits chatWaits() {
        return waits;
    }

    @PreDestroy
    void stop() {
        feed.stop();
    }
}
