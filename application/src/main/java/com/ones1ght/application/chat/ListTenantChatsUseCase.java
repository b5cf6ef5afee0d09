package com.ones1ght.application.chat;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Lists the conversations of all shoppers of a tenant. */
public interface ListTenantChatsUseCase {

    /** @return an empty page when nothing fits the filter */
    TenantChatPage list(Query query);

    /**
     * @param tenant whose conversations
     * @param filter which of them are wanted
     * @param page which part of those
     */
    record Query(TenantId tenant, ChatFilter filter, PageRequest page) {

        public Query {
            Require.notNull(tenant, "tenant_id");
            Require.notNull(filter, "filter");
            Require.notNull(page, "page");
        }
    }
}
