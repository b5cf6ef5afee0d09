package com.ones1ght.adapters.persistence.shared;

import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The pool of connections, as Payara makes it, and what opens them. A pooled connection is checked when it is handed out,
 * at most once a second; when one is broken all are renewed. So a restart of the database costs a few requests and no
 * restart of the server. While the database is away a request is refused at once, or after two seconds where the network
 * says nothing. While all connections are in use a request waits up to five seconds for one: a burst on a server that
 * has just started, whose code is still slow, is then answered late rather than refused. A database that accepts
 * connections and then says nothing is given up after ten.
 *
 * <p>A URL that cannot be used is reported by the first connection, in a sentence that names the setting: containers
 * replace what a setter throws by a message of their own.
 */
@DataSourceDefinition(
        name = GatewayDataSource.NAME,
        className = "com.ones1ght.adapters.persistence.shared.GatewayDataSource",
        url = "${MPCONFIG=ones1ght.db.url}",
        user = "${MPCONFIG=ones1ght.db.user}",
        password = "${MPCONFIG=ones1ght.db.password}",
        minPoolSize = PoolSize.MIN,
        maxPoolSize = PoolSize.DEFAULT,
        maxIdleTime = 300,
        properties = {
            "applicationName=ones1ght-gateway",
            "tcpKeepAlive=true",
            "connectTimeout=2",
            "socketTimeout=10",
            "prepareThreshold=3",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true",
            "fish.payara.max-wait-time-in-millis=5000",
            "fish.payara.connection-creation-retry-attempts=0",
            "fish.payara.allow-non-component-callers=true"
        })
public final class GatewayDataSource extends PGSimpleDataSource {

    /** Where the pool is found. */
    public static final String NAME = "java:app/jdbc/ones1ght";

    private static final long serialVersionUID = 1L;

    private static final String EXAMPLE = "jdbc:postgresql://db:5432/ones1ght";

    private @Nullable String problem =
            "ones1ght.db.url is not set: set it to the JDBC URL of a PostgreSQL, for example " + EXAMPLE
                    + ", and ones1ght.db.user and ones1ght.db.password with it.";

    @Override
    public void setURL(String url) {
        setUrl(url);
    }

    @Override
    public void setUrl(String url) {
        // A container that does not know the setting leaves the expression as it is.
        if (url.isBlank() || url.startsWith("${")) {
            return;
        }
        try {
            super.setUrl(url);
            problem = null;
        } catch (IllegalArgumentException e) {
            // Without the value, which may hold a password.
            problem = "ones1ght.db.url has to be a JDBC URL of PostgreSQL, for example " + EXAMPLE + ".";
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        checkUrl();
        return super.getConnection();
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        checkUrl();
        return super.getConnection(user, password);
    }

    private void checkUrl() throws SQLException {
        if (problem != null) {
            throw new SQLException(problem);
        }
    }
}
