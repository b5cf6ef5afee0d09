package com.ones1ght.adapters.persistence.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ones1ght.adapters.persistence.backup.Contents.Rows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Writes all rows of the database to a file, as of one moment, while nodes go on reading and writing. The file is a ZIP
 * archive with one entry per table and holds secrets: it is readable for its owner alone.
 */
final class DatabaseBackup {

    private static final int BUFFER = 1 << 16;

    private final DataSource dataSource;

    DatabaseBackup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Writes the file under another name first, so that an incomplete one is never taken for a backup.
     *
     * @throws IllegalStateException if the file exists already, or the schema is changing; with a message for operators
     */
    Contents write(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " exists already: choose another name.");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createFile(part, ownerOnly());
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException(
                    part + " exists: another backup is writing it, or was interrupted. Then remove it.", e);
        }
        try {
            Contents contents;
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                contents = write(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Contents write(OutputStream file) throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<Table> tables = Table.all(connection);
            if (tables.isEmpty()) {
                throw new IllegalStateException("The database has no tables: there is nothing to back up.");
            }
            Instant takenAt = freeze(connection, tables);
            if (!tables.equals(Table.all(connection))) {
                throw new IllegalStateException("The schema is being migrated: try again.");
            }
            ZipOutputStream zip = new ZipOutputStream(file);
            zip.setLevel(Deflater.BEST_SPEED);
            List<Rows> rows = new ArrayList<>();
            for (Table table : tables) {
                zip.putNextEntry(new ZipEntry(Rows.entry(table)));
                long count = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), zip);
                zip.closeEntry();
                rows.add(new Rows(table.name(), table.columns(), count));
            }
            Contents contents = new Contents(Contents.FORMAT, schema(connection), takenAt.toString(), rows);
            zip.putNextEntry(new ZipEntry(Contents.ENTRY));
            zip.write(new ObjectMapper().writeValueAsBytes(contents));
            zip.closeEntry();
            zip.finish();
            file.flush();
            return contents;
        }
    }

    /** Locks the tables against migrations, and then takes the snapshot that all further queries read. */
    private static Instant freeze(Connection connection, List<Table> tables) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            String names = tables.stream().map(Table::quoted).collect(Collectors.joining(", "));
            statement.execute("LOCK TABLE " + names + " IN ACCESS SHARE MODE");
            try (ResultSet now = statement.executeQuery("SELECT clock_timestamp()")) {
                now.next();
                return now.getTimestamp(1).toInstant();
            }
        }
    }

    private static int schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery(
                        "SELECT max(version::integer) FROM flyway_schema_history WHERE success")) {
            version.next();
            return version.getInt(1);
        }
    }
}
