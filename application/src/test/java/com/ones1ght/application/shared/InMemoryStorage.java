package com.ones1ght.application.shared;

import com.ones1ght.application.access.InMemoryApiKeys;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.audit.InMemoryAuditLog;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.chat.InMemoryChatQueries;
import com.ones1ght.application.chat.InMemoryChatVersions;
import com.ones1ght.application.chat.InMemoryChats;
import com.ones1ght.application.chat.InMemoryNewRuns;
import com.ones1ght.application.chat.InMemoryRunQueue;
import com.ones1ght.application.chat.InMemoryTodoLists;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.chat.port.ChatVersions;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.application.chat.port.TodoLists;
import com.ones1ght.application.credit.InMemoryCreditLedger;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.event.InMemoryEventLog;
import com.ones1ght.application.event.InMemoryShopperPositions;
import com.ones1ght.application.event.InMemorySignageOutbox;
import com.ones1ght.application.event.InMemoryTriggeredRounds;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.ShopperPositions;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.profile.InMemoryProfiles;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.signage.InMemoryRecentPassages;
import com.ones1ght.application.signage.port.RecentPassages;
import com.ones1ght.application.tenant.InMemoryTenants;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.application.visit.InMemoryChatSessionViews;
import com.ones1ght.application.visit.InMemoryChatSessions;
import com.ones1ght.application.visit.InMemoryVisitQueries;
import com.ones1ght.application.visit.InMemoryVisits;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.application.visit.port.Visits;

/** All storage ports on one {@link InMemoryDatabase}. */
public final class InMemoryStorage implements StorageFixture {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryTenants tenants = new InMemoryTenants(database);
    private final InMemoryApiKeys apiKeys = new InMemoryApiKeys(database);
    private final InMemoryAuditLog auditLog = new InMemoryAuditLog(database);
    private final InMemoryCreditLedger credits = new InMemoryCreditLedger(database);
    private final InMemoryProfiles profiles = new InMemoryProfiles(database, credits);
    private final InMemoryChats chats = new InMemoryChats(database);
    private final InMemoryNewRuns newRuns = new InMemoryNewRuns(database, credits);
    private final InMemoryChatQueries chatQueries = new InMemoryChatQueries(database);
    private final InMemoryChatVersions chatVersions = new InMemoryChatVersions(database);
    private final InMemoryTodoLists todoLists = new InMemoryTodoLists(database);
    private final InMemoryRunQueue runQueue = new InMemoryRunQueue(database, credits);
    private final InMemoryVisits visits = new InMemoryVisits(database);
    private final InMemoryVisitQueries visitQueries = new InMemoryVisitQueries(database);
    private final InMemoryChatSessions chatSessions = new InMemoryChatSessions(database);
    private final InMemoryChatSessionViews chatSessionViews = new InMemoryChatSessionViews(database);

    private final InMemoryEventLog eventLog = new InMemoryEventLog(database);
    private final InMemoryTriggeredRounds triggeredRounds = new InMemoryTriggeredRounds(database);
    private final InMemoryShopperPositions shopperPositions = new InMemoryShopperPositions(database);
    private final InMemorySignageOutbox signageOutbox = new InMemorySignageOutbox(database);
    private final InMemoryRecentPassages recentPassages = new InMemoryRecentPassages(database);

    @Override
    public Tenants tenants() {
        return tenants;
    }

    @Override
    public ApiKeys apiKeys() {
        return apiKeys;
    }

    @Override
    public AuditLog auditLog() {
        return auditLog;
    }

    @Override
    public CreditLedger credits() {
        return credits;
    }

    @Override
    public Profiles profiles() {
        return profiles;
    }

    @Override
    public Chats chats() {
        return chats;
    }

    @Override
    public NewRuns newRuns() {
        return newRuns;
    }

    @Override
    public ChatQueries chatQueries() {
        return chatQueries;
    }

    @Override
    public ChatVersions chatVersions() {
        return chatVersions;
    }

    @Override
    public TodoLists todoLists() {
        return todoLists;
    }

    @Override
    public InMemoryRunQueue runQueue() {
        return runQueue;
    }

    @Override
    public Visits visits() {
        return visits;
    }

    @Override
    public VisitQueries visitQueries() {
        return visitQueries;
    }

    @Override
    public ChatSessions chatSessions() {
        return chatSessions;
    }

    @Override
    public ChatSessionViews chatSessionViews() {
        return chatSessionViews;
    }

    @Override
    public EventLog eventLog() {
        return eventLog;
    }

    @Override
    public TriggeredRounds triggeredRounds() {
        return triggeredRounds;
    }

    @Override
    public ShopperPositions shopperPositions() {
        return shopperPositions;
    }

    @Override
    public RecentPassages recentPassages() {
        return recentPassages;
    }

    @Override
    public SignageOutbox signageOutbox() {
        return signageOutbox;
    }

    @Override
    public InMemoryDatabase unitOfWork() {
        return database;
    }
}
