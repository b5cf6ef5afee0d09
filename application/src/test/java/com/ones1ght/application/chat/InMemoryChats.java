package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.ChatRow;
import com.ones1ght.application.shared.InMemoryState.RoundRow;
import com.ones1ght.application.shared.InMemoryState.RunKey;
import com.ones1ght.application.shared.InMemoryState.RunRow;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chats in memory. */
public final class InMemoryChats implements Chats {

    private final InMemoryDatabase database;

    public InMemoryChats(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Chat> lock(Owner owner, ProfileId profile, ChatId chat) {
        requireTransaction();
        return database.with(state -> Optional.ofNullable(state.chats.get(chat))
                .filter(row -> row.owner().equals(owner) && row.profile().equals(profile))
                .map(row -> new Chat(row.id(), row.profile(), last(state, chat).orElse(null), row.createdAt())));
    }

    static Optional<Round> last(InMemoryState state, ChatId chat) {
        return state.rounds.values().stream()
                .map(RoundRow::round)
                .filter(round -> round.chat().equals(chat))
                .max(Comparator.comparingInt(Round::number));
    }

    @Override
    public boolean hasRound(Owner owner, ChatId chat, RoundId round) {
        return database.with(state -> {
            RoundRow row = state.rounds.get(round);
            return row != null && row.round().chat().equals(chat) && isOf(owner.tenant(), state, chat);
        });
    }

    @Override
    public List<Round> lockRunning(Owner owner, ChatId chat) {
        requireTransaction();
        return database.with(state -> state.runs.values().stream()
                .filter(RunRow::open)
                .filter(run -> run.round().chat().equals(chat) && isOf(owner.tenant(), state, chat))
                .map(run -> state.rounds.get(run.round().id()).round())
                .sorted(Comparator.comparingInt(Round::number))
                .toList());
    }

    private static boolean isOf(TenantId tenant, InMemoryState state, ChatId chat) {
        ChatRow row = state.chats.get(chat);
        return row != null && row.owner().tenant().equals(tenant);
    }

    @Override
    public void settle(Owner owner, Round ended) {
        requireTransaction();
        database.with(state -> {
            RunRow run = state.runs.get(new RunKey(ended.id(), ended.run()));
            if (run == null || !run.open() || !isOf(owner.tenant(), state, ended.chat())) {
                throw new IllegalStateException("the run is not in progress");
            }
            state.runs.put(run.key(), run.ended(ended));
            return state.put(state.rounds.get(ended.id()).with(ended));
        });
    }

    private void requireTransaction() {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
    }
}
