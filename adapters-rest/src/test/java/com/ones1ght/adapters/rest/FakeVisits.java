package com.ones1ght.adapters.rest;

import com.ones1ght.application.visit.ChatSessionView;
import com.ones1ght.application.visit.EndChatSessionUseCase;
import com.ones1ght.application.visit.EndVisitUseCase;
import com.ones1ght.application.visit.OpenChatSessionUseCase;
import com.ones1ght.application.visit.PersonaStatus;
import com.ones1ght.application.visit.RecommendInSessionUseCase;
import com.ones1ght.application.visit.StampVisitUseCase;
import com.ones1ght.application.visit.StartVisitUseCase;
import com.ones1ght.application.visit.VisitView;
import com.ones1ght.application.visit.WatchChatSessionUseCase;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The use cases of visits and chat sessions, in memory: one visit, and whatever a test puts in. */
public final class FakeVisits
        implements StartVisitUseCase,
                StampVisitUseCase,
                EndVisitUseCase,
                VisitQueries,
                OpenChatSessionUseCase,
                RecommendInSessionUseCase,
                WatchChatSessionUseCase,
                EndChatSessionUseCase {

    public static final VisitId VISIT = new VisitId(UUID.fromString("0190a000-0000-7000-8000-0000000000f1"));

    /** With a fraction that the wire does not show. */
    public static final Instant STARTED = Instant.parse("2026-04-17T10:00:00.999Z");

    private final List<Stamp> stamps = new CopyOnWriteArrayList<>(List.of(new Stamp(Stage.ENTER, null, STARTED)));
    private volatile ChatSessionView session = new ChatSessionView(session(), null);
    private volatile CompletionStage<ChatSessionView> watched =
            CompletableFuture.failedFuture(new IllegalStateException("Nothing to watch"));
    private volatile PersonaStatus status = new PersonaStatus(new ProfileId(FakeGateway.ID), null, null, null);
    private volatile @Nullable RuntimeException failure;
    private volatile RecommendInSessionUseCase.@Nullable Command lastQuestion;
    private volatile WatchChatSessionUseCase.@Nullable Query lastWatched;

    /** A chat session that was opened with the visit. */
    public static ChatSession session() {
        return ChatSession.opened(VISIT, new ChatId(FakeGateway.ID), STARTED, Duration.ofHours(1));
    }

    /** What every later call fails with. */
    public void failWith(RuntimeException exception) {
        failure = exception;
    }

    /** What opening a chat session shows from now on. */
    public void show(ChatSessionView view) {
        session = view;
    }

    /** What every poll of a chat session gets from now on. */
    public void show(CompletionStage<ChatSessionView> stage) {
        watched = stage;
    }

    /** What every question for the status gets from now on. */
    public void show(PersonaStatus shown) {
        status = shown;
    }

    /** The last question that was accepted in a chat session. */
    public RecommendInSessionUseCase.@Nullable Command lastQuestion() {
        return lastQuestion;
    }

    /** The last poll of a chat session. */
    public WatchChatSessionUseCase.@Nullable Query lastWatched() {
        return lastWatched;
    }

    @Override
    public Visit start(StartVisitUseCase.Command command) {
        failIfAsked();
        return Visit.started(VISIT, command.profile(), null, STARTED);
    }

    @Override
    public Visit stamp(StampVisitUseCase.Command command) {
        failIfAsked();
        Stamp stamp = new Stamp(command.stage(), command.meta(), STARTED.plusSeconds(60L * stamps.size()));
        stamps.add(stamp);
        return new Visit(VISIT, command.profile(), STARTED, null, stamps.size(), stamp);
    }

    @Override
    public VisitView end(EndVisitUseCase.Command command) {
        return visit(command.profile(), STARTED.plusSeconds(5400));
    }

    @Override
    public Optional<VisitView> visit(Owner owner, ProfileId profile, VisitId visit) {
        return active(owner, profile);
    }

    @Override
    public Optional<VisitView> active(Owner owner, ProfileId profile) {
        return Optional.of(visit(profile, null));
    }

    @Override
    public Optional<PersonaStatus> status(Owner owner, ProfileId profile, Instant now) {
        failIfAsked();
        return Optional.of(status);
    }

    @Override
    public ChatSessionView open(OpenChatSessionUseCase.Command command) {
        failIfAsked();
        return session;
    }

    @Override
    public void recommend(RecommendInSessionUseCase.Command command) {
        failIfAsked();
        lastQuestion = command;
    }

    @Override
    public CompletionStage<ChatSessionView> watch(WatchChatSessionUseCase.Query query) {
        failIfAsked();
        lastWatched = query;
        if (!query.session().equals(VISIT)) {
            throw new NotFoundException();
        }
        return watched;
    }

    @Override
    public ChatSession end(EndChatSessionUseCase.Command command) {
        failIfAsked();
        if (!command.session().equals(VISIT)) {
            throw new NotFoundException();
        }
        return session().ended(ChatSession.Reason.EXPLICIT, STARTED.plusSeconds(300));
    }

    private VisitView visit(ProfileId profile, @Nullable Instant endedAt) {
        failIfAsked();
        return new VisitView(VISIT, profile, STARTED, endedAt, new ArrayList<>(stamps));
    }

    private void failIfAsked() {
        RuntimeException exception = failure;
        if (exception != null) {
            throw exception;
        }
    }
}
