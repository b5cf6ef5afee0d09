package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.chat.ChatChangeFeed;
import com.ones1ght.application.chat.port.ChatVersions;
import com.ones1ght.application.shared.port.NodeSignals;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The one feed of changes of chats of this node. It starts once the database is ready. */
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

    private ChatChangeFeed feed;

    @PostConstruct
    void create() {
        feed = new ChatChangeFeed(versions, signals, executor, timer, TICK);
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

    @PreDestroy
    void stop() {
        feed.stop();
    }
}
