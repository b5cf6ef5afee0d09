package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is read of chats. */
final class CountingQueries implements ChatQueries {

    final AtomicInteger documents = new AtomicInteger();
    final AtomicInteger heads = new AtomicInteger();
    private final ChatQueries queries;
    private volatile Runnable afterHead = () -> {};

    CountingQueries(ChatQueries queries) {
        this.queries = queries;
    }

    /** Does something right after the next head was read. */
    void afterNextHead(Runnable action) {
        afterHead = action;
    }

    @Override
    public Optional<ChatView> chat(Owner owner, ProfileId profile, ChatId chat) {
        documents.incrementAndGet();
        return queries.chat(owner, profile, chat);
    }

    @Override
    public Optional<ChatView> round(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        documents.incrementAndGet();
        return queries.round(owner, profile, chat, round);
    }

    @Override
    public Optional<ChatHead> head(Owner owner, ProfileId profile, ChatId chat) {
        heads.incrementAndGet();
        Optional<ChatHead> head = queries.head(owner, profile, chat);
        Runnable action = afterHead;
        afterHead = () -> {};
        action.run();
        return head;
    }

    @Override
    public Optional<RoundResult> result(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return queries.result(owner, profile, chat, round);
    }

    @Override
    public Optional<ChatPage> page(Owner owner, ProfileId profile, PageRequest page) {
        return queries.page(owner, profile, page);
    }

    @Override
    public Optional<ChatPage.Extent> extent(Owner owner, ProfileId profile, PageRequest page) {
        return queries.extent(owner, profile, page);
    }
}
