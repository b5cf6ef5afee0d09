package com.ones1ght.adapters.persistence.shared;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the schema of a database up to what this version needs. Several nodes may do so at the same time. */
public final class DatabaseMigration {

    private static final String LOCATION = "classpath:db/migration";

    private final DataSource dataSource;
    private final String location;

    public DatabaseMigration(DataSource dataSource) {
        this(dataSource, LOCATION);
    }

    /** @param location where the migrations are, in Flyway's terms */
    DatabaseMigration(DataSource dataSource, String location) {
        this.dataSource = dataSource;
        this.location = location;
    }

    /**
     * Applies what is missing, and nothing when all is there.
     *
     * @throws IllegalStateException with a sentence for operators when the migrations are missing, the database cannot be
     *     reached, or its schema is none of this product's
     */
    public void run() {
        try {
            Flyway flyway = Flyway.configure(DatabaseMigration.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations(location)
                    .load();
            checkComplete(flyway);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new IllegalStateException(
                    "The database schema could not be brought up to date. Check ones1ght.db.url, ones1ght.db.user and"
                            + " ones1ght.db.password, and that the user may create tables: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Flyway takes an absent or unreadable folder for one in which there is nothing to do. Migrations are numbered from
     * 1 without gaps, and a package of the newest version alone would find a database of none.
     */
    private void checkComplete(Flyway flyway) {
        MigrationInfo[] found = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .toArray(MigrationInfo[]::new);
        if (found.length == 0) {
            throw new IllegalStateException("The application has no database migrations in " + location
                    + ": its package is incomplete, or this server cannot read them.");
        }
        for (int i = 0; i < found.length; i++) {
            String expected = Integer.toString(i + 1);
            if (!found[i].getVersion().getVersion().equals(expected)) {
                throw new IllegalStateException("The application lacks the database migration V" + expected + " in "
                        + location + ": its package is incomplete.");
            }
        }
    }
}
