package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.chat.port.ChatVersions;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.TenantChatQueries;
import com.ones1ght.application.chat.port.TodoLists;
import com.ones1ght.application.credit.port.CreditLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the stored chats and the queue of runs. */
@ApplicationScoped
public class ChatPersistence {

    @Produces
    @ApplicationScoped
    public Chats chats(Sql sql) {
        return new SqlChats(sql);
    }

    @Produces
    @ApplicationScoped
    public NewRuns newRuns(Sql sql, Transactions transactions) {
        return new SqlNewRuns(sql, transactions);
    }

    @Produces
    @ApplicationScoped
    public ChatQueries chatQueries(Sql sql) {
        return new SqlChatQueries(sql);
    }

    @Produces
    @ApplicationScoped
    public ChatVersions chatVersions(Sql sql) {
        return new SqlChatVersions(sql);
    }

    @Produces
    @ApplicationScoped
    public TodoLists todoLists(Sql sql) {
        return new SqlTodoLists(sql);
    }

    @Produces
    @ApplicationScoped
    public TenantChatQueries tenantChatQueries(Sql sql) {
        return new SqlTenantChatQueries(sql);
    }

    @Produces
    @ApplicationScoped
    public RunQueue runQueue(Sql sql, CreditLedger credits, Transactions transactions) {
        return new SqlRunQueue(sql, credits, transactions);
    }
}
