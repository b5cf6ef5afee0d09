package com.ones1ght.adapters.persistence.shared;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Migrates the schema to this version. Several nodes may do so at the same time. */
public final class DatabaseMigration {

    private static final String LOCATION = "classpath:db/migration";

    private final DataSource dataSource;
    private final String location;

    public DatabaseMigration(DataSource dataSource) {
        this(dataSource, LOCATION);
    }

    /** @param location the location of the migrations, in Flyway's notation */
    DatabaseMigration(DataSource dataSource, String location) {
        this.dataSource = dataSource;
        this.location = location;
    }

    /**
     * Applies the migrations that the database lacks.
     *
     * @throws IllegalStateException with a message for operators when the package lacks migrations, the database cannot
     *     be reached, or its schema is not one of this product
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
     * Flyway treats a missing or unreadable folder as empty, and would apply the newest migration to an empty database
     * if the package had lost all others. Migrations are numbered from 1 without gaps.
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
