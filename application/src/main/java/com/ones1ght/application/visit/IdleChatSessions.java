package com.ones1ght.application.visit;

import com.ones1ght.application.visit.port.ChatSessions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Ends chat sessions in which nothing has happened for too long, whether or not anybody asks for them. Every node
 * does it; each session is ended once.
 */
public final class IdleChatSessions {

    private static final System.Logger LOG = System.getLogger(IdleChatSessions.class.getName());

    private final ChatSessions sessions;
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final Duration tick;
    private final AtomicBoolean looking = new AtomicBoolean();
    private @Nullable Future<?> periodic;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer for the tick; its task only hands work to {@code executor}
     * @param tick how often to look, and so by how much later a session may be seen to have ended
     */
    public IdleChatSessions(
            ChatSessions sessions,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            Duration tick) {
        this.sessions = sessions;
        this.executor = executor;
        this.timer = timer;
        this.clock = clock;
        this.tick = tick;
    }

    /** Begins to look for idle sessions. */
    public synchronized void start() {
        periodic = timer.scheduleWithFixedDelay(this::endSoon, 0, tick.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks no more. */
    public synchronized void stop() {
        if (periodic != null) {
            periodic.cancel(false);
        }
    }

    private void endSoon() {
        if (!looking.compareAndSet(false, true)) {
            // The database is slow or away: turns must not pile up on threads that others need, too.
            return;
        }
        try {
            executor.execute(this::end);
        } catch (RuntimeException rejected) {
            looking.set(false);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Idle chat sessions cannot be ended now, the next turn tries",
                    rejected);
        }
    }

    private void end() {
        try {
            int ended = sessions.endIdle(clock.instant());
            if (ended > 0) {
                LOG.log(System.Logger.Level.INFO, "Chat sessions ended in which nothing had happened: {0}", ended);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Idle chat sessions cannot be ended now, the next turn tries", e);
        } finally {
            looking.set(false);
        }
    }
}
