package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.chat.port.ChatViews;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.TenantChats;
import com.ones1ght.application.credit.port.CreditLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Gives the stored chats, and the queue of runs, to the use cases. */
@ApplicationScoped
public class ChatPersistence {

    /** The chats, for writing. */
    @Produces
    @ApplicationScoped
    public Chats chats(Sql sql, Transactions transactions) {
        return new SqlChats(sql, transactions);
    }

    /** The chats, for reading. */
    @Produces
    @ApplicationScoped
    public ChatViews chatViews(Sql sql) {
        return new SqlChatViews(sql);
    }

    /** The chats, for the tenant's admins. */
    @Produces
    @ApplicationScoped
    public TenantChats tenantChats(Sql sql) {
        return new SqlTenantChats(sql);
    }

    /** The runs that are not settled. */
    @Produces
    @ApplicationScoped
    public RunQueue runQueue(Sql sql, CreditLedger credits, Transactions transactions) {
        return new SqlRunQueue(sql, credits, transactions);
    }
}
