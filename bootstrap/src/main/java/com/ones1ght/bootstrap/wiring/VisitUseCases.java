package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.chat.RunAcceptance;
import com.ones1ght.application.chat.RunnerWakeup;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.visit.ChatSessionKeeper;
import com.ones1ght.application.visit.EndChatSessionService;
import com.ones1ght.application.visit.EndChatSessionUseCase;
import com.ones1ght.application.visit.EndVisitService;
import com.ones1ght.application.visit.EndVisitUseCase;
import com.ones1ght.application.visit.GetPersonaStatusService;
import com.ones1ght.application.visit.GetPersonaStatusUseCase;
import com.ones1ght.application.visit.GetVisitService;
import com.ones1ght.application.visit.GetVisitUseCase;
import com.ones1ght.application.visit.IdleChatSessions;
import com.ones1ght.application.visit.OpenChatSessionService;
import com.ones1ght.application.visit.OpenChatSessionUseCase;
import com.ones1ght.application.visit.RecommendInSessionService;
import com.ones1ght.application.visit.RecommendInSessionUseCase;
import com.ones1ght.application.visit.SessionRules;
import com.ones1ght.application.visit.StampVisitService;
import com.ones1ght.application.visit.StampVisitUseCase;
import com.ones1ght.application.visit.StartVisitService;
import com.ones1ght.application.visit.StartVisitUseCase;
import com.ones1ght.application.visit.WatchChatSessionService;
import com.ones1ght.application.visit.WatchChatSessionUseCase;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.application.visit.port.VisitViews;
import com.ones1ght.application.visit.port.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the use cases of visits and of their chat sessions. */
@ApplicationScoped
public class VisitUseCases {

    private static final long SHORTEST_TICK_MILLIS = 100;

    /** Chat sessions are seen to end by so much later at the most. */
    private static final long LONGEST_TICK_MILLIS = 5_000;

    @Inject
    @ConfigProperty(name = "ones1ght.chat-session.idle", defaultValue = "PT1H")
    private Duration idle;

    @Produces
    SessionRules sessionRules() {
        return new SessionRules(idle);
    }

    @Produces
    @ApplicationScoped
    StartVisitUseCase startVisit(
            Profiles profiles, Visits visits, UnitOfWork unitOfWork, IdGenerator ids, InstantSource clock) {
        return new StartVisitService(profiles, visits, unitOfWork, ids, clock);
    }

    @Produces
    @ApplicationScoped
    StampVisitUseCase stampVisit(
            Profiles profiles, Visits visits, ChatSessionKeeper keeper, UnitOfWork unitOfWork, InstantSource clock) {
        return new StampVisitService(profiles, visits, keeper, unitOfWork, clock);
    }

    @Produces
    @ApplicationScoped
    EndVisitUseCase endVisit(
            Profiles profiles,
            Visits visits,
            VisitViews views,
            ChatSessionKeeper keeper,
            UnitOfWork unitOfWork,
            InstantSource clock) {
        return new EndVisitService(profiles, visits, views, keeper, unitOfWork, clock);
    }

    @Produces
    @ApplicationScoped
    GetVisitUseCase getVisit(VisitViews views) {
        return new GetVisitService(views);
    }

    @Produces
    @ApplicationScoped
    GetPersonaStatusUseCase getPersonaStatus(VisitViews views, InstantSource clock) {
        return new GetPersonaStatusService(views, clock);
    }

    /** Not behind a proxy, which a final class cannot have: it holds no state. */
    @Produces
    ChatSessionKeeper chatSessionKeeper(ChatSessions sessions, SessionRules rules) {
        return new ChatSessionKeeper(sessions, rules);
    }

    @Produces
    @ApplicationScoped
    OpenChatSessionUseCase openChatSession(
            Profiles profiles,
            Visits visits,
            ChatSessions sessions,
            ChatSessionViews views,
            ChatSessionKeeper keeper,
            UnitOfWork unitOfWork,
            IdGenerator ids,
            InstantSource clock,
            SessionRules rules) {
        return new OpenChatSessionService(profiles, visits, sessions, views, keeper, unitOfWork, ids, clock, rules);
    }

    @Produces
    @ApplicationScoped
    RecommendInSessionUseCase recommendInSession(
            Profiles profiles,
            Visits visits,
            Chats chats,
            ChatSessionKeeper keeper,
            RunAcceptance acceptance,
            UnitOfWork unitOfWork,
            RunnerWakeup runner,
            InstantSource clock) {
        return new RecommendInSessionService(profiles, visits, chats, keeper, acceptance, unitOfWork, runner, clock);
    }

    @Produces
    @ApplicationScoped
    WatchChatSessionUseCase watchChatSession(
            ChatSessionViews views,
            ChatSessions sessions,
            RunnerWakeup runner,
            InstantSource clock,
            SessionRules rules) {
        return new WatchChatSessionService(views, sessions, runner, clock, rules);
    }

    @Produces
    @ApplicationScoped
    EndChatSessionUseCase endChatSession(
            Profiles profiles,
            ChatSessions sessions,
            ChatSessionKeeper keeper,
            Chats chats,
            CreditLedger credits,
            UnitOfWork unitOfWork,
            InstantSource clock) {
        return new EndChatSessionService(profiles, sessions, keeper, chats, credits, unitOfWork, clock);
    }

    @Produces
    IdleChatSessions idleChatSessions(
            ChatSessions sessions,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            SessionRules rules) {
        long tenth = rules.idle().dividedBy(10).toMillis();
        long tick = Math.max(SHORTEST_TICK_MILLIS, Math.min(tenth, LONGEST_TICK_MILLIS));
        return new IdleChatSessions(sessions, executor, timer, clock, Duration.ofMillis(tick));
    }
}
