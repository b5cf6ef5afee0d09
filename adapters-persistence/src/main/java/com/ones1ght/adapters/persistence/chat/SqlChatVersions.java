package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.chat.port.ChatVersions;
import com.ones1ght.domain.chat.ChatId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sums up the versions of rounds. */
final class SqlChatVersions implements ChatVersions {

    private static final String VERSIONS = """
            SELECT /* all tenants */ chat_id, sum(version)::bigint AS version FROM round WHERE chat_id = ANY (:chats) GROUP BY chat_id""";

    private final Sql sql;

    SqlChatVersions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<ChatId, Long> of(Collection<ChatId> chats) {
        return sql
                .statement(VERSIONS)
                .bind("chats", chats.stream().map(ChatId::value).toArray(UUID[]::new))
                .list(row -> Map.entry(row.id("chat_id", ChatId::new), row.number("version")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
