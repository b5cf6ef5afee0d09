package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.chat.port.ChatViews;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.TenantChats;
import com.ones1ght.application.credit.port.CreditLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes the ports of chats and runs available to use cases. */
@ApplicationScoped
public class ChatPersistence {

    /** The chats, locked. */
    @Produces
    @ApplicationScoped
    public Chats chats(Sql sql) {
        return new SqlChats(sql);
    }

    /** The runs that kickoffs start. */
    @Produces
    @ApplicationScoped
    public NewRuns newRuns(Sql sql, Transactions transactions) {
        return new SqlNewRuns(sql, transactions);
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
