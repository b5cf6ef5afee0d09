package com.ones1ght.application.chat.port;

import com.ones1ght.application.chat.ChatFilter;
import com.ones1ght.application.chat.TenantChat;
import com.ones1ght.application.chat.TenantChatPage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.tenant.TenantId;
import java.util.Optional;

/** The chats of a tenant, for its admins; each method is one statement on the database. */
public interface TenantChatQueries {

    /** A page of the chats that match, sorted by creation time, then by the text of the id. */
    TenantChatPage page(TenantId tenant, ChatFilter filter, PageRequest page);

    /** A chat with all its rounds in order; empty if the tenant has no such chat. */
    Optional<TenantChat> chat(TenantId tenant, ChatId chat);
}
