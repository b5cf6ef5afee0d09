package com.ones1ght.adapters.persistence.event;

import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.ShopperPositions;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.signage.port.RecentPassages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the stored events and deliveries. */
@ApplicationScoped
public class EventPersistence {

    @Produces
    @ApplicationScoped
    public EventLog eventLog(Sql sql, Transactions transactions) {
        return new SqlEventLog(sql, transactions);
    }

    @Produces
    @ApplicationScoped
    public TriggeredRounds triggeredRounds(Sql sql) {
        return new SqlTriggeredRounds(sql, Ticker.systemTicker());
    }

    @Produces
    @ApplicationScoped
    public RecentPassages recentPassages(Sql sql) {
        return new SqlRecentPassages(sql);
    }

    @Produces
    @ApplicationScoped
    public SignageOutbox signageOutbox(Sql sql, Transactions transactions) {
        return new SqlSignageOutbox(sql, transactions);
    }

    @Produces
    @ApplicationScoped
    public ShopperPositions shopperPositions(Sql sql) {
        return new SqlShopperPositions(sql);
    }
}
