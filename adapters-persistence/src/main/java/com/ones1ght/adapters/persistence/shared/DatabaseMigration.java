package com.ones1ght.adapters.persistence.shared;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/** Migrates the schema to this version. Several nodes may do so at the same time. */
public final class DatabaseMigration {

    private static final String LOCATION = "classpath:db/migration";

    /** Lifts the pool's limit on the time that a statement may take: a migration may fill a table in one. */
    private static final class UnlimitedStatements extends BaseCallback {

        private int timeout;

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE
                    || event == Event.AFTER_EACH_MIGRATE
                    || event == Event.AFTER_EACH_MIGRATE_ERROR;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                Connection connection = context.getConnection();
                if (event == Event.BEFORE_EACH_MIGRATE) {
                    timeout = connection.getNetworkTimeout();
                    connection.setNetworkTimeout(Runnable::run, 0);
                } else if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, timeout);
                }
            } catch (SQLException e) {
                throw new FlywayException("The time limit of statements could not be changed: " + e.getMessage(), e);
            }
        }
    }

    private final DataSource dataSource;
    private final String location;
    private final OnlineSchemaChanges online;

    public DatabaseMigration(DataSource dataSource) {
        this(dataSource, LOCATION);
    }

    /** @param location the location of the migrations, in Flyway's notation */
    DatabaseMigration(DataSource dataSource, String location) {
        this.dataSource = dataSource;
        this.location = location;
        this.online = new OnlineSchemaChanges(dataSource);
    }

    /**
     * Applies the migrations that the database lacks.
     *
     * @throws IllegalStateException with a message for operators when the package lacks migrations, the database cannot
     *     be reached, or its schema is not one of this product
     */
    public void run() {
        migrate(MigrationVersion.LATEST);
    }

    /**
     * Creates the schema as it was when a backup was taken.
     *
     * @param version of the newest migration to apply
     * @throws IllegalStateException as {@link #run()}, and when the package lacks that migration, or the database has a
     *     later one
     */
    public void runTo(int version) {
        migrate(MigrationVersion.fromVersion(Integer.toString(version)));
    }

    private void migrate(MigrationVersion target) {
        try {
            MigrationInfoService known = upTo(MigrationVersion.LATEST).info();
            MigrationInfo[] found = Arrays.stream(known.all())
                    .filter(migration -> migration.getState().isResolved())
                    .toArray(MigrationInfo[]::new);
            checkComplete(found);
            if (target != MigrationVersion.LATEST) {
                checkReachable(target, found[found.length - 1], known.current());
            }
            Flyway flyway = upTo(target);
            if (known.current() == null) {
                flyway.migrate();
            } else {
                online.before(flyway::migrate, () -> texts(flyway.info().pending()));
            }
            online.after();
        } catch (FlywayException | SQLException e) {
            throw new IllegalStateException(
                    "The database schema could not be brought up to date. Check ones1ght.db.url, ones1ght.db.user and"
                            + " ones1ght.db.password, and that the user may create tables: " + e.getMessage(),
                    e);
        }
    }

    private List<String> texts(MigrationInfo[] migrations) {
        List<String> texts = new ArrayList<>();
        for (MigrationInfo migration : migrations) {
            try (InputStream text = open(migration.getScript())) {
                texts.add(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private InputStream open(String script) throws IOException {
        String path = location.substring(location.indexOf(':') + 1) + "/" + script;
        InputStream resource = location.startsWith("classpath:")
                ? DatabaseMigration.class.getClassLoader().getResourceAsStream(path)
                : Files.newInputStream(Path.of(path));
        if (resource == null) {
            throw new FileNotFoundException(path);
        }
        return resource;
    }

    private Flyway upTo(MigrationVersion target) {
        return Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations(location)
                .target(target)
                .callbacks(new UnlimitedStatements())
                .load();
    }

    private static void checkReachable(MigrationVersion target, MigrationInfo newest, @Nullable MigrationInfo current) {
        if (newest.getVersion().compareTo(target) < 0) {
            throw new IllegalStateException("The schema V%s is unknown to this version of the gateway, which has V%s:"
                            .formatted(target, newest.getVersion())
                    + " use the version that wrote the backup, or a later one.");
        }
        if (current != null && current.getVersion().compareTo(target) > 0) {
            throw new IllegalStateException("The database already has the schema V%s, and the backup V%s:"
                            .formatted(current.getVersion(), target)
                    + " restore into a new database.");
        }
    }

    /**
     * Flyway treats a missing or unreadable folder as empty, and would apply the newest migration to an empty database
     * if the package had lost all others. Migrations are numbered from 1 without gaps.
     */
    private void checkComplete(MigrationInfo[] found) {
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
