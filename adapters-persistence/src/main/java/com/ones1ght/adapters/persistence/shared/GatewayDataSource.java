package com.ones1ght.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens the connections of the server's pool, which {@link SharedPersistence} defines, on any server: the address is read
 * from the settings here, since the definition can refer to them on one server only, and broken connections are renewed
 * here ({@link RenewedConnection}), since servers find them by settings of their own. {@link ConnectionLimit} limits the
 * number of connections.
 *
 * <p>An unusable URL is reported by the first connection, in a message that names the setting: containers replace
 * exceptions of setters by messages of their own.
 */
public final class GatewayDataSource extends PGSimpleDataSource {

    /** The JNDI name of the pool. */
    public static final String NAME = "java:app/jdbc/ones1ght";

    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(GatewayDataSource.class.getName());

    static final String APPLICATION_NAME = "ones1ght-gateway";

    /** Of all instances: an application has one pool, and servers may copy the data source. */
    private static final PoolFailures FAILURES = new PoolFailures();

    private transient volatile @Nullable DatabaseAddress address;

    /** Made by the server. */
    public GatewayDataSource() {}

    GatewayDataSource(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public Connection getConnection() throws SQLException {
        DatabaseAddress known = address;
        if (known == null) {
            known = DatabaseAddress.of(config());
            address = known;
        }
        DatabaseAddress database = known;
        return RenewedConnection.open(() -> database.open(APPLICATION_NAME), FAILURES);
    }

    /** By the loader of this class: pools open connections on threads of the server, too. */
    private static Config config() throws SQLException {
        try {
            return ConfigProvider.getConfig(GatewayDataSource.class.getClassLoader());
        } catch (IllegalStateException e) {
            // GlassFish connects before anything else of the application runs, and hides the message of the exception.
            String lack =
                    "This server offers the application no MicroProfile Config. The gateway requires Jakarta EE 10 and"
                            + " MicroProfile 6.1: deploy it on Payara, WildFly or Open Liberty.";
            LOG.log(System.Logger.Level.ERROR, lack);
            throw new SQLException(lack, e);
        }
    }

    /** Servers pass the user and password of the definition, which has none. */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return getConnection();
    }
}
