package com.ones1ght.adapters.persistence.shared;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The pool of connections, as Payara makes it. A connection is checked when it is handed out, at most once a second;
 * when one is broken all are renewed. So a restart of the database costs a few requests and no restart of the server.
 * While the database is away a request is refused at once, or after two seconds where the network says nothing. While
 * all connections are in use a request waits up to five seconds for one: a burst on a server that has just started,
 * whose code is still slow, is then answered late rather than refused. A database that accepts connections and then says nothing is given up after ten.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = GatewayDataSource.NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=ones1ght.db.url}",
        user = "${MPCONFIG=ones1ght.db.user}",
        password = "${MPCONFIG=ones1ght.db.password}",
        minPoolSize = 8,
        maxPoolSize = 32,
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
public class GatewayDataSource {

    /** Where the pool is found. */
    public static final String NAME = "java:app/jdbc/ones1ght";
}
