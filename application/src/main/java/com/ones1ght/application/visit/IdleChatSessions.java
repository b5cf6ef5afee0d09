package com.ones1ght.application.visit;

import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.application.visit.port.ChatSessions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Ends chat sessions in which nothing has happened for too long, whether or not anybody asks for them. Every node
 * does it; each session is ended once.
 */
public final class IdleChatSessions {

    private static final System.Logger LOG = System.getLogger(IdleChatSessions.class.getName());

    private final ChatSessions sessions;
    private final InstantSource clock;
    private final BackgroundTask ending;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer only hands work to {@code executor}
     * @param tick how often to look, and so by how much later a session may be seen to have ended
     */
    public IdleChatSessions(
            ChatSessions sessions,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            Duration tick) {
        this.sessions = sessions;
        this.clock = clock;
        this.ending = new BackgroundTask("Ending idle chat sessions", this::end, executor, timer, tick);
    }

    /** Begins to look for idle sessions. */
    public void start() {
        ending.start();
    }

    /** Looks no more. */
    public void stop() {
        ending.stop();
    }

    private void end() {
        int ended = sessions.endIdle(clock.instant());
        if (ended > 0) {
            LOG.log(System.Logger.Level.INFO, "Chat sessions ended after inactivity: {0}", ended);
        }
    }
}
