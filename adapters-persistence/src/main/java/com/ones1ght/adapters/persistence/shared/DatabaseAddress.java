package com.ones1ght.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;

/**
 * Where the database is and who may use it: {@code ones1ght.db.url}, {@code ones1ght.db.user} and
 * {@code ones1ght.db.password}.
 */
final class DatabaseAddress {

    private static final String URL = "ones1ght.db.url";
    private static final String EXAMPLE = "jdbc:postgresql://db:5432/ones1ght";

    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;

    /** Empty if the URL is not one of PostgreSQL. */
    private final Optional<DatabaseMembers> members;

    DatabaseAddress(String url, Optional<String> user, Optional<String> password) {
        this.url = url.strip();
        this.user = user;
        this.password = password;
        this.members = Optional.ofNullable(Driver.parseURL(this.url, null))
                .map(options -> new DatabaseMembers(this.url, options));
    }

    static DatabaseAddress of(Config config) {
        return new DatabaseAddress(
                config.getOptionalValue(URL, String.class).orElse(""),
                config.getOptionalValue("ones1ght.db.user", String.class),
                config.getOptionalValue("ones1ght.db.password", String.class));
    }

    /**
     * Opens a connection. Gives up after two seconds when packets are dropped silently, and on a statement without an
     * answer after ten.
     *
     * @param applicationName shown in {@code pg_stat_activity}
     * @throws SQLException with a message that names the setting when the URL is missing or invalid
     */
    Connection open(String applicationName) throws SQLException {
        if (url.isEmpty()) {
            throw new SQLException(URL + " is not set: set it to the JDBC URL of a PostgreSQL, for example " + EXAMPLE
                    + ", and ones1ght.db.user and ones1ght.db.password with it.");
        }
        if (members.isEmpty()) {
            // Without the value, which may contain a password.
            throw new SQLException(URL + " must be a JDBC URL of PostgreSQL, for example " + EXAMPLE + ".");
        }
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("prepareThreshold", "3");
        return members.orElseThrow().open(properties);
    }
}
