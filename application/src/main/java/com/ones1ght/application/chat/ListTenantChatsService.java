package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.TenantChats;

/** Reads a page of a tenant's chats. */
public final class ListTenantChatsService implements ListTenantChatsUseCase {

    private final TenantChats chats;

    public ListTenantChatsService(TenantChats chats) {
        this.chats = chats;
    }

    @Override
    public TenantChatPage list(Query query) {
        return chats.page(query.tenant(), query.filter(), query.page());
    }
}
