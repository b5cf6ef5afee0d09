package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ChatViews;
import com.ones1ght.domain.shared.NotFoundException;

/** Reads a page of chats. */
public final class ListChatsService implements ListChatsUseCase {

    private final ChatViews views;

    public ListChatsService(ChatViews views) {
        this.views = views;
    }

    @Override
    public ChatPage list(Query query) {
        return views.page(query.owner(), query.profile(), query.page()).orElseThrow(NotFoundException::new);
    }
}
