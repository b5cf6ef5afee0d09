package com.ones1ght.application.chat.port;

import com.ones1ght.application.chat.ChatFilter;
import com.ones1ght.application.chat.TenantChat;
import com.ones1ght.application.chat.TenantChatPage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.tenant.TenantId;
import java.util.Optional;

/** The conversations of all shoppers of a tenant, for its admins; each method is one statement. */
public interface TenantChats {

    /** A page of the chats that fit, sorted by creation, equal times by id as its text compares. */
    TenantChatPage page(TenantId tenant, ChatFilter filter, PageRequest page);

    /** A chat with all its rounds in order; empty when the tenant has none of this id. */
    Optional<TenantChat> chat(TenantId tenant, ChatId chat);
}
