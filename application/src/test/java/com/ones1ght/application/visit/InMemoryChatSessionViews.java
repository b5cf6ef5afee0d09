package com.ones1ght.application.visit;

import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.RoundRow;
import com.ones1ght.application.visit.ChatSessionView.Recommendation;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chat sessions in memory, for reading. */
public final class InMemoryChatSessionViews implements ChatSessionViews {

    private final InMemoryDatabase database;

    public InMemoryChatSessionViews(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<ChatSessionView> active(Owner owner, ProfileId profile, VisitId visit, Instant now) {
        return database.with(state -> InMemoryChatSessions.open(state, owner, profile, visit)
                .filter(session -> !session.isOver(now))
                .map(session -> new ChatSessionView(session, latest(state, session))));
    }

    private static @Nullable Recommendation latest(InMemoryState state, ChatSession session) {
        return state.rounds.values().stream()
                .filter(row -> row.round().chat().equals(session.chat()))
                .max(Comparator.comparingInt(row -> row.round().number()))
                .map(InMemoryChatSessionViews::recommendation)
                .orElse(null);
    }

    private static Recommendation recommendation(RoundRow row) {
        Round round = row.round();
        return new Recommendation(
                round.id(),
                round.state(),
                round.progress(),
                round.backListStatus(),
                row.session().updatedAt() == null
                        ? round.updatedAt()
                        : row.session().updatedAt(),
                round.failure(),
                row.session().shoppingList(),
                row.session().backList());
    }
}
