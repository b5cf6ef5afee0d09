package com.ones1ght.adapters.persistence.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ones1ght.adapters.persistence.backup.Contents.Rows;
import com.ones1ght.adapters.persistence.shared.DatabaseMigration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Reads a backup into an empty database, in one transaction, and migrates it to this version's schema. */
final class DatabaseRestore {

    /** Sets what draws the next number of each table that numbers its rows. */
    private static final String CONTINUE_NUMBERS = """
            DO $$
            DECLARE
                numbered record;
            BEGIN
                FOR numbered IN
                    SELECT c.oid::regclass AS name, quote_ident(a.attname) AS attribute,
                           pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS numbers
                      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                     WHERE c.relkind IN ('r', 'p')
                       AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL
                       AND c.relnamespace = current_schema()::regnamespace AND NOT c.relispartition
                LOOP
                    EXECUTE format('SELECT setval(%L, coalesce(max(%s), 0) + 1, false) FROM %s',
                                   numbered.numbers, numbered.attribute, numbered.name);
                END LOOP;
            END $$
            """;

    private final DataSource dataSource;
    private final DatabaseMigration migration;

    DatabaseRestore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.migration = new DatabaseMigration(dataSource);
    }

    /**
     * Restores a backup; after a failure the database has no rows.
     *
     * @throws IllegalStateException if the file is no complete backup, comes from a newer version, or the database is not
     *     empty; with a message for operators
     */
    Contents read(Path file) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Contents contents = contents(zip, file);
            migration.runTo(contents.schema());
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                for (Rows rows : contents.tables()) {
                    restore(zip, rows, connection);
                }
                try (Statement statement = connection.createStatement()) {
                    statement.execute(CONTINUE_NUMBERS);
                }
                connection.commit();
            }
            migration.run();
            analyze();
            return contents;
        } catch (ZipException e) {
            throw incomplete(file, e);
        }
    }

    private static Contents contents(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Contents.ENTRY);
        if (entry == null) {
            throw incomplete(file, null);
        }
        Contents contents;
        try (InputStream json = zip.getInputStream(entry)) {
            contents = new ObjectMapper().readValue(json, Contents.class);
        }
        if (contents.format() != Contents.FORMAT) {
            throw new IllegalStateException(
                    "%s has format %d, and this version reads %d: use the version that wrote it."
                            .formatted(file, contents.format(), Contents.FORMAT));
        }
        return contents;
    }

    private static IllegalStateException incomplete(Path file, @Nullable Throwable cause) {
        return new IllegalStateException(file + " is no backup of this product, or is damaged.", cause);
    }

    private static void restore(ZipFile zip, Rows rows, Connection connection) throws IOException, SQLException {
        Table table = rows.table();
        ZipEntry entry = zip.getEntry(Rows.entry(table));
        if (entry == null) {
            throw new IllegalStateException("The backup lacks the rows of " + table.name() + ".");
        }
        requireEmpty(table, connection);
        // Java compares the checksum only where it reads an archive from its beginning.
        CRC32 checksum = new CRC32();
        try (InputStream content = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
            long restored = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), content);
            if (restored != rows.rows()) {
                throw new IllegalStateException(
                        "The backup has %d rows of %s instead of %d.".formatted(restored, table.name(), rows.rows()));
            }
        }
    }

    private static void requireEmpty(Table table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Nodes that start meanwhile wait.
            statement.execute("LOCK TABLE " + table.quoted() + " IN EXCLUSIVE MODE");
            try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + table.quoted() + " LIMIT 1")) {
                if (row.next()) {
                    throw new IllegalStateException(
                            "The database is not empty (" + table.name() + " has rows): restore into a new one.");
                }
            }
        }
    }

    /** The statistics of the planner are no part of a backup. */
    private void analyze() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }
}
