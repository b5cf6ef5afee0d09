package com.ones1ght.adapters.persistence.shared;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema of a database up to what this version needs. Several nodes may do so at the same time. */
public final class DatabaseMigration {

    private static final String LOCATION = "classpath:db/migration";

    private final DataSource dataSource;

    public DatabaseMigration(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Applies what is missing, and nothing when all is there.
     *
     * @throws IllegalStateException with a sentence for operators when the database cannot be reached, or its schema
     *     is none of this product's
     */
    public void run() {
        try {
            Flyway.configure(DatabaseMigration.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations(LOCATION)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new IllegalStateException(
                    "The database schema could not be brought up to date. Check ones1ght.db.url, ones1ght.db.user and"
                            + " ones1ght.db.password, and that the user may create tables: " + e.getMessage(),
                    e);
        }
    }
}
