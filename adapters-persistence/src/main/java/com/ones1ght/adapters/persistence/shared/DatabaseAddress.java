package com.ones1ght.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
    private static final String ANSWER_TIMEOUT = "socketTimeout";
    private static final Duration MAX_LOGIN_STEP = Duration.ofSeconds(2);
    private static final Duration MAX_ANSWER = Duration.ofSeconds(10);
    private static final String EXAMPLE = "jdbc:postgresql://db:5432/ones1ght";

    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;

    /** What the URL says besides; empty if it is not one of PostgreSQL. */
    private final Optional<Properties> options;

    private final Optional<DatabaseMembers> members;

    DatabaseAddress(String url, Optional<String> user, Optional<String> password) {
        this.url = url.strip();
        this.user = user;
        this.password = password;
        this.options = Optional.ofNullable(Driver.parseURL(this.url, null));
        this.members = options.map(known -> new DatabaseMembers(this.url, known));
    }

    static DatabaseAddress of(Config config) {
        return new DatabaseAddress(
                config.getOptionalValue(URL, String.class).orElse(""),
                config.getOptionalValue("ones1ght.db.user", String.class),
                config.getOptionalValue("ones1ght.db.password", String.class));
    }

    /**
     * Opens a connection. Gives up a member of a cluster that drops packets after two seconds, and one that accepts them
     * and does not answer, as a machine that hangs, after two seconds or twice as long; later a statement without an
     * answer after ten, unless the URL says otherwise.
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
        properties.setProperty("connectTimeout", String.valueOf(MAX_LOGIN_STEP.toSeconds()));
        properties.setProperty(ANSWER_TIMEOUT, String.valueOf(MAX_LOGIN_STEP.toSeconds()));
        properties.setProperty("prepareThreshold", "3");
        Connection connection = members.orElseThrow().open(properties);
        if (options.orElseThrow().getProperty(ANSWER_TIMEOUT) == null) {
            connection.setNetworkTimeout(Runnable::run, (int) MAX_ANSWER.toMillis());
        }
        return connection;
    }
}
