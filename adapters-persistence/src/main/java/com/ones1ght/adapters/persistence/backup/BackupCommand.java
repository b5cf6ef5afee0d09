package com.ones1ght.adapters.persistence.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Backs up and restores a database for the launcher, which finds this class in the WAR. */
public final class BackupCommand {

    private BackupCommand() {}

    /**
     * Runs to the end.
     *
     * @param command {@code backup} or {@code restore}
     * @param file of the backup
     * @param database {@code url} (JDBC), and {@code user} and {@code password} if the URL lacks them
     * @return a sentence for the operator
     * @throws IllegalStateException with a message for operators
     */
    public static String run(String command, Path file, Map<String, String> database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.get("url"));
        set(database.get("user"), dataSource::setUser);
        set(database.get("password"), dataSource::setPassword);
        dataSource.setApplicationName("ones1ght " + command);
        long start = System.nanoTime();
        try {
            return switch (command) {
                case "backup" -> {
                    Contents contents = new DatabaseBackup(dataSource).write(file);
                    yield "Backed up %,d rows of %d tables to %s (%,d KB) in %s."
                            .formatted(
                                    contents.rows(),
                                    contents.tables().size(),
                                    file,
                                    (Files.size(file) + 1023) / 1024,
                                    since(start));
                }
                case "restore" -> {
                    Contents contents = new DatabaseRestore(dataSource).read(file);
                    yield "Restored %,d rows of %d tables, as of %s, in %s."
                            .formatted(contents.rows(), contents.tables().size(), contents.takenAt(), since(start));
                }
                default -> throw new IllegalArgumentException(command);
            };
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("There is no file or folder " + e.getFile() + ".", e);
        } catch (IOException e) {
            throw new IllegalStateException("%s: %s".formatted(file, e.getMessage()), e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused the %s: %s".formatted(command, e.getMessage()), e);
        }
    }

    private static void set(@Nullable String value, Consumer<String> property) {
        if (value != null) {
            property.accept(value);
        }
    }

    private static String since(long start) {
        return "%.1f s".formatted(Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }
}
