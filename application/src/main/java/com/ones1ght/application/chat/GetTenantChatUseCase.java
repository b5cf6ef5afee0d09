package com.ones1ght.application.chat;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Shows a tenant one of its conversations, with what went on behind it. */
public interface GetTenantChatUseCase {

    /** @throws com.ones1ght.domain.shared.NotFoundException when the tenant has no such chat */
    TenantChat get(Query query);

    /**
     * @param tenant who asks
     * @param chat which
     */
    record Query(TenantId tenant, ChatId chat) {

        public Query {
            Require.notNull(tenant, "tenant_id");
            Require.notNull(chat, "chat_id");
        }
    }
}
