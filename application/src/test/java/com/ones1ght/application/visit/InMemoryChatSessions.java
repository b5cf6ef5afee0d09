package com.ones1ght.application.visit;

import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.ChatSessionRow;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Chat sessions in memory. */
public final class InMemoryChatSessions implements ChatSessions {

    private final InMemoryDatabase database;

    public InMemoryChatSessions(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void open(Owner owner, ProfileId profile, ChatSession session) {
        database.with(state -> {
            if (open(state, owner, profile, session.visit()).isPresent()) {
                throw new IllegalStateException("the visit has a session that has not ended");
            }
            if (state.chatSessions.putIfAbsent(session.chat(), new ChatSessionRow(owner, profile, session)) != null) {
                throw new IllegalStateException("a session with this chat exists");
            }
            return session;
        });
    }

    @Override
    public Optional<ChatSession> lockOpen(Owner owner, ProfileId profile, VisitId visit) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        return database.with(state -> open(state, owner, profile, visit));
    }

    static Optional<ChatSession> open(InMemoryState state, Owner owner, ProfileId profile, VisitId visit) {
        return state.chatSessions.values().stream()
                .filter(row -> row.owner().equals(owner) && row.profile().equals(profile))
                .map(ChatSessionRow::session)
                .filter(session -> session.visit().equals(visit) && session.ending() == null)
                .findFirst();
    }

    @Override
    public void save(Owner owner, ChatSession session) {
        database.with(state -> {
            ChatSessionRow row = state.chatSessions.get(session.chat());
            if (row != null && isOf(owner.tenant(), row)) {
                put(state, row, session);
            }
            return session;
        });
    }

    @Override
    public void prolong(Owner owner, ChatSession polled) {
        database.with(state -> {
            ChatSessionRow row = state.chatSessions.get(polled.chat());
            if (row != null && isOf(owner.tenant(), row) && isShorter(row.session(), polled)) {
                put(state, row, polled);
            }
            return polled;
        });
    }

    private static boolean isOf(TenantId tenant, ChatSessionRow row) {
        return row.owner().tenant().equals(tenant);
    }

    private static boolean isShorter(ChatSession stored, ChatSession polled) {
        return stored.ending() == null && stored.idleAt().isBefore(polled.idleAt());
    }

    private static void put(InMemoryState state, ChatSessionRow row, ChatSession session) {
        state.chatSessions.put(session.chat(), new ChatSessionRow(row.owner(), row.profile(), session));
    }

    @Override
    public int endIdle(Instant now) {
        return database.with(state -> {
            List<ChatSessionRow> idle = state.chatSessions.values().stream()
                    .filter(row ->
                            row.session().ending() == null && row.session().isOver(now))
                    .toList();
            idle.forEach(row -> put(state, row, row.session().ended(ChatSession.Reason.IDLE, now)));
            return idle.size();
        });
    }
}
