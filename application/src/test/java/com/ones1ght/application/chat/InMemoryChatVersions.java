package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ChatVersions;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.domain.chat.ChatId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The versions of chats in memory. */
public final class InMemoryChatVersions implements ChatVersions {

    private final InMemoryDatabase database;

    public InMemoryChatVersions(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Map<ChatId, Long> of(Collection<ChatId> chats) {
        return database.with(state -> state.rounds.values().stream()
                .filter(row -> chats.contains(row.round().chat()))
                .collect(Collectors.groupingBy(
                        row -> row.round().chat(),
                        Collectors.summingLong(
                                row -> state.versions.get(row.round().id())))));
    }
}
