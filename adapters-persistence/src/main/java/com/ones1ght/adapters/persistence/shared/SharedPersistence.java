package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.NodeSignals;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Provides the container's transactions and connections to the repositories. Defines the connection pool, since Open
 * Liberty looks for definitions on beans and other components only.
 */
@DataSourceDefinition(
        name = GatewayDataSource.NAME,
        className = "com.ones1ght.adapters.persistence.shared.GatewayDataSource",
        minPoolSize = ConnectionLimit.MIN,
        maxPoolSize = ConnectionLimit.MAX,
        maxIdleTime = 300,
        properties = {
            // WildFly requires a property that the class has.
            "applicationName=" + GatewayDataSource.APPLICATION_NAME,
            // Otherwise Payara remembers the threads of managed factories, and with them each deployment. Others ignore
            // it.
            "fish.payara.allow-non-component-callers=true"
        })
@ApplicationScoped
public class SharedPersistence {

    /** The {@code application_name} of the connections on which nodes listen for signals. */
    static final String SIGNALS = "ones1ght-gateway signals";

    @Resource(lookup = GatewayDataSource.NAME)
    private DataSource dataSource;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "ones1ght.db.pool-size", defaultValue = "" + ConnectionLimit.DEFAULT)
    private int poolSize;

    private ConnectionLimit limit;
    private JpaConnection jpa;
    private @Nullable PostgresNodeSignals signals;

    /** Bound to the calling thread's transaction; safe to share. */
    @Produces
    @PersistenceContext(unitName = "ones1ght")
    private EntityManager entities;

    @PostConstruct
    void start() {
        limit = new ConnectionLimit(poolSize);
        jpa = new JpaConnection(entities);
    }

    /** Of the pool of this node. */
    @Produces
    @Singleton
    @Typed(ConnectionLimit.class)
    public ConnectionLimit limit() {
        return limit;
    }

    /** Also the {@link com.ones1ght.application.shared.port.UnitOfWork} of the use cases. */
    @Produces
    @ApplicationScoped
    public Transactions transactions() {
        return new JtaTransactions(transaction, jpa, limit);
    }

    /** SQL in the calling thread's transaction; safe to share. */
    @Produces
    @Singleton
    @Typed(Sql.class)
    public Sql sql() {
        return new Sql(new Connections(dataSource, limit, jpa, transactions()));
    }

    /** Signals on a connection outside of the pool, kept until the application stops. */
    @Produces
    @ApplicationScoped
    public NodeSignals nodeSignals(Config config) {
        DatabaseAddress database = DatabaseAddress.of(config);
        PostgresNodeSignals started = new PostgresNodeSignals(() -> database.open(SIGNALS), threads);
        started.start();
        signals = started;
        return started;
    }

    @PreDestroy
    void stop() {
        if (signals != null) {
            signals.close();
        }
    }
}
