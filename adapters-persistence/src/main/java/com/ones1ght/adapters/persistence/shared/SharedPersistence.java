package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.NodeSignals;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
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

/** Gives the container's transactions and connections to the repositories. */
@ApplicationScoped
public class SharedPersistence {

    /** By this name the connection of each node that listens for signals is known to the database. */
    static final String SIGNALS = "ones1ght-gateway signals";

    @Resource(lookup = GatewayDataSource.NAME)
    private DataSource dataSource;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable PostgresNodeSignals signals;

    /** Follows the calling thread's transaction; safe to share. */
    @Produces
    @PersistenceContext(unitName = "ones1ght")
    private EntityManager entities;

    /** The unit of work is the same object. */
    @Produces
    @ApplicationScoped
    public Transactions transactions() {
        return new JtaTransactions(transaction, entities);
    }

    /** Plain statements; stateless. */
    @Produces
    @Typed(Sql.class)
    public Sql sql() {
        return new Sql(new Connections(dataSource, entities, transactions()));
    }

    /** Signals on a connection beside the pool, which is held for as long as the application runs. */
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
        // The driver itself: a driver manager does not show one application's driver to the threads of another.
        Driver driver = new Driver();
        PostgresNodeSignals started = new PostgresNodeSignals(() -> open(driver, url.orElse(""), properties), threads);
        started.start();
        signals = started;
        return started;
    }

    private static Connection open(Driver driver, String url, Properties properties) throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("ones1ght.db.url is no address of a PostgreSQL");
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
