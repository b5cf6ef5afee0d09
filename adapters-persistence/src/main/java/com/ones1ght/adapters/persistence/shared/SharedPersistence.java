package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.NodeSignals;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Provides the container's transactions and connections to the repositories. */
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

    private @Nullable PostgresNodeSignals signals;

    /** Bound to the calling thread's transaction; safe to share. */
    @Produces
    @PersistenceContext(unitName = "ones1ght")
    private EntityManager entities;

    /** Also the {@link com.ones1ght.application.shared.port.UnitOfWork} of the use cases. */
    @Produces
    @ApplicationScoped
    public Transactions transactions() {
        return new JtaTransactions(transaction, entities);
    }

    /** SQL in the calling thread's transaction; safe to share. */
    @Produces
    @Singleton
    @Typed(Sql.class)
    public Sql sql() {
        return new Sql(new Connections(dataSource, entities, transactions()));
    }

    /** Signals on a connection outside of the pool, kept until the application stops. */
    @Produces
    @ApplicationScoped
    public NodeSignals nodeSignals(
            @ConfigProperty(name = "ones1ght.db.url") Optional<String> url,
            @ConfigProperty(name = "ones1ght.db.user") Optional<String> user,
            @ConfigProperty(name = "ones1ght.db.password") Optional<String> password) {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        properties.setProperty("ApplicationName", SIGNALS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "10");
        // Not the DriverManager, which hides an application's driver from threads with another class loader.
        Driver driver = new Driver();
        PostgresNodeSignals started = new PostgresNodeSignals(() -> open(driver, url.orElse(""), properties), threads);
        started.start();
        signals = started;
        return started;
    }

    private static Connection open(Driver driver, String url, Properties properties) throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("ones1ght.db.url is not a JDBC URL of PostgreSQL");
        }
        return connection;
    }

    @PreDestroy
    void stop() {
        if (signals != null) {
            signals.close();
        }
    }
}
