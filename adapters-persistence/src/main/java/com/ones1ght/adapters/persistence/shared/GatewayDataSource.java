package com.ones1ght.adapters.persistence.shared;

import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Defines Payara's connection pool, and opens its connections. A pooled connection is validated when it is handed out,
 * at most once a second; when one is broken, all are replaced, so a restart of the database fails a few requests and
 * needs no restart of the server. While the database is down, requests fail at once, or after two seconds when packets
 * are dropped silently. While all connections are in use, a request waits up to five seconds: right after the start,
 * while the code is still slow, a burst is answered late rather than refused. A query without an answer times out after
 * ten seconds.
 *
 * <p>An unusable URL is reported by the first connection, in a message that names the setting: containers replace
 * exceptions of setters by messages of their own.
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

    /** The JNDI name of the pool. */
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
        // Containers that cannot resolve the setting pass the expression itself.
        if (url.isBlank() || url.startsWith("${")) {
            return;
        }
        try {
            super.setUrl(url);
            problem = null;
        } catch (IllegalArgumentException e) {
            // Without the value, which may contain a password.
            problem = "ones1ght.db.url must be a JDBC URL of PostgreSQL, for example " + EXAMPLE + ".";
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
