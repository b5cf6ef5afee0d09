package com.ones1ght.application.visit;

import com.ones1ght.application.chat.RunnerWakeup;
import com.ones1ght.application.visit.ChatSessionView.Recommendation;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads the session in one statement; only the first poll in half a minute writes that the session is alive. */
public final class WatchChatSessionService implements WatchChatSessionUseCase {

    private final ChatSessionViews views;
    private final ChatSessions sessions;
    private final RunnerWakeup runner;
    private final InstantSource clock;
    private final SessionRules rules;

    public WatchChatSessionService(
            ChatSessionViews views,
            ChatSessions sessions,
            RunnerWakeup runner,
            InstantSource clock,
            SessionRules rules) {
        this.views = views;
        this.sessions = sessions;
        this.runner = runner;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    public CompletionStage<ChatSessionView> watch(Query query) {
        Instant now = clock.instant();
        ChatSessionView stored = read(query, now);
        ChatSession polled = stored.session().polled(now, rules.idle());
        if (!polled.equals(stored.session())) {
            sessions.prolong(query.owner(), polled);
        }
        Recommendation latest = stored.latest();
        return latest == null || latest.state().isSettled()
                ? CompletableFuture.completedStage(stored)
                : runner.refresh(List.of(latest.round())).thenApply(refreshed -> refreshed ? read(query, now) : stored);
    }

    private ChatSessionView read(Query query, Instant now) {
        return views.active(query.owner(), query.profile(), query.session(), now)
                .orElseThrow(NotFoundException::new);
    }
}
