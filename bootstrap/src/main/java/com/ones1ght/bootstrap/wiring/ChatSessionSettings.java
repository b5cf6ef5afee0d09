package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.visit.IdleChatSessions;
import com.ones1ght.application.visit.SessionRules;
import com.ones1ght.application.visit.port.ChatSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what an operator may set about chat sessions. */
@ApplicationScoped
public class ChatSessionSettings {

    private static final long MIN_TICK_MILLIS = 100;

    /** Also the longest delay until an idle chat session is seen to have ended. */
    private static final long MAX_TICK_MILLIS = 5_000;

    @Produces
    SessionRules sessionRules(
            @ConfigProperty(name = "ones1ght.chat-session.idle", defaultValue = "PT1H") Duration idle) {
        return new SessionRules(idle);
    }

    @Produces
    IdleChatSessions idleChatSessions(
            ChatSessions sessions,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            SessionRules rules) {
        long tenth = rules.idle().dividedBy(10).toMillis();
        long tick = Math.max(MIN_TICK_MILLIS, Math.min(tenth, MAX_TICK_MILLIS));
        return new IdleChatSessions(sessions, executor, timer, clock, Duration.ofMillis(tick));
    }
}
