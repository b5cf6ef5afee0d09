package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Files with secrets: from their first byte on, their owner alone can read them. */
final class PrivateFile {

    private PrivateFile() {}

    /** Writes a new file in the place of an old one. */
    static Path create(Path file, List<String> lines) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly());
        return Files.write(file, lines);
    }

    private static FileAttribute<?>[] ownerOnly() {
        // Windows knows no such mode; there a user's folders are closed to other users by themselves.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
