package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Files with secrets, readable only by their owner from their creation on. */
final class PrivateFile {

    private PrivateFile() {}

    /** Replaces a file. */
    static Path create(Path file, List<String> lines) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly());
        return Files.write(file, lines);
    }

    private static FileAttribute<?>[] ownerOnly() {
        // Windows has no such mode; there a user's folders are inaccessible to others by default.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
