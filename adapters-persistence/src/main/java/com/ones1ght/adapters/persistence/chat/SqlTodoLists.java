package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.PackedTexts;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.chat.port.TodoLists;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shopping lists of rounds: values and the document that is made of them, always written together. A changed one is in
 * the row of its round, and takes precedence over the one that the run has packed.
 */
final class SqlTodoLists implements TodoLists {

    private static final String FIND = """
            SELECT r.run_no, r.language, r.todos, r.todo_result, r.guard_result, p.store_id, %s
              FROM profile p
              JOIN chat c ON c.profile_id = p.id AND c.tenant_id = p.tenant_id
              JOIN round r ON r.chat_id = c.id AND r.tenant_id = c.tenant_id
             WHERE p.id = :profile AND p.tenant_id = :owner.tenant AND p.key_line_id = :owner.line
               AND c.id = :chat AND r.id = :round""".formatted(PackedTexts.COLUMNS);

    /**
     * After a wait for the lock the row is read again: it is the latest. What is packed is as old as the statement; a list
     * that its caller has found before is in it.
     */
    private static final String LOCK = FIND + " FOR NO KEY UPDATE OF r";

    private static final String SAVE = """
            UPDATE round
               SET todos = :document, todo_result = :items, list_changed_at = greatest(list_changed_at, :now),
                   version = version + 1
             WHERE id = :round AND tenant_id = :owner.tenant""";

    private final Sql sql;

    SqlTodoLists(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ListedRound> find(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return read(FIND, owner, profile, chat, round);
    }

    @Override
    public Optional<ListedRound> lock(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return read(LOCK, owner, profile, chat, round);
    }

    private Optional<ListedRound> read(String text, Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return sql.statement(text)
                .bind("owner", owner)
                .bind("profile", profile)
                .bind("chat", chat)
                .bind("round", round)
                .first(SqlTodoLists::round);
    }

    private static ListedRound round(Row row) {
        return new ListedRound(
                row.integer("run_no"),
                row.textOrNull("store_id", StoreId::new),
                row.constant("language", Language.class),
                RunCodec.readGuard(row),
                todos(PackedTexts.of(row)));
    }

    private static @Nullable ListedTodos todos(PackedTexts texts) {
        JsonFragment document = texts.jsonOrNull("todos");
        String items = texts.textOrNull("todo_result");
        return document == null || items == null
                ? null
                : new ListedTodos(new TodoList(RunCodec.readTodos(items)), document);
    }

    @Override
    public void save(Owner owner, RoundId round, TodoList list, JsonFragment document, Instant now) {
        List<TodoItem> items = list.items();
        sql.statement(SAVE)
                .bind("owner", owner)
                .bind("round", round)
                .bind("document", document)
                .bind("items", items)
                .bind("now", now)
                .update();
    }
}
