package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.TodoLists;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState.ChatRow;
import com.ones1ght.application.shared.InMemoryState.RoundRow;
import com.ones1ght.application.shared.InMemoryState.SessionForm;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.TodoList;
import java.time.Instant;
import java.util.Optional;

/** Shopping lists in memory. */
public final class InMemoryTodoLists implements TodoLists {

    private final InMemoryDatabase database;

    public InMemoryTodoLists(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<ListedRound> find(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return database.with(state -> {
            ChatRow found = state.chats.get(chat);
            RoundRow row = state.rounds.get(round);
            return found != null
                            && row != null
                            && found.owner().equals(owner)
                            && found.profile().equals(profile)
                            && row.round().chat().equals(chat)
                    ? Optional.of(new ListedRound(
                            row.round().run(),
                            state.profiles.get(profile).facts().store(),
                            row.round().language(),
                            row.result().guard(),
                            row.todos() == null
                                    ? null
                                    : new ListedTodos(row.result().list(), row.todos())))
                    : Optional.empty();
        });
    }

    @Override
    public Optional<ListedRound> lock(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        requireTransaction();
        return find(owner, profile, chat, round);
    }

    @Override
    public void save(Owner owner, RoundId round, TodoList list, JsonFragment document, Instant now) {
        requireTransaction();
        database.with(state -> {
            RoundRow row = state.rounds.get(round);
            RoundResult result = row.result();
            return state.put(new RoundRow(
                    touched(row.round(), now),
                    document,
                    row.recommendedItems(),
                    row.notifications(),
                    row.guard(),
                    new RoundResult(list.items(), result.recommendedItems(), result.notifications(), result.guard()),
                    beforeTheChange(row)));
        });
    }

    private static SessionForm beforeTheChange(RoundRow row) {
        SessionForm form = row.session();
        return new SessionForm(
                form.shoppingList(),
                form.backList(),
                form.updatedAt() == null ? row.round().updatedAt() : form.updatedAt());
    }

    private static Round touched(Round round, Instant now) {
        return new Round(
                round.id(),
                round.chat(),
                round.number(),
                round.run(),
                round.prompt(),
                round.language(),
                round.state(),
                round.progress(),
                round.backListStatus(),
                round.failure(),
                round.createdAt(),
                now);
    }

    private void requireTransaction() {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
    }
}
