package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.TenantChats;
import com.ones1ght.domain.shared.NotFoundException;

/** Reads a chat as it is stored; nobody looks at its backend for it. */
public final class GetTenantChatService implements GetTenantChatUseCase {

    private final TenantChats chats;

    public GetTenantChatService(TenantChats chats) {
        this.chats = chats;
    }

    @Override
    public TenantChat get(Query query) {
        return chats.chat(query.tenant(), query.chat()).orElseThrow(NotFoundException::new);
    }
}
