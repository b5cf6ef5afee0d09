package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Two servers on one data directory would take each other's PostgreSQL for their own. */
final class DataDirLock {

    private DataDirLock() {}

    /**
     * Locks the directory, and creates it if needed, until the process ends.
     *
     * @throws LaunchException if another process has locked it, or it cannot be used
     */
    static FileLock take(Path dataDir) {
        return tryTake(dataDir)
                .orElseThrow(() -> new LaunchException("Another server uses the data directory " + dataDir
                        + ": stop it, or choose another one with " + Settings.DATA_DIR + "."));
    }

    /** Empty if another process has locked it. */
    static Optional<FileLock> tryTake(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            return Optional.ofNullable(
                    FileChannel.open(dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                            .tryLock());
        } catch (IOException e) {
            throw new LaunchException(
                    "The data directory %s cannot be used (%s): choose another one with %s."
                            .formatted(dataDir, OpenFiles.reason(e), Settings.DATA_DIR),
                    e);
        }
    }
}
